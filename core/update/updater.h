#pragma once

#include "core/base/error.h"
#include "core/domain/outcome.h"
#include "core/domain/run.h"
#include "core/domain/update.h"

#include <stop_token>

namespace autodidact {

/// What became of a rule that is no longer in the prompt.
struct RetiredRule {
    Rule rule;                   ///< with its counts when it left
    int droppedIn = 0;           ///< number of the version without it
    QString reason;

    bool operator==(const RetiredRule &) const = default;
};

struct UpdateLimits {
    int promptTokens = 1500;     ///< of all rules together
    int maxRules = 24;
    double editBound = 0.35;     ///< share of the prompt that one update may change, 0 to 1
    int ruleLength = 240;        ///< characters of one rule

    static UpdateLimits of(const RunConfig &config);
    bool operator==(const UpdateLimits &) const = default;
};

/// What an updater may know: the current version and what its round left, as the feedback allows.
struct UpdateContext {
    RunId run;
    int round = 1;
    PromptVersion current;       ///< its rules with the counts of this round: creditedRules()
    QList<TaskOutcome> outcomes; ///< of learn tasks; others are ignored
    QList<RetiredRule> retired;
    QList<Update> past;          ///< of the run, decided; those that raced carry their score
    UpdateLimits limits;
    quint64 seed = 0;            ///< for the model call and every random choice
    int nextRuleId = 1;          ///< number of the next new rule
};

/// Proposes steps from the current version to a child. Blocks; call it from the agent thread.
class Updater
{
public:
    virtual ~Updater() = default;

    /// The proposals, undecided. One that holds no valid edit comes back rejected with its reason, so
    /// that its cost is not lost. Nothing when there is nothing to learn from.
    virtual Result<QList<Update>> propose(const UpdateContext &context, std::stop_token stop) = 0;
};

} // namespace autodidact
