#pragma once

#include "core/llm/apikey.h"
#include "core/llm/chatmodel.h"
#include "core/llm/httptransport.h"
#include "core/llm/openairequest.h"
#include "core/llm/retrypolicy.h"

#include <memory>
#include <mutex>

namespace autodidact {

/// How to reach a model.
struct OpenAiSettings {
    QString model;               ///< the server's name for it
    QString base;                ///< from apiBase()
    ApiKey key;
    QString keySource;           ///< where the key comes from, for messages: a variable's name; may be empty
    std::chrono::milliseconds timeout{600'000};      ///< one deadline per call over all retries
    RetrySettings retry;
    AnswerForm form = AnswerForm::Streamed;
};

/// What a server is known to take; learnt from refusals, shared by the calls of one model.
class LearntShape
{
public:
    explicit LearntShape(OpenAiShape shape) : m_shape(shape) { }
    OpenAiShape get() const;
    void narrowTo(const OpenAiShape &shape);      ///< what either gave up stays given up

private:
    mutable std::mutex m_mutex;
    OpenAiShape m_shape;
};

/// A model behind the chat completions interface: OpenAI, Ollama, llama.cpp, vLLM, LM Studio, OpenRouter.
///
/// The observer is called in the thread that called complete(). A report of waiting "retry" or
/// "rate-limit" means that the answer begins anew: chunks given before it are void. An empty `what`
/// says that the wait is over.
class OpenAiModel : public ChatModel
{
public:
    OpenAiModel(OpenAiSettings settings, std::shared_ptr<HttpTransport> transport);

    Result<ChatReply> complete(const ChatRequest &request, const ChatObserver &observer, std::stop_token stop) override;
    QString name() const override;

    /// The names of the models that the server offers, sorted; \p timeout for the whole question.
    Result<QStringList> listModels(std::chrono::milliseconds timeout, std::stop_token stop) const;

private:
    OpenAiSettings m_settings;
    std::shared_ptr<HttpTransport> m_transport;
    LearntShape m_shape;
};

} // namespace autodidact
