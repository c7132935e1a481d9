#include "core/llm/openaianswer.h"

#include "core/llm/retrypolicy.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(qint64(value.toDouble()));
    if (!value.isArray())
        return value.toString();
    QString text;                // content in parts
    for (const QJsonValue &part : value.toArray())
        text += part.toObject().value("text"_L1).toString();
    return text;
}

/// Half a character pair, as a server may write it in an escape, becomes a replacement character.
QString wellFormed(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

/// Servers without a field for reasoning leave it at the head of the answer, between tags.
void moveThoughts(ChatReply &reply)
{
    constexpr auto Begin = "<think>"_L1;
    constexpr auto End = "</think>"_L1;
    const QString text = reply.text.trimmed();
    const qsizetype end = text.indexOf(End);
    if (!text.startsWith(Begin) || end < 0)
        return;
    reply.reasoning += text.sliced(Begin.size(), end - Begin.size()).trimmed();
    reply.text = text.sliced(end + End.size()).trimmed();
}

/// A beginning of a page or a text, for a message.
QString excerpt(const QByteArray &bytes)
{
    constexpr qsizetype Longest = 120;
    return QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 4 * Longest))).simplified().left(Longest);
}

} // namespace

bool ServerError::isRateLimit() const
{
    const bool spent = code == "insufficient_quota"_L1 || type == "insufficient_quota"_L1;
    return !spent && (code == "429"_L1 || code.contains("rate_limit"_L1) || type.contains("rate_limit"_L1));
}

bool ServerError::isTransient() const
{
    return isRateLimit() || RetryPolicy::isTransient(code.toInt()) || type.contains("overloaded"_L1)
        || type.contains("server_error"_L1) || type.contains("unavailable"_L1) || type.contains("timeout"_L1);
}

std::optional<ServerError> serverErrorIn(const QJsonObject &object)
{
    const QJsonValue error = object.value("error"_L1);
    if (error.isObject()) {
        const QJsonObject details = error.toObject();
        return ServerError{
            textOf(details.value("message"_L1)), textOf(details.value("type"_L1)), textOf(details.value("code"_L1))};
    }
    if (error.isString() && !error.toString().isEmpty())
        return ServerError{error.toString(), {}, {}};
    if (object.value("object"_L1) == "error"_L1)
        return ServerError{textOf(object.value("message"_L1)), textOf(object.value("type"_L1)), textOf(object.value("code"_L1))};
    if (object.contains("detail"_L1) && !object.contains("choices"_L1)) {
        const QJsonValue detail = object.value("detail"_L1);
        const QString text = detail.isString()
            ? detail.toString()
            : QString::fromUtf8(QJsonDocument(QJsonArray{detail}).toJson(QJsonDocument::Compact));
        return ServerError{text, {}, {}};
    }
    return std::nullopt;
}

QString OpenAiAnswer::feed(QByteArrayView bytes)
{
    if (m_form == Form::Stream)
        return takeEvents(m_parser.feed(bytes));
    m_bytes += bytes;
    if (m_form == Form::Unknown)
        recognise();
    return m_form == Form::Stream ? takeEvents(m_parser.feed(std::exchange(m_bytes, {}))) : QString();
}

/// By the first character, as servers give the wrong content type now and then.
void OpenAiAnswer::recognise()
{
    QByteArrayView begin = m_bytes;
    if (QByteArrayView("\xef\xbb\xbf").startsWith(begin.first(std::min<qsizetype>(3, begin.size()))) && begin.size() < 3)
        return;
    if (begin.startsWith("\xef\xbb\xbf"))
        begin = begin.sliced(3);
    begin = begin.trimmed();
    if (begin.isEmpty())
        return;
    for (const char *field : {"data:", ":", "event:", "id:", "retry:"}) {
        const QByteArrayView name(field);
        if (begin.startsWith(name))
            m_form = Form::Stream;
        else if (begin.size() < name.size() && name.startsWith(begin))
            return;              // too little to tell
        if (m_form == Form::Stream)
            return;
    }
    m_form = Form::Whole;
}

QString OpenAiAnswer::takeEvents(const QStringList &events)
{
    QString added;
    for (const QString &event : events) {
        if (event.trimmed() == "[DONE]"_L1) {
            m_finished = true;
            continue;
        }
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(event.toUtf8(), &error);
        if (!document.isObject()) {
            if (!m_fault)
                m_fault = AnswerFault{
                    AnswerFault::Kind::NotUnderstood, {}, u"an event of the stream is not JSON (%1)"_s.arg(error.errorString())};
            continue;
        }
        added += takeObject(document.object(), "delta"_L1);
    }
    return added;
}

QString OpenAiAnswer::takeObject(const QJsonObject &object, QLatin1StringView part)
{
    if (auto error = serverErrorIn(object)) {
        m_fault = AnswerFault{AnswerFault::Kind::Server, *error, {}};
        return {};
    }
    takeUsage(object);
    const QJsonObject choice = object.value("choices"_L1).toArray().first().toObject();
    const QJsonObject message = choice.value(part).toObject();
    QString text = textOf(message.value("content"_L1));
    if (text.isEmpty())
        text = textOf(message.value("refusal"_L1));
    for (const auto key : {"reasoning_content"_L1, "reasoning"_L1}) {
        if (const QString thought = textOf(message.value(key)); !thought.isEmpty()) {
            m_reply.reasoning += thought;
            break;               // some servers send it under both names
        }
    }
    m_reply.text += text;
    m_begun = m_begun || !text.isEmpty() || !m_reply.reasoning.isEmpty();
    if (const QString reason = choice.value("finish_reason"_L1).toString(); !reason.isEmpty()) {
        m_reply.finishReason = reason;
        m_finished = true;
    }
    return text;
}

void OpenAiAnswer::takeUsage(const QJsonObject &object)
{
    const QJsonObject usage = object.value("usage"_L1).toObject();
    if (!usage.contains("prompt_tokens"_L1))
        return;
    m_reply.usage.promptTokens = usage.value("prompt_tokens"_L1).toInteger();
    m_reply.usage.completionTokens = usage.value("completion_tokens"_L1).toInteger();
    m_reply.usage.estimated = false;
    m_reply.usage.calls = 1;
}

std::expected<ChatReply, AnswerFault> OpenAiAnswer::finish()
{
    if (m_form == Form::Stream) {
        takeEvents(m_parser.finish());
    } else {
        QJsonParseError error;
        const QByteArray clean = QString::fromUtf8(m_bytes).toUtf8();
        const QJsonDocument document = QJsonDocument::fromJson(clean, &error);
        const QJsonObject object = document.object();
        const bool answers = !object.value("choices"_L1).toArray().isEmpty();
        if (m_bytes.trimmed().isEmpty())
            return std::unexpected(AnswerFault{AnswerFault::Kind::Cut, {}, {}});
        if (!answers && !serverErrorIn(object)) {
            return std::unexpected(AnswerFault{AnswerFault::Kind::NotUnderstood, {},
                u"the answer is no chat completion; it begins with \"%1\""_s.arg(excerpt(m_bytes))});
        }
        takeObject(object, "message"_L1);
        m_finished = true;
    }
    if (m_fault)
        return std::unexpected(*m_fault);
    if (!m_finished)
        return std::unexpected(AnswerFault{AnswerFault::Kind::Cut, {}, {}});
    m_reply.text = wellFormed(m_reply.text);
    m_reply.reasoning = wellFormed(m_reply.reasoning);
    moveThoughts(m_reply);
    return m_reply;
}

} // namespace autodidact
