#pragma once

#include "core/llm/chatmodel.h"
#include "core/memory/embedder.h"
#include "core/update/updater.h"

namespace autodidact {

/// The fixed texts of the optimiser's conversation.
struct OptimiserPrompts {
    QString system;
    QString repair;              ///< "%1" is what was wrong

    static Result<OptimiserPrompts> load();   ///< from `:/prompts/`
};

/// Turns the reflections of a round into small edits of the rules, with a model as the editor, one
/// repair round, and a rule-based edit as the last resort.
class AutoPrompt : public Updater
{
public:
    /// Model and embedder must outlive it.
    AutoPrompt(ChatModel &optimiser, Embedder &embedder, OptimiserPrompts prompts);

    Result<QList<Update>> propose(const UpdateContext &context, std::stop_token stop) override;

    /// What the optimiser is sent first.
    ChatRequest request(const UpdateContext &context) const;

private:
    struct Answer;

    Result<Answer> ask(const UpdateContext &context, std::stop_token stop) const;

    ChatModel &m_optimiser;
    Embedder &m_embedder;
    OptimiserPrompts m_prompts;
};

/// The edit of the last resort: the change that the most frequent cause asks for, as a new rule.
/// Nothing when no reflection names a usable change.
std::optional<RuleEdit> ruleBasedEdit(const QList<TaskOutcome> &outcomes, int ruleLength);

} // namespace autodidact
