#pragma once

#include "core/llm/httptransport.h"
#include "core/llm/openaimodel.h"

namespace autodidact {

enum class ModelKind { Student, OpenAi };

/// What `--model` names.
struct ModelSpec {
    ModelKind kind = ModelKind::Student;
    QString name;                ///< of the model; for the student its skill, may be empty

    bool operator==(const ModelSpec &) const = default;
};

/// Reads "student", "student:SKILL" or "openai:NAME"; BadUsage with the known forms for anything else.
Result<ModelSpec> parseModelSpec(const QString &spec);

/// How to reach a model server, as a run's configuration says it.
struct ModelAccess {
    QString baseUrl;             ///< llm.base_url
    QString apiKeyEnv;           ///< llm.api_key_env
    QString sessionKey;          ///< typed for this session; goes before the variable
    int timeoutS = 600;          ///< llm.timeout_s, 1 or more
    RetrySettings retry;         ///< a run is patient; somebody who waits before a button is not
};

/// Makes the model of a spec of kind OpenAi. Without a key's variable, OPENAI_API_KEY is used for
/// OpenAI's own servers and for no other host.
Result<std::shared_ptr<OpenAiModel>> makeHttpModel(
    const ModelSpec &spec, const ModelAccess &access, std::shared_ptr<HttpTransport> transport);

} // namespace autodidact
