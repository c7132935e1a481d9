#include "widgets/codediff/codesheet.h"

#include <algorithm>

namespace autodidact {

namespace {

CodeLine lineOf(const DiffRow &row, CodeSide side, const Coverage &coverage)
{
    const DiffSide &from = side == CodeSide::Before ? row.before : row.after;
    CodeLine line{.text = from.text, .side = side, .before = row.before.number, .after = row.after.number, .words = from.words};
    if (row.kind != RowKind::Kept)
        line.mark = from.number == 0 ? LineMark::Gap : side == CodeSide::Before ? LineMark::Removed : LineMark::Added;
    line.reached = coverage.of(from.number);
    return line;
}

} // namespace

Reached Coverage::of(int line) const
{
    return covered.contains(line) ? Reached::Covered : missed.contains(line) ? Reached::Missed : Reached::Unknown;
}

std::optional<int> CodeSheet::indexOf(CodeSide side, int number) const
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const CodeLine &line = lines[i];
        const bool stands = line.mark == LineMark::None || line.side == side;
        if (number > 0 && stands && line.mark != LineMark::Gap && (side == CodeSide::Before ? line.before : line.after) == number)
            return int(i);
    }
    return std::nullopt;
}

CodeSheet CodeSheets::side(const QList<DiffRow> &rows, CodeSide side, const Coverage &coverage)
{
    CodeSheet sheet;
    sheet.numbers = side == CodeSide::Before ? CodeSheet::Numbers::Before : CodeSheet::Numbers::After;
    sheet.measured = coverage.isMeasured();
    sheet.lines.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].kind != RowKind::Kept && (i == 0 || rows[i - 1].kind == RowKind::Kept))
            sheet.changes.append(int(i));
        sheet.lines.append(lineOf(rows[i], side, coverage));
    }
    return sheet;
}

CodeSheet CodeSheets::inlined(const QList<DiffRow> &rows, const Coverage &before, const Coverage &after)
{
    CodeSheet sheet;
    sheet.numbers = CodeSheet::Numbers::Both;
    sheet.measured = before.isMeasured() || after.isMeasured();
    for (qsizetype i = 0; i < rows.size();) {
        if (rows[i].kind == RowKind::Kept) {
            sheet.lines.append(lineOf(rows[i++], CodeSide::After, after));
            continue;
        }
        sheet.changes.append(int(sheet.lines.size()));
        QList<CodeLine> added;
        for (; i < rows.size() && rows[i].kind != RowKind::Kept; ++i) {
            if (rows[i].before.number > 0) {
                sheet.lines.append(lineOf(rows[i], CodeSide::Before, before));
                sheet.lines.last().after = 0;
            }
            if (rows[i].after.number > 0) {
                added.append(lineOf(rows[i], CodeSide::After, after));
                added.last().before = 0;
            }
        }
        sheet.lines += added;
    }
    return sheet;
}

QString CodeSheets::copied(const QList<CodeLine> &lines, CodeSheet::Numbers numbers)
{
    const bool oldToo = numbers != CodeSheet::Numbers::Both || std::ranges::all_of(lines, [](const CodeLine &line) {
        return line.mark == LineMark::Removed || line.mark == LineMark::Gap;
    });
    QStringList texts;
    for (const CodeLine &line : lines) {
        if (line.mark != LineMark::Gap && (oldToo || line.mark != LineMark::Removed))
            texts.append(line.text);
    }
    return texts.join(u'\n');
}

} // namespace autodidact
