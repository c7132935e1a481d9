#include "core/llm/retrypolicy.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace autodidact {

RetryPolicy::RetryPolicy(RetrySettings settings, quint64 seed)
    : m_settings(settings)
    , m_seed(seed)
{
}

std::optional<std::chrono::milliseconds> RetryPolicy::delay(int retry, std::optional<std::chrono::milliseconds> retryAfter) const
{
    if (retry > m_settings.retries)
        return std::nullopt;
    const double grown = double(m_settings.first.count()) * std::pow(2.0, std::min(retry - 1, 30));
    const double capped = std::min(grown, double(m_settings.longest.count()));
    const double random = Random::of({qint64(m_seed), retry}, "retry").uniform();
    const std::chrono::milliseconds own(std::llround(capped * (1.0 - m_settings.jitter * random)));
    return retryAfter ? std::max(own, *retryAfter) : own;
}

bool RetryPolicy::isTransient(int httpStatus)
{
    return httpStatus == 408 || httpStatus == 425 || httpStatus == 429
        || (httpStatus >= 500 && httpStatus < 600 && httpStatus != 501 && httpStatus != 505);
}

std::optional<std::chrono::milliseconds> RetryPolicy::parseRetryAfter(QByteArrayView value, const QDateTime &now)
{
    const QByteArray text = value.trimmed().toByteArray();
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber)
        return seconds >= 0 && seconds < 1e9 ? std::optional(std::chrono::milliseconds(std::llround(seconds * 1000)))
                                             : std::nullopt;
    // "Sun, 06 Nov 1994 08:49:37 GMT": Qt reads the RFC 2822 form, which has the offset in digits.
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(text).replace("GMT"_L1, "+0000"_L1), Qt::RFC2822Date);
    if (!date.isValid())
        return std::nullopt;
    return std::max(0ms, std::chrono::milliseconds(now.msecsTo(date)));
}

} // namespace autodidact
