#pragma once

#include "core/llm/chatmodel.h"

#include <QJsonObject>

namespace autodidact {

/// Which optional fields of a request a server takes. It begins with what most servers know, and is
/// narrowed by what a server refuses.
struct OpenAiShape {
    bool completionTokens = false;       ///< the limit is called max_completion_tokens, else max_tokens
    bool tokenLimit = true;
    bool schema = true;
    bool streamOptions = true;
    bool seed = true;
    bool temperature = true;

    bool operator==(const OpenAiShape &) const = default;
};

enum class AnswerForm { Streamed, Whole };

/// The body of a chat completions request.
QJsonObject openAiRequest(const ChatRequest &request, const QString &model, const OpenAiShape &shape, AnswerForm form);

/// What to leave out or rename after a refusal (HTTP 400 or 422) with this message: nothing when the
/// message names no field of ours. A schema is given up also when no field is named at all.
std::optional<OpenAiShape> narrowed(const OpenAiShape &shape, const QString &message, const ChatRequest &request);

} // namespace autodidact
