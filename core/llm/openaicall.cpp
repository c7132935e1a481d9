#include "core/llm/openaicall.h"

#include "core/base/json.h"
#include "core/llm/baseurl.h"

#include <QDateTime>

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

CallFailure cancelled()
{
    return {{ErrorKind::Cancelled, u"the call to the model was stopped"_s}};
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
    , m_host(hostOf(settings.base))
    , m_deadline(m_start + timeout)
    , m_timeout(timeout)
{
}

Result<ChatReply> OpenAiCall::chat(const ChatRequest &request, LearntShape &shape)
{
    const RetryPolicy policy(m_settings.retry, request.seed);
    for (int retry = 1;;) {
        const OpenAiShape sent = shape.get();
        Tried<ChatReply> reply = tryChat(request, sent);
        if (reply) {
            settleUsage(*reply, request);
            reply->firstChunkMs = m_firstChunkMs;
            reply->totalMs = milliseconds(HttpClock::now() - m_start);
            return *reply;
        }
        const CallFailure &failure = reply.error();
        if (failure.status == 400 || failure.status == 422) {
            if (const auto next = narrowed(sent, failure.serverMessage, request)) {
                shape.set(*next);
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
        const auto object = parseJsonObject(*body, m_host);
        if (!object || !object->value("data"_L1).isArray())
            return fail(ErrorKind::Model, u"%1 did not answer with a list of models. Check llm.base_url."_s.arg(m_host));
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
            return std::unexpected(failureOf(*news.end, news.detail));
        if (!good)
            return std::unexpected(refusal(call->head(), refused));
        return answer.finish().transform_error([this](const AnswerFault &fault) { return failureOf(fault); });
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
            return std::unexpected(failureOf(*news.end, news.detail));
        if (call->head().status != 200)
            return std::unexpected(refusal(call->head(), body));
        return body;
    }
}

std::optional<Error> OpenAiCall::waitForRetry(const CallFailure &failure, const RetryPolicy &policy, int retry)
{
    if (!failure.transient)
        return failure.error;
    const auto delay = policy.delay(retry, failure.retryAfter);
    if (!delay)
        return Error{failure.error.kind, failure.error.detail + u" (tried %1 times)"_s.arg(retry)};
    if (HttpClock::now() + *delay >= m_deadline)
        return timedOut(failure.error.detail);
    if (!pause(*delay, failure.rateLimit ? u"rate-limit"_s : u"retry"_s))
        return cancelled().error;
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

Error OpenAiCall::timedOut(const QString &why) const
{
    const QString text = u"%1 gave no whole answer within %2 s (llm.timeout_s)."_s.arg(m_host).arg(seconds(m_timeout), 0, 'g', 4);
    return {ErrorKind::Budget, why.isEmpty() ? text : text + u" Last: "_s + why};
}

CallFailure OpenAiCall::failureOf(HttpEnd end, const QString &detail) const
{
    const QString why = m_settings.key.scrub(detail);
    const auto model = [&](const QString &text, bool transient) {
        CallFailure failure{{ErrorKind::Model, text.arg(m_host, why)}};
        failure.transient = transient;
        return failure;
    };
    switch (end) {
    case HttpEnd::Cancelled: return cancelled();
    case HttpEnd::Deadline: return {timedOut({})};
    case HttpEnd::BadUrl: return model(u"%1: the address cannot be used: %2. Check llm.base_url."_s, false);
    case HttpEnd::Unresolved: return model(u"%1: the host is not known: %2. Check llm.base_url and the network."_s, true);
    case HttpEnd::Unreachable: return model(u"%1 cannot be reached: %2. Is the model server running there? Check llm.base_url."_s, true);
    case HttpEnd::Untrusted: return model(u"%1: no trusted connection: %2. Check https against http in llm.base_url, and the certificates."_s, false);
    case HttpEnd::TooLarge: return model(u"%1 sent more than a model's answer can be. Check llm.base_url."_s, false);
    case HttpEnd::Whole:
    case HttpEnd::Broken: break;
    }
    return model(u"%1 broke the connection before the answer was whole: %2."_s, true);
}

CallFailure OpenAiCall::failureOf(const AnswerFault &fault) const
{
    CallFailure failure{{ErrorKind::Model, {}}};
    switch (fault.kind) {
    case AnswerFault::Kind::Server:
        failure.serverMessage = m_settings.key.scrub(fault.server.message);
        failure.transient = fault.server.isTransient();
        failure.rateLimit = fault.server.isRateLimit();
        failure.status = fault.server.code.toInt();
        return describe(failure);
    case AnswerFault::Kind::Cut:
        failure.transient = true;
        failure.error.detail = u"%1 ended its answer before it was whole."_s.arg(m_host);
        return failure;
    case AnswerFault::Kind::NotUnderstood:
        break;
    }
    // Once in a while a proxy's page or a torn line; for good it is the wrong address.
    failure.transient = true;
    failure.error.detail = u"%1 did not answer as a model server: %2. Check llm.base_url."_s.arg(m_host, m_settings.key.scrub(fault.detail));
    return failure;
}

CallFailure OpenAiCall::refusal(const HttpHead &head, const QByteArray &body) const
{
    constexpr qsizetype LongestMessage = 300;
    CallFailure failure{{ErrorKind::Model, {}}};
    failure.status = head.status;
    const auto object = parseJsonObject(QString::fromUtf8(body).toUtf8(), {});
    const auto error = object ? serverErrorIn(*object) : std::nullopt;
    failure.serverMessage = m_settings.key.scrub(error ? error->message : QString::fromUtf8(body)).simplified().left(LongestMessage);
    const bool spent = error && (error->code == "insufficient_quota"_L1 || error->type == "insufficient_quota"_L1);
    failure.transient = RetryPolicy::isTransient(head.status) && !spent;
    failure.rateLimit = head.status == 429;
    if (const auto after = head.header("retry-after"))
        failure.retryAfter = RetryPolicy::parseRetryAfter(*after, QDateTime::currentDateTimeUtc());
    return describe(failure);
}

/// Names the host, what it said, and what to do about it.
CallFailure OpenAiCall::describe(CallFailure failure) const
{
    const int status = failure.status;
    const QString key = m_settings.keySource.isEmpty() ? u"llm.api_key_env"_s : m_settings.keySource;
    QString remedy;
    QString what = u"refused the request"_s;
    if (status == 401 || status == 403) {
        what = m_settings.key.isEmpty() ? u"asks for a key"_s : u"refused the key"_s;
        remedy = u"Put a valid key into the environment variable named by %1."_s.arg(key);
        if (!m_settings.keySource.isEmpty())
            remedy = u"Put a valid key into the environment variable %1."_s.arg(key);
    } else if (status == 404) {
        what = u"does not know the model \"%1\" or the address"_s.arg(m_settings.model);
        remedy = u"Check the model's name (fetch it first on a local server) and llm.base_url."_s;
    } else if (status >= 300 && status < 400) {
        what = u"sends on to another address"_s;
        remedy = u"Give the final address in llm.base_url."_s;
    } else if (failure.transient) {
        what = failure.rateLimit ? u"limits the rate"_s : u"failed"_s;
    } else if (status == 429) {
        what = u"says that the quota is spent"_s;
        remedy = u"Check the plan and the billing of the account."_s;
    } else if (status == 413 || failure.serverMessage.contains("context"_L1)) {
        remedy = u"If the prompt is too long for the model, lower memory.tokens, update.prompt_tokens or llm.max_tokens."_s;
    }
    QString text = m_host + u' ' + what;
    if (status != 0)
        text += u" (%1)"_s.arg(status);
    if (!failure.serverMessage.isEmpty())
        text += u": "_s + failure.serverMessage;
    if (!text.endsWith(u'.'))
        text += u'.';
    failure.error.detail = remedy.isEmpty() ? text : text + u' ' + remedy;
    return failure;
}

} // namespace autodidact
