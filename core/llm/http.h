#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace autodidact {

using HttpClock = std::chrono::steady_clock;

/// One request: GET, or POST where there is a body.
struct HttpRequest {
    QByteArray url;
    QByteArray body;
    QList<QByteArray> headers;                        ///< "Name: value"
    HttpClock::time_point deadline = HttpClock::time_point::max();
    std::chrono::milliseconds connectTimeout{15'000};
    qsizetype largestBody = qsizetype(64) << 20;      ///< bytes, unpacked
};

/// Status line and headers of an answer; header names are in lower case.
struct HttpHead {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;

    std::optional<QByteArray> header(QByteArrayView name) const
    {
        for (const auto &[known, value] : headers) {
            if (known == name)
                return value;
        }
        return std::nullopt;
    }
};

/// Why a call ended.
enum class HttpEnd {
    Whole,           ///< the answer is whole, whatever its status
    BadUrl,
    Unresolved,      ///< the host's name is not known
    Unreachable,     ///< no connection
    Untrusted,       ///< TLS: the certificate or the handshake
    Broken,          ///< the connection broke before the answer was whole
    TooLarge,
    Deadline,
    Cancelled,
};

} // namespace autodidact
