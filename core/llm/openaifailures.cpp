#include "core/llm/openaifailures.h"

#include "core/base/json.h"
#include "core/llm/baseurl.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace autodidact {

OpenAiFailures::OpenAiFailures(const OpenAiSettings &settings, std::chrono::milliseconds timeout)
    : m_settings(settings)
    , m_host(hostOf(settings.base))
    , m_timeout(timeout)
{
}

Error OpenAiFailures::timedOut(const QString &why) const
{
    const QString text =
        u"%1 gave no whole answer within %2 s (llm.timeout_s)."_s.arg(m_host).arg(double(m_timeout.count()) / 1000.0, 0, 'g', 4);
    return {ErrorKind::Model, why.isEmpty() ? text : text + u" Last: "_s + why};
}

CallFailure OpenAiFailures::ofEnd(HttpEnd end, const QString &detail) const
{
    const QString why = m_settings.key.scrub(detail);
    const auto model = [&](const QString &text, bool transient) {
        CallFailure failure{{ErrorKind::Model, text.arg(m_host, why)}};
        failure.transient = transient;
        failure.unreachable = end == HttpEnd::Unreachable || end == HttpEnd::Unresolved;
        return failure;
    };
    switch (end) {
    case HttpEnd::Cancelled: return {{ErrorKind::Cancelled, u"the call to the model was stopped"_s}};
    case HttpEnd::Deadline: return {timedOut({})};
    case HttpEnd::BadUrl: return model(u"%1: the address cannot be used: %2. Check llm.base_url."_s, false);
    case HttpEnd::Unresolved: return model(u"%1: the host is not known: %2. Check llm.base_url and the network."_s, true);
    case HttpEnd::Unreachable:
        return model(u"%1 cannot be reached: %2. Is the model server running there? Check llm.base_url."_s, true);
    case HttpEnd::Untrusted:
        return model(u"%1: no trusted connection: %2. Check https against http in llm.base_url, and the certificates."_s, false);
    case HttpEnd::TooLarge: return model(u"%1 sent more than a model's answer can be. Check llm.base_url."_s, false);
    case HttpEnd::Whole:
    case HttpEnd::Broken: break;
    }
    return model(u"%1 broke the connection before the answer was whole: %2."_s, true);
}

CallFailure OpenAiFailures::ofAnswer(const AnswerFault &fault) const
{
    CallFailure failure{{ErrorKind::Model, {}}};
    switch (fault.kind) {
    case AnswerFault::Kind::Server:
        failure.serverMessage = m_settings.key.scrub(fault.server.message);
        failure.transient = fault.server.isTransient();
        failure.rateLimit = fault.server.isRateLimit();
        failure.status = fault.server.code.toInt();
        return described(failure);
    case AnswerFault::Kind::Cut:
        failure.transient = true;
        failure.error.detail = u"%1 ended its answer before it was whole."_s.arg(m_host);
        return failure;
    case AnswerFault::Kind::NotUnderstood:
        break;
    }
    // Once in a while a proxy's page or a torn line; for good it is the wrong address.
    failure.transient = true;
    failure.error.detail =
        u"%1 did not answer as a model server: %2. Check llm.base_url."_s.arg(m_host, m_settings.key.scrub(fault.detail));
    return failure;
}

CallFailure OpenAiFailures::ofRefusal(const HttpHead &head, const QByteArray &body) const
{
    constexpr qsizetype LongestMessage = 300;
    CallFailure failure{{ErrorKind::Model, {}}};
    failure.status = head.status;
    const auto object = parseJsonObject(QString::fromUtf8(body).toUtf8(), {});
    const auto error = object ? serverErrorIn(*object) : std::nullopt;
    failure.serverMessage =
        m_settings.key.scrub(error ? error->message : QString::fromUtf8(body)).simplified().left(LongestMessage);
    const bool spent = error && (error->code == "insufficient_quota"_L1 || error->type == "insufficient_quota"_L1);
    failure.transient = RetryPolicy::isTransient(head.status) && !spent;
    failure.rateLimit = head.status == 429;
    if (const auto after = head.header("retry-after"))
        failure.retryAfter = RetryPolicy::parseRetryAfter(*after, QDateTime::currentDateTimeUtc());
    return described(failure);
}

/// Names the host, what it said, and what to do about it.
CallFailure OpenAiFailures::described(CallFailure failure) const
{
    const Wording wording = wordingFor(failure);
    QString text = m_host + u' ' + wording.what;
    if (failure.status != 0)
        text += u" (%1)"_s.arg(failure.status);
    if (!failure.serverMessage.isEmpty())
        text += u": "_s + failure.serverMessage;
    if (!text.endsWith(u'.'))
        text += u'.';
    failure.error.detail = wording.remedy.isEmpty() ? text : text + u' ' + wording.remedy;
    return failure;
}

OpenAiFailures::Wording OpenAiFailures::wordingFor(const CallFailure &failure) const
{
    const int status = failure.status;
    if (status == 401 || status == 403) {
        const QString variable = m_settings.keySource.isEmpty() ? u"that llm.api_key_env names"_s : m_settings.keySource;
        return {m_settings.key.isEmpty() ? u"asks for a key"_s : u"refused the key"_s,
            u"Put a valid key into the environment variable %1."_s.arg(variable)};
    }
    if (status == 404) {
        return {u"does not know the model \"%1\" or the address"_s.arg(m_settings.model),
            u"Check the model's name (fetch it first on a local server) and llm.base_url."_s};
    }
    if (status >= 300 && status < 400)
        return {u"sends on to another address"_s, u"Give the final address in llm.base_url."_s};
    if (failure.transient)
        return {failure.rateLimit ? u"limits the rate"_s : u"failed"_s, {}};
    if (status == 429)
        return {u"says that the quota is spent"_s, u"Check the plan and the billing of the account."_s};
    if (status == 413 || failure.serverMessage.contains("context"_L1)) {
        return {u"refused the request"_s,
            u"If the prompt is too long for the model, lower memory.tokens, update.prompt_tokens or llm.max_tokens."_s};
    }
    return {u"refused the request"_s, {}};
}

} // namespace autodidact
