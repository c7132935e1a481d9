#include "core/llm/openaicall.h"

#include "core/base/json.h"
#include "core/llm/baseurl.h"

#include <QJsonArray>

#include <algorithm>
#include <condition_variable>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

double milliseconds(HttpClock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

double seconds(HttpClock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// Fills in what the server did not report, and compares what it did with our own estimate.
void settleUsage(ChatReply &reply, const ChatRequest &request)
{
    constexpr int PerMessage = 4;            // role and separators
    constexpr int EnoughToJudge = 200;
    constexpr double LeastShare = 0.6;
    int estimate = 0;
    for (const ChatMessage &message : request.messages)
        estimate += estimateTokens(message.text) + PerMessage;
    if (reply.usage.calls == 0) {
        reply.usage = {estimate, estimateTokens(reply.text) + estimateTokens(reply.reasoning), true, 0, 1};
        return;
    }
    reply.promptCut = estimate > EnoughToJudge && double(reply.usage.promptTokens) < LeastShare * estimate;
}

} // namespace

OpenAiCall::OpenAiCall(const OpenAiSettings &settings, HttpTransport &transport, const ChatObserver &observer,
    std::chrono::milliseconds timeout, std::stop_token stop)
    : m_settings(settings)
    , m_transport(transport)
    , m_observer(observer)
    , m_stop(std::move(stop))
    , m_failures(settings, timeout)
    , m_deadline(m_start + timeout)
    , m_timeout(timeout)
{
}

Result<ChatReply> OpenAiCall::chat(const ChatRequest &request, LearntShape &shape)
{
    const RetryPolicy policy(m_settings.retry, request.seed);
    OpenAiShape sent = shape.get();
    for (int retry = 1;;) {
        Tried<ChatReply> reply = tryChat(request, sent);
        if (reply) {
            shape.narrowTo(sent);            // only what proved to work is kept for the next call
            settleUsage(*reply, request);
            reply->firstChunkMs = m_firstChunkMs;
            reply->totalMs = milliseconds(HttpClock::now() - m_start);
            return *reply;
        }
        const CallFailure &failure = reply.error();
        if (failure.status == 400 || failure.status == 422) {
            if (const auto next = narrowed(sent, failure.serverMessage, request)) {
                sent = *next;
                continue;                    // ends: every step gives up a field for good
            }
        }
        if (auto error = waitForRetry(failure, policy, retry++))
            return std::unexpected(std::move(*error));
    }
}

Result<QStringList> OpenAiCall::models()
{
    const RetryPolicy policy(m_settings.retry, 0);
    for (int retry = 1;; ++retry) {
        const Tried<QByteArray> body = tryGet(u"/models"_s);
        if (!body) {
            if (auto error = waitForRetry(body.error(), policy, retry))
                return std::unexpected(std::move(*error));
            continue;
        }
        const auto object = parseJsonObject(*body, {});
        if (!object || !object->value("data"_L1).isArray())
            return fail(
                ErrorKind::Model, u"%1 did not answer with a list of models. Check llm.base_url."_s.arg(hostOf(m_settings.base)));
        QStringList names;
        for (const QJsonValue &entry : object->value("data"_L1).toArray())
            names.append(entry.toObject().value("id"_L1).toString());
        names.removeAll(QString());
        names.sort();
        return names;
    }
}

HttpRequest OpenAiCall::requestTo(const QString &path, const QByteArray &body) const
{
    HttpRequest request;
    request.url = (m_settings.base + path).toUtf8();
    request.body = body;
    request.deadline = m_deadline;
    if (!body.isEmpty())
        request.headers = {"Content-Type: application/json", "Accept: text/event-stream, application/json"};
    if (!m_settings.key.isEmpty())
        request.headers.append(m_settings.key.authorization());
    return request;
}

Tried<ChatReply> OpenAiCall::tryChat(const ChatRequest &request, const OpenAiShape &shape)
{
    const QByteArray body = toJsonLine(openAiRequest(request, m_settings.model, shape, m_settings.form));
    const auto call = m_transport.start(requestTo(u"/chat/completions"_s, body));
    OpenAiAnswer answer;
    QByteArray refused;
    for (;;) {
        const HttpNews news = call->next(1s, m_stop);
        const bool good = call->head().status == 200;
        if (good) {
            const QString text = answer.feed(news.bytes);
            if (answer.hasBegun()) {
                waitIsOver();
                if (m_firstChunkMs == 0)
                    m_firstChunkMs = milliseconds(HttpClock::now() - m_start);
            }
            if (!text.isEmpty() && m_observer.chunk)
                m_observer.chunk(text);
        } else {
            refused += news.bytes;
        }
        if (news.isQuiet() && !answer.hasBegun())
            report(u"first-token"_s, HttpClock::now() - m_start, m_timeout);
        if (!news.end)
            continue;
        if (*news.end != HttpEnd::Whole)
            return std::unexpected(m_failures.ofEnd(*news.end, news.detail));
        if (!good)
            return std::unexpected(m_failures.ofRefusal(call->head(), refused));
        return answer.finish().transform_error([this](const AnswerFault &fault) { return m_failures.ofAnswer(fault); });
    }
}

Tried<QByteArray> OpenAiCall::tryGet(const QString &path)
{
    const auto call = m_transport.start(requestTo(path, {}));
    QByteArray body;
    for (;;) {
        const HttpNews news = call->next(1s, m_stop);
        body += news.bytes;
        if (!news.end)
            continue;
        if (*news.end != HttpEnd::Whole)
            return std::unexpected(m_failures.ofEnd(*news.end, news.detail));
        if (call->head().status != 200)
            return std::unexpected(m_failures.ofRefusal(call->head(), body));
        return body;
    }
}

std::optional<Error> OpenAiCall::waitForRetry(const CallFailure &failure, const RetryPolicy &policy, int retry)
{
    if (!failure.transient)
        return failure.error;
    const bool enough = failure.unreachable && retry > m_settings.retry.unreachableRetries;
    const auto delay = enough ? std::nullopt : policy.delay(retry, failure.retryAfter);
    if (!delay)
        return Error{failure.error.kind, failure.error.detail + u" (tried %1 times)"_s.arg(retry)};
    if (HttpClock::now() + *delay >= m_deadline)
        return m_failures.timedOut(failure.error.detail);
    if (!pause(*delay, failure.rateLimit ? u"rate-limit"_s : u"retry"_s))
        return m_failures.ofEnd(HttpEnd::Cancelled, {}).error;
    return std::nullopt;
}

bool OpenAiCall::pause(std::chrono::milliseconds delay, const QString &what)
{
    const HttpClock::time_point begin = HttpClock::now();
    const HttpClock::time_point end = begin + delay;
    std::mutex mutex;
    std::condition_variable_any never;
    for (HttpClock::time_point now = begin; now < end && !m_stop.stop_requested(); now = HttpClock::now()) {
        report(what, now - begin, delay);
        std::unique_lock lock(mutex);
        never.wait_until(lock, m_stop, std::min(end, now + 1s), [] { return false; });
    }
    return !m_stop.stop_requested();
}

void OpenAiCall::report(const QString &what, HttpClock::duration elapsed, HttpClock::duration limit)
{
    m_waiting = true;
    if (m_observer.waiting)
        m_observer.waiting(what, seconds(elapsed), seconds(limit));
}

void OpenAiCall::waitIsOver()
{
    if (std::exchange(m_waiting, false) && m_observer.waiting)
        m_observer.waiting({}, seconds(HttpClock::now() - m_start), seconds(m_timeout));
}

} // namespace autodidact
