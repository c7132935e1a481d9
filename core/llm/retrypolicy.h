#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace autodidact {

/// How often and how patiently a call is tried again.
struct RetrySettings {
    int retries = 8;                                 ///< after the first try; a server may load its model for a minute
    int unreachableRetries = 4;                      ///< where no connection comes about
    std::chrono::milliseconds first{500};            ///< before the first retry; doubles each time
    std::chrono::milliseconds longest{30'000};       ///< where the server names no time itself
    double jitter = 0.25;                            ///< share of the delay that is random, 0 to 1
};

/// Decides whether a failed call is tried again, and when: exponential backoff with jitter. Pure:
/// the jitter comes from the seed, so the same call waits the same times.
class RetryPolicy
{
public:
    RetryPolicy(RetrySettings settings, quint64 seed);

    /// Time to wait before retry number \p retry (from 1); nothing when there were enough. What the
    /// server asked for (\p retryAfter) is kept to: never shorter.
    std::optional<std::chrono::milliseconds> delay(int retry, std::optional<std::chrono::milliseconds> retryAfter) const;

    /// True for 408, 425, 429 and 5xx but 501 and 505: the same request may succeed later.
    static bool isTransient(int httpStatus);

    /// Value of a Retry-After header, in seconds or as a date (RFC 9110, 10.2.3); a past date is 0.
    static std::optional<std::chrono::milliseconds> parseRetryAfter(QByteArrayView value, const QDateTime &now);

private:
    RetrySettings m_settings;
    quint64 m_seed;
};

} // namespace autodidact
