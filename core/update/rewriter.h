#pragma once

#include "core/llm/chatmodel.h"
#include "core/memory/embedder.h"
#include "core/update/updater.h"

namespace autodidact {

/// Has a model write the whole prompt anew: role, instructions and rules. The section `format` stays, since answers are read
/// by it. Not bound by the edit bound; what it proposes must win a trial.
class Rewriter : public Updater
{
public:
    /// Model and embedder must outlive it. \p prompt: its system message.
    Rewriter(ChatModel &optimiser, Embedder &embedder, QString prompt);

    static Result<QString> loadPrompt();     ///< from `:/prompts/`

    /// One update; rejected, with its cost, where the answer is no prompt. Nothing when there is nothing to learn from.
    Result<QList<Update>> propose(const UpdateContext &context, std::stop_token stop) override;

private:
    ChatModel &m_optimiser;
    Embedder &m_embedder;
    QString m_prompt;
};

/// What a rewriter's answer holds: sections role and instructions, and the texts of the rules. BadInput says what is missing.
struct WrittenPrompt {
    QString role;
    QString instructions;
    QStringList rules;
};
Result<WrittenPrompt> parseWrittenPrompt(const QString &answer);

} // namespace autodidact
