#include "core/llm/openairequest.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString nameOf(ChatRole role)
{
    switch (role) {
    case ChatRole::System: return u"system"_s;
    case ChatRole::User: return u"user"_s;
    case ChatRole::Assistant: return u"assistant"_s;
    }
    return u"user"_s;
}

/// Servers keep seeds in 32 bits, some with a sign.
qint64 foldedSeed(quint64 seed)
{
    return qint64((seed ^ (seed >> 32)) & 0x7fffffffU);
}

/// "lora:0=1,2=0.5" as llama.cpp's server takes it; empty for a served name.
QJsonArray adapterScales(const QString &adapter)
{
    QJsonArray scales;
    if (!adapter.startsWith("lora:"_L1))
        return scales;
    for (const QString &part : adapter.sliced(5).split(u',', Qt::SkipEmptyParts))
        scales.append(QJsonObject{{u"id"_s, part.section(u'=', 0, 0).toInt()}, {u"scale"_s, part.contains(u'=') ? part.section(u'=', 1).toDouble() : 1.0}});
    return scales;
}

} // namespace

QJsonObject openAiRequest(const ChatRequest &request, const QString &model, const OpenAiShape &shape, AnswerForm form)
{
    QJsonArray messages;
    for (const ChatMessage &message : request.messages)
        messages.append(QJsonObject{{u"role"_s, nameOf(message.role)}, {u"content"_s, message.text}});
    QJsonObject body{{u"model"_s, model}, {u"messages"_s, messages}, {u"stream"_s, form == AnswerForm::Streamed}};
    // vLLM and others serve an adapter as a model of its own; llama.cpp scales loaded adapters per request.
    if (const QJsonArray scales = adapterScales(request.adapter); !scales.isEmpty())
        body.insert(u"lora"_s, scales);
    else if (!request.adapter.isEmpty())
        body.insert(u"model"_s, request.adapter);
    if (shape.temperature)
        body.insert(u"temperature"_s, request.temperature);
    if (shape.tokenLimit)
        body.insert(shape.completionTokens ? u"max_completion_tokens"_s : u"max_tokens"_s, request.maxTokens);
    if (shape.seed)
        body.insert(u"seed"_s, foldedSeed(request.seed));
    if (form == AnswerForm::Streamed && shape.streamOptions)
        body.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
    if (request.schema && shape.schema) {
        body.insert(u"response_format"_s, QJsonObject{{u"type"_s, u"json_schema"_s},
            {u"json_schema"_s, QJsonObject{{u"name"_s, u"answer"_s}, {u"schema"_s, *request.schema}}}});
    }
    return body;
}

std::optional<OpenAiShape> narrowed(const OpenAiShape &shape, const QString &message, const ChatRequest &request)
{
    OpenAiShape next = shape;
    const auto names = [&message](QLatin1StringView field) { return message.contains(field, Qt::CaseInsensitive); };
    const bool schemaSent = request.schema && shape.schema;
    if (schemaSent && (names("response_format"_L1) || names("json_schema"_L1) || names("schema"_L1)))
        next.schema = false;
    else if (names("stream_options"_L1) || names("include_usage"_L1))
        next.streamOptions = false;
    else if (!shape.completionTokens && names("max_completion_tokens"_L1))
        next.completionTokens = true;
    else if (shape.completionTokens && names("max_completion_tokens"_L1))
        next.tokenLimit = false;
    else if (!shape.completionTokens && names("max_tokens"_L1) && !names("context"_L1))
        next.completionTokens = true;
    else if (names("temperature"_L1))
        next.temperature = false;
    else if (names("seed"_L1))
        next.seed = false;
    else if (schemaSent && !names("context"_L1))
        next.schema = false;
    return next == shape ? std::nullopt : std::optional(next);
}

} // namespace autodidact
