#pragma once

#include "core/control/runcontext.h"

namespace autodidact {

/// What a round reads from the journal and writes into it, apart from its tasks. Agent thread.
class RoundBook
{
public:
    explicit RoundBook(RunContext &context) : m_context(context) {}

    /// The first events of a run, once: configuration, splits, first version.
    Status open();

    /// Loads what was committed of this round before, and commits its start.
    Result<Round> start(int number);
    Status finish(Round round);

    /// Learn tasks of a round, by ordinal: all of them, or its batch (`run.batch`, `run.schedule`).
    QList<int> learnTasks(int round) const;
    bool isCheckpoint(int round) const;

    Result<PromptVersion> version(int number) const;
    Result<GuardState> guardState() const;

    Status storeMemories(const QList<MemoryChange> &changes, int round);

    Result<UpdateContext> updateContext(int round, const PromptVersion &current, const QList<TaskOutcome> &outcomes) const;
    bool hasProposal(int round) const;

    /// Commits a proposal and what becomes of it: a child of the context's version, or a rejection.
    /// A proposal that was committed before is taken from the journal, whatever \p proposal is.
    Result<Usage> decide(const UpdateContext &context, Update proposal);

    /// Outcomes that the guard may see: select tasks, or learn tasks in a run without splits.
    Result<QList<GuardOutcome>> guardOutcomes() const;
    Status commitDecision(const SafetyDecision &decision);

private:
    Status openFirstVersion();
    Result<QList<RetiredRule>> retiredRules(const PromptVersion &current) const;

    RunContext &m_context;
};

/// The guard's state after all that the journal of a run holds: a fold in order of commit.
Result<GuardState> guardStateOf(Database &database, RunId run);

/// The splits that a run's first event fixed; empty before it.
Result<QList<Split>> splitsOf(Database &database, RunId run);

} // namespace autodidact
