#pragma once

#include "core/control/intake.h"

namespace autodidact {

/// What a round reads from the journal and writes into it, apart from its tasks. Agent thread.
class RoundBook
{
public:
    explicit RoundBook(RunContext &context) : m_context(context), m_intake(context) {}

    /// The first events of a run, once: configuration, splits, first version.
    Status open();

    /// Loads what was committed of this round before, and takes in the tasks that wait in the inbox. Whether there is
    /// something to do: only a run without an end over an inbox may have nothing, when all is learnt and no failure waits.
    Result<bool> gather(int number);
    Explanation whyIdle() const;

    /// Commits the start of the round that was gathered.
    Result<Round> start(int number);
    Status finish(Round round);

    /// Learn tasks that the schedule gives a round, by ordinal: all of them, or its batch (`run.batch`, `run.schedule`).
    QList<int> learnTasks(int round) const;

    /// Those of the round that was started: its batch, and tasks whose failures wait (`memory.retries`).
    const QList<int> &tasks() const { return m_tasks; }
    bool isCheckpoint(int round) const;

    Result<PromptVersion> version(int number) const;
    Result<GuardState> guardState() const;

    /// As it was before the round itself changed it, which a resumed round may have done already.
    Result<GuardState> guardStateBefore(int round) const;

    Status storeMemories(const QList<MemoryChange> &changes, int round);

    Result<UpdateContext> updateContext(int round, const PromptVersion &current, const QList<TaskOutcome> &outcomes) const;

    /// What the guard may see: select tasks, or learn tasks in a run without splits.
    Result<GuardEvidence> guardEvidence(const GuardState &state) const;

    /// Select tasks that the version before shadows in this round, by ordinal: `safety.shadow` of them, drawn.
    QList<int> shadowTasks(int round) const;

    /// A rollback also withdraws the version it leaves from the channels it was published on.
    Status commitDecision(const SafetyDecision &decision);

private:
    Status openFirstVersion();
    Status withdraw(const GuardDecided &rollback);
    Result<QList<int>> tasksToStart(int round) const;
    Result<QList<int>> waitingFailures() const;
    Status loadPlayed();
    void summariseDays();
    QList<int> unplayed(const QList<int> &tasks, int from) const;
    bool isEndless() const { return m_context.config().rounds == 0 && !m_context.config().inbox.isEmpty(); }
    Result<Memory> withPeoplesActs(const Memory &changed) const;
    Result<QList<RetiredRule>> retiredRules(const PromptVersion &current) const;

    RunContext &m_context;
    Intake m_intake;
    QList<int> m_tasks;
    int m_gathered = 0;                      ///< the round whose past is loaded
    QDate m_today;                           ///< for summaries alone: no decision knows the clock
    int m_firstTasks = 0;                    ///< how many the run began with
    std::optional<QMap<int, int>> m_played;  ///< in how many rounds a learn task was, by ordinal
};

/// The guard's state after all that the journal of a run holds: a fold in order of commit. What the loop did itself from
/// round \p before on is left out.
Result<GuardState> guardStateOf(Database &database, RunId run, std::optional<int> before = {});

/// Which version is published on which channel; withdrawn ones are not.
Result<QMap<QString, int>> publishedVersions(Database &database, RunId run);

/// SHA-256 over the keys and all tests, in hexadecimal.
QString testsHashOf(const QList<Task> &tasks);

} // namespace autodidact
