#pragma once

#include "core/llm/openaifailures.h"

namespace autodidact {

template<typename T>
using Tried = std::expected<T, CallFailure>;

/// One request to a server with its retries, under one deadline. Used by one thread.
class OpenAiCall
{
public:
    OpenAiCall(const OpenAiSettings &settings, HttpTransport &transport, const ChatObserver &observer,
        std::chrono::milliseconds timeout, std::stop_token stop);

    Result<ChatReply> chat(const ChatRequest &request, LearntShape &shape);
    Result<QStringList> models();

private:
    Tried<ChatReply> tryChat(const ChatRequest &request, const OpenAiShape &shape);
    Tried<QByteArray> tryGet(const QString &path);
    HttpRequest requestTo(const QString &path, const QByteArray &body) const;

    /// Nothing when it is worth another try, after the wait; else the error to give.
    std::optional<Error> waitForRetry(const CallFailure &failure, const RetryPolicy &policy, int retry);
    bool pause(std::chrono::milliseconds delay, const QString &what);
    void report(const QString &what, HttpClock::duration elapsed, HttpClock::duration limit);
    void waitIsOver();

    const OpenAiSettings &m_settings;
    HttpTransport &m_transport;
    const ChatObserver &m_observer;
    std::stop_token m_stop;
    OpenAiFailures m_failures;
    HttpClock::time_point m_start = HttpClock::now();
    HttpClock::time_point m_deadline;
    std::chrono::milliseconds m_timeout;
    double m_firstChunkMs = 0;
    bool m_waiting = false;
};

} // namespace autodidact
