#include "widgets/prompt/promptmentions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Start of the first line at or after \p from that begins with \p opening; -1 when there is none.
qsizetype lineStart(const QString &text, const QString &opening, qsizetype from)
{
    for (qsizetype at = text.indexOf(opening, from); at >= 0; at = text.indexOf(opening, at + 1)) {
        if (at == 0 || text[at - 1] == u'\n')
            return at;
    }
    return -1;
}

} // namespace

QList<Mention> promptMentions(const PromptSegment &segment)
{
    QList<Mention> mentions;
    int number = 0;
    for (const QString &source : segment.sources) {
        if (source.startsWith("rule:"_L1)) {
            const QString opening = u"- [%1] "_s.arg(source.sliced(5));
            if (const qsizetype at = lineStart(segment.text, opening, 0); at >= 0)
                mentions.append({at + 2, opening.size() - 3, source});
        } else if (source.startsWith("memory:"_L1)) {
            // From the last one on: what a memory holds may look like a heading.
            const qsizetype from = mentions.isEmpty() ? 0 : mentions.last().start;
            const qsizetype at = lineStart(segment.text, u"### Memory %1: "_s.arg(++number), from);
            if (at < 0)
                continue;
            const qsizetype end = segment.text.indexOf(u'\n', at);
            mentions.append({at + 4, (end < 0 ? segment.text.size() : end) - at - 4, source});
        }
    }
    std::ranges::sort(mentions, {}, &Mention::start);
    return mentions;
}

} // namespace autodidact
