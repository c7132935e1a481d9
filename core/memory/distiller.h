#pragma once

#include "core/domain/outcome.h"
#include "core/llm/chatmodel.h"

namespace autodidact {

struct DistillerSettings {
    double temperature = 0.2;
    int maxTokens = 1024;
    qint64 seed = 1; ///< of the run; the call's seed derives from it and the place
};

/// Lessons of a success, and where they come from.
struct Distilled {
    QList<Lesson> lessons; ///< at most three
    ReflectionOrigin origin = ReflectionOrigin::Model;
    Usage usage;

    bool operator==(const Distilled &) const = default;
};

/// Asks a model what made an attempt green after a red one. Any thread.
///
/// One call; an answer that does not parse gives way to a rule: the change that the red attempt's
/// reflection asked for was right. Whether a lesson holds anything of the task is for who keeps it
/// to check.
class Distiller {
public:
    Distiller(ChatModel &model, DistillerSettings settings)
        : m_model(model)
        , m_settings(settings)
    {
    }

    /// \p task is redacted. Errors: those of the model, and Internal when the prompt is missing.
    Result<Distilled> distil(const Task &task, const SeenAttempt &red, const SeenAttempt &green,
        std::stop_token stop, const ChatObserver &observer = {}) const;

private:
    ChatModel &m_model;
    DistillerSettings m_settings;
};

/// System prompt, then "## Task", "## Attempt" (the red one), "## Test results" and "## What mended
/// it".
Result<QList<ChatMessage>> distillerMessages(
    const Task &task, const SeenAttempt &red, const SeenAttempt &green);

/// The lessons in a model's answer; BadInput where it is not the JSON that was asked for.
Result<QList<Lesson>> parseLessons(const QString &answer);

} // namespace autodidact
