#include "core/memory/changedlines.h"

#include "core/evaluation/linediff.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Without what nobody sees: space at line ends, empty lines at the end.
QString tidied(const QString &code)
{
    QStringList lines = code.split(u'\n');
    for (QString &line : lines) {
        while (!line.isEmpty() && line.back().isSpace())
            line.chop(1);
    }
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

QChar markOf(LineChange change)
{
    switch (change) {
    case LineChange::Kept: return u' ';
    case LineChange::Added: return u'+';
    case LineChange::Removed: return u'-';
    }
    return u' ';
}

} // namespace

Result<QString> changedLines(const QString &before, const QString &after, int maxLines)
{
    const Result<QList<DiffLine>> compared = lineDiff(tidied(before), tidied(after));
    if (!compared)
        return std::unexpected(compared.error());
    const QList<DiffLine> &lines = *compared;
    const auto changed = [&](qsizetype at) {
        return at >= 0 && at < lines.size() && lines.at(at).change != LineChange::Kept;
    };
    QStringList shown;
    qsizetype last = -1;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (!changed(at) && !changed(at - 1) && !changed(at + 1))
            continue;
        if (last >= 0 && at > last + 1)
            shown.append(u"@@"_s);
        shown.append(markOf(lines.at(at).change) + lines.at(at).text);
        last = at;
    }
    if (shown.size() > maxLines) {
        shown = shown.first(maxLines);
        shown.append(u"..."_s);
    }
    return shown.join(u'\n');
}

} // namespace autodidact
