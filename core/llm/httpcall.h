#pragma once

#include "core/llm/http.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>

namespace autodidact {

/// What arrived since the last look.
struct HttpNews {
    QByteArray bytes;                ///< of the body, unpacked
    std::optional<HttpEnd> end;      ///< set once everything has been handed over
    QString detail;                  ///< of the end, from curl

    bool isQuiet() const { return bytes.isEmpty() && !end; }
};

/// The body of one answer on its way from the transport thread to the thread that waits for it.
class HttpInbox
{
public:
    void takeHead(HttpHead head);
    void takeBytes(QByteArrayView bytes);
    void takeEnd(HttpEnd end, QString detail);

    HttpNews wait(HttpClock::time_point until, std::stop_token stop);
    HttpHead head() const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    HttpHead m_head;
    QByteArray m_bytes;
    std::optional<HttpEnd> m_end;
    QString m_detail;
};

class HttpTransport;

/// One running request; destroying it takes the request back. Used by the thread that started it,
/// and must not outlive its transport.
class HttpCall
{
public:
    HttpCall(HttpTransport &transport, std::shared_ptr<HttpInbox> inbox, HttpClock::time_point deadline);
    ~HttpCall();
    HttpCall(const HttpCall &) = delete;
    HttpCall &operator=(const HttpCall &) = delete;

    /// Waits until something arrives, \p patience has passed (quiet news), the deadline has passed or
    /// the token is stopped (both are ends).
    HttpNews next(std::chrono::milliseconds patience, std::stop_token stop);

    HttpHead head() const { return m_inbox->head(); }

private:
    HttpTransport &m_transport;
    std::shared_ptr<HttpInbox> m_inbox;
    HttpClock::time_point m_deadline;
};

} // namespace autodidact
