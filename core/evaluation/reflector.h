#pragma once

#include "core/domain/outcome.h"
#include "core/llm/chatmodel.h"

namespace autodidact {

/// Settings of one reflection call.
struct ReflectorSettings {
    double temperature = 0.2;
    int maxTokens = 1024;
    qint64 seed = 1;         ///< of the run; the call's seed derives from it and the place
};

/// Asks a model what failed in an attempt, why, and what to change. Any thread.
///
/// The answer is JSON against a schema, with one repair round when it is not; after that the
/// reflection is written by rule from the verdict, and marked as such.
class Reflector
{
public:
    Reflector(ChatModel &model, ReflectorSettings settings) : m_model(model), m_settings(settings) {}

    /// Errors: those of the model (a run that goes on later must end as if the server had never been away), and Internal
    /// when a prompt file is missing.
    Result<Reflection> reflect(const Task &task, const SeenAttempt &seen, std::stop_token stop,
                               const ChatObserver &observer = {}) const;

private:
    Result<ChatReply> ask(const QList<ChatMessage> &messages, int round, const Place &place,
                          const ChatObserver &observer, std::stop_token stop) const;

    ChatModel &m_model;
    ReflectorSettings m_settings;
};

/// The messages of the first call: the system prompt, then "## Task", "## Attempt" with numbered lines, "## Test results".
Result<QList<ChatMessage>> reflectionMessages(const Task &task, const SeenAttempt &seen);

/// A reflection from the verdict alone, without a model; origin RuleBased.
Reflection ruleBasedReflection(const SeenAttempt &seen);

/// How a stated error class relates to what the reviewer was shown.
enum class ClassMatch { NotStated, Agrees, Differs };
ClassMatch classMatch(const Reflection &reflection, const Verdict &verdict);

} // namespace autodidact
