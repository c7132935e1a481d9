#pragma once

#include "core/control/race.h"
#include "core/control/roundbook.h"
#include "core/control/trialplay.h"

namespace autodidact {

/// What a round left for its update.
struct RoundResults {
    int round = 1;
    const PromptVersion &version;            ///< under which it ran
    const QList<TaskOutcome> &outcomes;
    const QList<SearchLesson> &lessons;      ///< empty when the strategy search is off
    MemorySnapshot::Ptr memory;              ///< as it is after the round; null when memory is off
};

/// The update after a round: candidates are proposed, raced against each other, the winner tried against the current version
/// (`safety.rule = paired`), checked for integrity and shown to a person where that is asked for; then it is admitted or
/// rejected, with the evidence. Agent thread.
class UpdateFlow
{
public:
    UpdateFlow(RunContext &context, RoundBook &book, TaskFlow &tasks);

    /// What proposals, race and trial used.
    Flow<Result<Usage>> play(RoundResults results);

private:
    /// A proposed update with the version it would make.
    struct Candidate {
        Update update;
        PromptVersion version;
    };

    Flow<Result<QList<Update>>> propose(const UpdateContext &context, const RoundResults &results);
    Flow<Result<QList<Update>>> generate(const UpdateContext &context);
    Result<QList<Candidate>> candidatesOf(const UpdateContext &context, const QList<Update> &proposed);
    Flow<Result<std::optional<Candidate>>> race(const RoundResults &results, QList<Candidate> candidates, Usage &usage);
    Flow<Status> prove(const RoundResults &results, Candidate candidate, Usage &usage);
    Flow<Result<std::optional<Explanation>>> approval(int round, const Update &update);
    Status measured(int round, Update &update, const QJsonObject &found, const QList<SignalUse> &uses);
    Status reject(int round, const Update &update, const Explanation &why);
    bool isMeta() const;

    RunContext &m_context;
    RoundBook &m_book;
    TaskFlow &m_tasks;
};

/// What a person decided about an update that waits; nothing while nobody has.
Result<std::optional<UpdateJudged>> judgementOf(Database &database, RunId run, UpdateId update);

} // namespace autodidact
