#pragma once

#include "core/llm/chatmodel.h"
#include "core/llm/sseparser.h"

#include <expected>

namespace autodidact {

/// What a server says about its own failure.
struct ServerError {
    QString message;
    QString type;                ///< "rate_limit_error", …; may be empty
    QString code;                ///< "insufficient_quota", "503", …; may be empty

    bool isRateLimit() const;
    bool isTransient() const;    ///< the same request may succeed later
};

/// The error of a JSON answer in any of the forms in use, if it holds one.
std::optional<ServerError> serverErrorIn(const QJsonObject &object);

/// Why an answer is no answer.
struct AnswerFault {
    enum class Kind { Server, Cut, NotUnderstood };
    Kind kind = Kind::Cut;
    ServerError server;          ///< for Server
    QString detail;              ///< for NotUnderstood
};

/// Reads a chat completions answer, streamed or whole, as its bytes come in.
class OpenAiAnswer
{
public:
    /// Returns the text that these bytes add to the answer.
    QString feed(QByteArrayView bytes);

    bool hasBegun() const { return m_begun; }     ///< something of the answer or its reasoning is here

    /// The whole answer, once the connection has ended well. Usage is that of the server, or calls = 0.
    std::expected<ChatReply, AnswerFault> finish();

private:
    enum class Form { Unknown, Stream, Whole };

    void recognise();
    QString takeEvents(const QStringList &events);
    QString takeObject(const QJsonObject &object, QLatin1StringView part);
    void takeUsage(const QJsonObject &object);

    Form m_form = Form::Unknown;
    QByteArray m_bytes;          ///< all of a whole answer; the beginning of an unknown one
    SseParser m_parser;
    ChatReply m_reply;
    bool m_begun = false;
    bool m_finished = false;     ///< a finish reason or [DONE] was seen
    std::optional<AnswerFault> m_fault;
};

} // namespace autodidact
