#include "core/tasks/keyvaluefile.h"

#include "core/tasks/jsonlines.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isName(QStringView text)
{
    if (text.isEmpty() || text.front().isDigit())
        return false;
    return std::ranges::all_of(
        text, [](QChar sign) { return sign == u'_' || (sign.unicode() < 128 && sign.isLetterOrNumber()); });
}

/// Nothing when a quote is not closed, or something stands behind it.
std::optional<QString> valueOf(QStringView text)
{
    if (text.isEmpty() || (text.front() != u'"' && text.front() != u'\''))
        return text.toString();
    const qsizetype end = text.indexOf(text.front(), 1);
    const QStringView behind = end < 0 ? QStringView() : text.sliced(end + 1).trimmed();
    if (end < 0 || (!behind.isEmpty() && !behind.startsWith(u'#') && behind != u";"))
        return std::nullopt;
    return text.sliced(1, end - 1).toString();
}

} // namespace

Result<QHash<QString, QString>> parseKeyValues(const QByteArray &bytes, const QString &file)
{
    QHash<QString, QString> values;
    QByteArray text = bytes;
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        if (!raw.isValidUtf8())
            return fail(
                ErrorKind::BadInput, u"%1: the line is not valid UTF-8. Fetch the checkout again."_s.arg(placeOf(file, number)));
        const QString line = QString::fromUtf8(raw).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype sign = line.indexOf(u'=');
        const QString key = sign < 0 ? QString() : line.first(sign).trimmed();
        const auto value = sign < 0 ? std::nullopt : valueOf(QStringView(line).sliced(sign + 1).trimmed());
        if (!isName(key) || !value)
            return fail(ErrorKind::BadInput,
                u"%1: a line key=\"value\" is expected. Fetch the checkout again."_s.arg(placeOf(file, number)));
        values.insert(key, value->trimmed());
    }
    return values;
}

} // namespace autodidact
