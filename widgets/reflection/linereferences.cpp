#include "widgets/reflection/linereferences.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Mention mentionOf(const QRegularExpressionMatch &match)
{
    const QString number = match.captured(u"number"_s);
    return {match.capturedStart(), match.capturedLength(), u"line:%1"_s.arg(number.toInt())};
}

} // namespace

QList<Mention> lineReferences(const QString &text)
{
    // At most six digits: longer numbers are no lines.
    static const QRegularExpression head(u"(?:\\blines?\\s+|\\bL)(?<number>[1-9]\\d{0,5})\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression more(u"\\G(?:\\s*(?:,\\s*and|,|-|–|to|and|through)\\s*)(?<number>[1-9]\\d{0,5})\\b"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression chinese(u"第\\s*(?<number>[1-9]\\d{0,5})\\s*行"_s);

    QList<Mention> mentions;
    for (auto heads = head.globalMatch(text); heads.hasNext();) {
        QRegularExpressionMatch match = heads.next();
        mentions.append(mentionOf(match));
        for (match = more.match(text, match.capturedEnd()); match.hasMatch(); match = more.match(text, match.capturedEnd())) {
            const QString number = match.captured(u"number"_s);
            mentions.append({match.capturedStart(u"number"_s), number.size(), u"line:%1"_s.arg(number.toInt())});
        }
    }
    for (auto found = chinese.globalMatch(text); found.hasNext();)
        mentions.append(mentionOf(found.next()));
    std::ranges::sort(mentions, {}, &Mention::start);
    return mentions;
}

} // namespace autodidact
