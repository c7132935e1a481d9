#include "widgets/codediff/worddiff.h"

#include <vector>

namespace autodidact {

namespace {

constexpr qsizetype mostCells = 100'000;

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c.isSurrogate() || c.isMark();
}

qsizetype inkOf(QStringView text)
{
    qsizetype count = 0;
    for (const QChar c : text)
        count += c.isSpace() ? 0 : 1;
    return count;
}

/// One line with its words, and which of them the other line has too.
struct Side {
    explicit Side(QStringView line) : text(line), words(WordDiff::words(line)), kept(size_t(words.size()), false) {}

    QStringView word(qsizetype i) const { return text.mid(words[i].start, words[i].length); }

    /// The words that are not kept, neighbours joined; blanks between two of them are taken along.
    QList<WordSpan> changes() const
    {
        QList<WordSpan> spans;
        qsizetype last = -2;
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (kept[size_t(i)])
                continue;
            const bool joins = last == i - 1 || (last == i - 2 && inkOf(word(i - 1)) == 0);
            if (joins && !spans.isEmpty())
                spans.last().length = words[i].start + words[i].length - spans.last().start;
            else
                spans.append(words[i]);
            last = i;
        }
        return spans;
    }

    QStringView text;
    QList<WordSpan> words;
    std::vector<bool> kept;
};

/// Marks the longest common sequence of words from \p first on, \p rows and \p columns long.
void markCommon(Side &before, Side &after, qsizetype first, qsizetype rows, qsizetype columns)
{
    const auto width = size_t(columns + 1);
    std::vector<int> length(size_t(rows + 1) * width, 0);
    const auto at = [&](qsizetype row, qsizetype column) -> int & { return length[size_t(row) * width + size_t(column)]; };
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j) {
            at(i, j) = before.word(first + i) == after.word(first + j) ? at(i + 1, j + 1) + 1
                                                                       : qMax(at(i + 1, j), at(i, j + 1));
        }
    }
    for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
        if (before.word(first + i) == after.word(first + j)) {
            before.kept[size_t(first + i++)] = true;
            after.kept[size_t(first + j++)] = true;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
}

} // namespace

QList<WordSpan> WordDiff::words(QStringView line)
{
    QList<WordSpan> spans;
    for (qsizetype i = 0; i < line.size();) {
        const qsizetype start = i++;
        if (isWordPart(line[start])) {
            while (i < line.size() && isWordPart(line[i]))
                ++i;
        } else if (line[start].isSpace()) {
            while (i < line.size() && line[i].isSpace())
                ++i;
        }
        spans.append({int(start), int(i - start)});
    }
    return spans;
}

WordChanges WordDiff::compare(QStringView before, QStringView after)
{
    Side old(before);
    Side now(after);
    qsizetype first = 0;
    const qsizetype common = qMin(old.words.size(), now.words.size());
    for (; first < common && old.word(first) == now.word(first); ++first) {
        old.kept[size_t(first)] = true;
        now.kept[size_t(first)] = true;
    }
    qsizetype rows = old.words.size() - first;
    qsizetype columns = now.words.size() - first;
    for (; rows > 0 && columns > 0 && old.word(first + rows - 1) == now.word(first + columns - 1); --rows, --columns) {
        old.kept[size_t(first + rows - 1)] = true;
        now.kept[size_t(first + columns - 1)] = true;
    }
    if (rows > 0 && columns > 0 && rows * columns <= mostCells)
        markCommon(old, now, first, rows, columns);

    qsizetype kept = 0;
    for (qsizetype i = 0; i < old.words.size(); ++i)
        kept += old.kept[size_t(i)] ? inkOf(old.word(i)) : 0;
    const qsizetype all = inkOf(before) + inkOf(after);
    return {old.changes(), now.changes(), all > 0 ? 2.0 * double(kept) / double(all) : 1.0};
}

} // namespace autodidact
