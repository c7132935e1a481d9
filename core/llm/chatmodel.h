#pragma once

#include "core/base/error.h"
#include "core/domain/attempt.h"

#include <QJsonObject>

#include <functional>
#include <stop_token>

namespace autodidact {

/// What a call is for. Persisted in cassettes: never renumber.
enum class ModelRole { Coder = 1, Reflector = 2, Optimiser = 3, Critic = 4 };

enum class ChatRole { System, User, Assistant };

struct ChatMessage {
    ChatRole role = ChatRole::User;
    QString text;

    bool operator==(const ChatMessage &) const = default;
};

struct ChatRequest {
    ModelRole role = ModelRole::Coder;
    QList<ChatMessage> messages;
    double temperature = 0.2;
    int maxTokens = 2048;
    quint64 seed = 0;                       ///< of this call; sent to servers that know a seed
    QString adapter;                        ///< of a local server: a served name, or "lora:ID=SCALE,…"; empty for none
    std::optional<QJsonObject> schema;      ///< JSON schema of the answer, where the provider has it
};

struct ChatReply {
    QString text;
    QString reasoning;                      ///< kept apart from the answer
    QString finishReason = QStringLiteral("stop");
    Usage usage;
    bool promptCut = false;                 ///< reported prompt tokens are under 60 % of our estimate
    double firstChunkMs = 0;
    double totalMs = 0;
    QString manifest;                       ///< only the simulated student fills it; metrics only
};

/// Called in a thread of the model's; must return at once.
struct ChatObserver {
    std::function<void(const QString &text)> chunk;
    std::function<void(const QString &what, double elapsedS, double limitS)> waiting;
};

/// Messages in, an answer out. Implementations may be called from several threads at once.
class ChatModel
{
public:
    virtual ~ChatModel() = default;

    /// Blocks until the answer is whole, the deadline has passed (Model), the token is stopped
    /// (Cancelled) or the model failed for good (Model).
    virtual Result<ChatReply> complete(const ChatRequest &request, const ChatObserver &observer, std::stop_token stop) = 0;

    virtual QString name() const = 0;       ///< for example "openai:qwen2.5-coder"
    virtual bool isSimulated() const { return false; }
};

/// Our estimate of a text's length in tokens where no tokeniser is known:
/// ASCII words and punctuation at about four characters a token, other scripts at one.
int estimateTokens(QStringView text);

} // namespace autodidact
