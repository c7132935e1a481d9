#pragma once

#include "core/control/taskflow.h"
#include "core/safety/trial.h"

namespace autodidact {

/// A played trial.
struct TrialResult {
    Trial trial;
    int candidateSolved = 0;         ///< of the pairs that counted
    int incumbentSolved = 0;
    int faults = 0;                  ///< pairs that a fault of ours spoilt
    QMap<int, QString> solutions;    ///< one program of the candidate that passed, by task
    Usage usage;

    QJsonObject numbers() const;
};

/// Plays the trial of SCIENCE section 4: candidate and incumbent on the same select tasks under one frozen memory, each with
/// draws of its own, until the trial is decided. Agent thread.
///
/// The tasks come in shuffled laps. Attempts stand at {round, Trial, task, n}: 2 lap + 1 and 2 lap + 2, in random order of
/// the two versions. Pairs are played in blocks and counted in order, so that nothing depends on how many run at once;
/// those of a block behind the decision were played for nothing and are left out.
class TrialPlay
{
public:
    TrialPlay(RunContext &context, TaskFlow &tasks) : m_context(context), m_tasks(tasks) {}

    /// The run must have select tasks.
    Flow<Result<TrialResult>> run(int round, PromptVersion incumbent, PromptVersion candidate, MemorySnapshot::Ptr memory);

    static constexpr int FirstBlock = 20;    ///< pairs; the rules decide nothing before
    static constexpr int NextBlock = 10;

private:
    struct Seat {
        int task = 0;
        int lap = 0;
        bool candidateFirst = false;
    };
    QList<Seat> seats(int round, int count) const;

    RunContext &m_context;
    TaskFlow &m_tasks;
};

} // namespace autodidact
