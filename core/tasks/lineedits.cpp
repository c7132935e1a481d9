#include "core/tasks/lineedits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QByteArray plain(QByteArray line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

QByteArray withoutEnd(QByteArray line)
{
    while (!line.isEmpty() && (line.endsWith(' ') || line.endsWith('\t') || line.endsWith('\r')))
        line.chop(1);
    return line;
}

/// A text as lines, and how they end.
struct Lines {
    explicit Lines(const QByteArray &text)
    {
        if (text.isEmpty())
            return;
        list = text.split('\n');
        endsBare = !text.endsWith('\n');
        if (!endsBare)
            list.removeLast();
        carriage = !list.isEmpty() && list.first().endsWith('\r');
    }

    QList<QByteArray> list;
    bool endsBare = false;
    bool carriage = false;
};

using Form = QByteArray (*)(QByteArray);

bool standsAt(const QList<QByteArray> &lines, qsizetype at, const QList<QByteArray> &wanted, Form form)
{
    if (at < 0 || at + wanted.size() > lines.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (form(lines.at(at + i)) != form(wanted.at(i)))
            return false;
    }
    return true;
}

QList<qsizetype> placesOf(const QList<QByteArray> &lines, const QList<QByteArray> &wanted, Form form)
{
    QList<qsizetype> places;
    for (qsizetype at = 0; at + wanted.size() <= lines.size(); ++at) {
        if (standsAt(lines, at, wanted, form))
            places.append(at);
    }
    return places;
}

QString shown(const QByteArray &line)
{
    return u'"' + QString::fromUtf8(line.trimmed()).left(120) + u'"';
}

/// What of the wanted lines the text lacks, for a person.
QString lacking(const QList<QByteArray> &lines, const QList<QByteArray> &wanted)
{
    for (const QByteArray &line : wanted) {
        if (placesOf(lines, {line}, withoutEnd).isEmpty())
            return u"the file has no line %1"_s.arg(shown(line));
    }
    return u"its lines are in the file, but not one after the other"_s;
}

std::expected<qsizetype, QString> placeOf(const Lines &text, const LineEdit &edit)
{
    const qsizetype stated = edit.stated - 1;
    if (edit.before.isEmpty()) {
        if (edit.stated < 0 && !text.list.isEmpty())
            return std::unexpected(u"it does not say where its lines belong. Give lines of the file around them."_s);
        const qsizetype at = std::max(qsizetype(0), qsizetype(edit.stated));
        return at <= text.list.size() ? std::expected<qsizetype, QString>(at)
                                      : std::unexpected(u"the file has only %1 lines"_s.arg(text.list.size()));
    }
    for (const Form form : {plain, withoutEnd}) {
        if (edit.stated > 0 && standsAt(text.list, stated, edit.before, form))
            return stated;
        const QList<qsizetype> places = placesOf(text.list, edit.before, form);
        if (places.size() == 1)
            return places.first();
        if (places.size() > 1) {
            return std::unexpected(
                u"its lines stand in the file %1 times, first at lines %2 and %3. "
                "Add lines around them until they stand there once."_s
                    .arg(places.size())
                    .arg(places.at(0) + 1)
                    .arg(places.at(1) + 1));
        }
    }
    return std::unexpected(lacking(text.list, edit.before));
}

struct Placed {
    qsizetype at;
    const LineEdit *edit;
};

/// The lines of `after`: those that stood in `before` as the text has them, new ones with the text's line ends.
QList<QByteArray> newLines(const Lines &text, const Placed &placed)
{
    QList<QByteArray> lines;
    qsizetype next = 0;
    const QList<QByteArray> &before = placed.edit->before;
    for (const QByteArray &line : placed.edit->after) {
        qsizetype found = next;
        while (found < before.size() && plain(before.at(found)) != plain(line))
            ++found;
        if (found < before.size()) {
            lines.append(text.list.at(placed.at + found));
            next = found + 1;
        } else {
            lines.append(text.carriage ? plain(line) + '\r' : line);
        }
    }
    return lines;
}

} // namespace

std::expected<QByteArray, QList<EditProblem>> edited(const QByteArray &bytes, const QList<LineEdit> &edits)
{
    Lines text(bytes);
    QList<EditProblem> problems;
    QList<Placed> places;
    for (const LineEdit &edit : edits) {
        const auto at = placeOf(text, edit);
        if (at)
            places.append({*at, &edit});
        else
            problems.append({edit.name, at.error()});
    }
    std::ranges::stable_sort(places, {}, &Placed::at);
    for (qsizetype i = 1; i < places.size(); ++i) {
        if (places.at(i).at < places.at(i - 1).at + places.at(i - 1).edit->before.size())
            problems.append(
                {places.at(i).edit->name, u"it changes lines that %1 changes, too"_s.arg(places.at(i - 1).edit->name)});
    }
    if (!problems.isEmpty())
        return std::unexpected(problems);
    const Lines old = text;
    for (qsizetype i = places.size() - 1; i >= 0; --i) {
        const Placed &placed = places.at(i);
        const qsizetype end = placed.at + placed.edit->before.size();
        if (end == old.list.size())
            text.endsBare = placed.edit->endsBare;
        text.list = text.list.first(placed.at) + newLines(old, placed) + text.list.sliced(end);
    }
    QByteArray result = text.list.join('\n');
    if (!text.list.isEmpty() && !text.endsBare)
        result += '\n';
    return result;
}

} // namespace autodidact
