#include "core/tasks/fencedblocks.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// A line that opens or closes a block.
struct Fence {
    QChar sign;
    qsizetype length = 0;
    qsizetype indent = 0;
    bool bare = false;       ///< nothing behind it: it can close
};

std::optional<Fence> fenceIn(QStringView line)
{
    Fence fence;
    while (fence.indent < line.size() && line.at(fence.indent) == u' ')
        ++fence.indent;
    const QStringView rest = line.sliced(fence.indent);
    if (rest.isEmpty() || (rest.front() != u'`' && rest.front() != u'~'))
        return std::nullopt;
    fence.sign = rest.front();
    while (fence.length < rest.size() && rest.at(fence.length) == fence.sign)
        ++fence.length;
    const QStringView info = rest.sliced(fence.length).trimmed();
    if (fence.length < 3 || (fence.sign == u'`' && info.contains(u'`')))
        return std::nullopt;
    fence.bare = info.isEmpty();
    return fence;
}

bool closes(const QString &line, const Fence &open)
{
    const auto fence = fenceIn(line);
    return fence && fence->bare && fence->sign == open.sign && fence->length >= open.length;
}

/// Lines from..to without the indentation of the fence they stand in.
QString joined(const QStringList &lines, qsizetype from, qsizetype to, qsizetype indent)
{
    QString text;
    for (qsizetype i = from; i < to; ++i) {
        qsizetype cut = 0;
        while (cut < indent && cut < lines.at(i).size() && lines.at(i).at(cut) == u' ')
            ++cut;
        text += lines.at(i).sliced(cut) + u'\n';
    }
    return text;
}

} // namespace

QStringList fencedBlocks(const QString &text, const std::function<bool(const QString &)> &whole)
{
    QStringList blocks;
    const QStringList lines = text.split(u'\n');
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const auto open = fenceIn(lines.at(at));
        if (!open)
            continue;
        qsizetype firstEnd = -1;
        qsizetype wholeEnd = -1;
        for (qsizetype end = at + 1; end < lines.size() && wholeEnd < 0; ++end) {
            if (!closes(lines.at(end), *open))
                continue;
            if (firstEnd < 0)
                firstEnd = end;
            if (whole(joined(lines, at + 1, end, open->indent)))
                wholeEnd = end;
        }
        const qsizetype end = wholeEnd >= 0 ? wholeEnd : firstEnd >= 0 ? firstEnd : lines.size();
        const QString block = joined(lines, at + 1, end, open->indent);
        if (!block.trimmed().isEmpty())
            blocks.append(block);
        at = end;
    }
    return blocks;
}

} // namespace autodidact
