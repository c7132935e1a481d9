#include "tests/support/chatbehaviours.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace autodidact::test {

namespace {

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject usage(int promptTokens)
{
    return {{u"prompt_tokens"_s, promptTokens}, {u"completion_tokens"_s, 5}, {u"total_tokens"_s, promptTokens + 5}};
}

QByteArray event(const QJsonObject &object)
{
    return "data: " + json(object) + "\n\n";
}

QJsonObject choices(const QJsonObject &choice)
{
    return {{u"choices"_s, QJsonArray{choice}}};
}

} // namespace

QByteArray chatEvent(const QString &text, const QString &field)
{
    return event(choices({{u"index"_s, 0}, {u"delta"_s, QJsonObject{{field, text}}}, {u"finish_reason"_s, QJsonValue::Null}}));
}

QByteArray chatEnd(std::optional<int> promptTokens, const QString &reason)
{
    QByteArray text = event(choices({{u"index"_s, 0}, {u"delta"_s, QJsonObject{}}, {u"finish_reason"_s, reason}}));
    if (promptTokens)
        text += event({{u"choices"_s, QJsonArray{}}, {u"usage"_s, usage(*promptTokens)}});
    return text + "data: [DONE]\n\n";
}

QByteArray wholeChat(const QString &text, std::optional<int> promptTokens)
{
    QJsonObject body = choices({{u"index"_s, 0}, {u"message"_s, QJsonObject{{u"role"_s, u"assistant"_s}, {u"content"_s, text}}},
        {u"finish_reason"_s, u"stop"_s}});
    if (promptTokens)
        body.insert(u"usage"_s, usage(*promptTokens));
    return json(body);
}

Behaviour streams(const QStringList &pieces, std::optional<int> promptTokens)
{
    return [pieces, promptTokens](ServedConnection &connection, const ServedRequest &) {
        connection.beginChunked(200, "text/event-stream");
        for (const QString &piece : pieces)
            connection.chunk(chatEvent(piece));
        connection.chunk(chatEnd(promptTokens));
        connection.endChunked();
    };
}

Behaviour refuses(int status, const QString &message, const QList<QByteArray> &headers, const QString &code)
{
    QJsonObject error{{u"message"_s, message}};
    if (!code.isEmpty())
        error.insert(u"code"_s, code);
    const QByteArray body = json({{u"error"_s, error}});
    return [status, body, headers](ServedConnection &connection, const ServedRequest &) {
        connection.answer(status, "application/json", body, headers);
    };
}

} // namespace autodidact::test
