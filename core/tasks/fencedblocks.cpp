#include "core/tasks/fencedblocks.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString joined(const QStringList &lines, qsizetype from, qsizetype to, const Fence &fence)
{
    QString text;
    for (qsizetype i = from; i < to; ++i)
        text += fence.withoutIndent(lines.at(i)) + u'\n';
    return text;
}

} // namespace

bool Fence::closedBy(const QString &line) const
{
    const auto fence = fenceAt(line);
    return fence && fence->info.isEmpty() && fence->sign == sign && fence->length >= length;
}

QString Fence::withoutIndent(const QString &line) const
{
    qsizetype cut = 0;
    while (cut < indent && cut < line.size() && line.at(cut) == u' ')
        ++cut;
    return line.sliced(cut);
}

std::optional<Fence> fenceAt(QStringView line)
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
    fence.info = rest.sliced(fence.length).trimmed().toString();
    if (fence.length < 3 || (fence.sign == u'`' && fence.info.contains(u'`')))
        return std::nullopt;
    return fence;
}

QStringList fencedBlocks(const QString &text, const std::function<bool(const QString &)> &whole)
{
    QStringList blocks;
    const QStringList lines = text.split(u'\n');
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const auto open = fenceAt(lines.at(at));
        if (!open)
            continue;
        qsizetype firstEnd = -1;
        qsizetype wholeEnd = -1;
        for (qsizetype end = at + 1; end < lines.size() && wholeEnd < 0; ++end) {
            if (!open->closedBy(lines.at(end)))
                continue;
            if (firstEnd < 0)
                firstEnd = end;
            if (whole(joined(lines, at + 1, end, *open)))
                wholeEnd = end;
        }
        const qsizetype end = wholeEnd >= 0 ? wholeEnd : firstEnd >= 0 ? firstEnd : lines.size();
        const QString block = joined(lines, at + 1, end, *open);
        if (!block.trimmed().isEmpty())
            blocks.append(block);
        at = end;
    }
    return blocks;
}

} // namespace autodidact
