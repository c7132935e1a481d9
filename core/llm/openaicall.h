#pragma once

#include "core/llm/openaianswer.h"
#include "core/llm/openaimodel.h"

namespace autodidact {

/// Why one try failed, and whether another may help.
struct CallFailure {
    Error error;
    bool transient = false;
    bool rateLimit = false;
    int status = 0;              ///< of HTTP; 0 without an answer
    QString serverMessage;       ///< scrubbed
    std::optional<std::chrono::milliseconds> retryAfter;
};

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

    CallFailure failureOf(HttpEnd end, const QString &detail) const;
    CallFailure failureOf(const AnswerFault &fault) const;
    CallFailure refusal(const HttpHead &head, const QByteArray &body) const;
    CallFailure describe(CallFailure failure) const;
    Error timedOut(const QString &why) const;

    const OpenAiSettings &m_settings;
    HttpTransport &m_transport;
    const ChatObserver &m_observer;
    std::stop_token m_stop;
    QString m_host;
    HttpClock::time_point m_start = HttpClock::now();
    HttpClock::time_point m_deadline;
    std::chrono::milliseconds m_timeout;
    double m_firstChunkMs = 0;
    bool m_waiting = false;
};

} // namespace autodidact
