#pragma once

#include "core/control/roundbook.h"
#include "core/control/taskflow.h"
#include "core/control/updateflow.h"

#include <map>

namespace autodidact {

/// The loop of a run: rounds of tasks, and after each round memory, update and guard. Agent thread.
///
/// Starts where the journal ends, so a new run and a resumed one are the same call.
class LearningLoop
{
public:
    explicit LearningLoop(RunContext &context);

    /// Plays the rounds that are left. Errors end the run: Cancelled, Budget, Model, Sandbox, Storage.
    Flow<Status> play();

    int currentRound() const { return m_round; }

private:
    struct RoundWork {
        Round round;
        PromptVersion version;
        MemorySnapshot::Ptr memory;          ///< as it was when the round began; null when memory is off
        QList<TaskOutcome> outcomes;
        std::optional<Shadowing> shadowing;  ///< that this round was watched for
        QList<SearchLesson> lessons;         ///< of the outcomes, while the strategy search is on
    };

    struct TaskQueue {
        QList<int> waiting;
        const TaskTerms &terms;
        int total = 0;
        std::map<int, TaskResult> results;   ///< by ordinal
        std::optional<Error> error;          ///< the first one
    };

    Flow<Status> playRound(int number);
    Flow<Status> gather(int number);         ///< tasks that came in; waits while there is nothing to do
    Result<RoundWork> begin(int number);
    Flow<Status> learn(RoundWork &round);
    Flow<Status> remember(RoundWork &round);
    Flow<Status> watch(RoundWork &round);
    Flow<Status> shadow(RoundWork &round);
    Flow<Status> update(RoundWork &round);
    Status guard(RoundWork &round);
    Flow<Status> checkpoint(RoundWork &round);

    Flow<Result<QList<TaskResult>>> playTasks(QList<int> tasks, const TaskTerms &terms);
    Flow<Done> work(TaskQueue &queue);
    Result<MemorySnapshot::Ptr> snapshot(int round);
    void noteProgress(const TaskQueue &queue) const;

    RunContext &m_context;
    RoundBook m_book;
    TaskFlow m_tasks;
    UpdateFlow m_update;
    MemorySnapshot::Ptr m_newest;            ///< reused for what did not change
    int m_round = 0;
};

} // namespace autodidact
