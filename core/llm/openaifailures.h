#pragma once

#include "core/llm/openaianswer.h"
#include "core/llm/openaimodel.h"

namespace autodidact {

/// Why one try failed, and whether another may help.
struct CallFailure {
    Error error;
    bool transient = false;
    bool rateLimit = false;
    bool unreachable = false;    ///< no connection: rather a wrong address than a busy server
    int status = 0;              ///< of HTTP; 0 without an answer
    QString serverMessage;       ///< scrubbed
    std::optional<std::chrono::milliseconds> retryAfter;
};

/// Says what went wrong with a request: the host, its own words without any key, and the remedy.
class OpenAiFailures
{
public:
    OpenAiFailures(const OpenAiSettings &settings, std::chrono::milliseconds timeout);

    CallFailure ofEnd(HttpEnd end, const QString &detail) const;
    CallFailure ofAnswer(const AnswerFault &fault) const;
    CallFailure ofRefusal(const HttpHead &head, const QByteArray &body) const;
    Error timedOut(const QString &why) const;     ///< \p why: what the last try said; may be empty

private:
    struct Wording {
        QString what;
        QString remedy;
    };
    CallFailure described(CallFailure failure) const;
    Wording wordingFor(const CallFailure &failure) const;

    const OpenAiSettings &m_settings;
    QString m_host;
    std::chrono::milliseconds m_timeout;
};

} // namespace autodidact
