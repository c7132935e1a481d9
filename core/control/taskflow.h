#pragma once

#include "core/base/flow.h"
#include "core/control/runcontext.h"
#include "core/domain/version.h"

namespace autodidact {

/// Under what a task is tried: all frozen for the phase.
struct TaskTerms {
    Phase phase = Phase::Learn;
    int round = 1;
    const PromptVersion &version;
    MemorySnapshot::Ptr memory;      ///< null when memory is off
    std::optional<Place> drawnAs;    ///< common random numbers: the draws of that place instead of the attempt's own
};

/// How one try at a task ended, in a race or a trial.
struct OneTry {
    bool green = false;              ///< as far as the loop may know
    bool solved = false;             ///< by the hidden tests
    bool counts = true;              ///< false: a fault of ours
    QString code;
    Usage usage;
};

/// How a task ended.
struct TaskResult {
    TaskOutcome outcome;             ///< what the learning stages may see
    TaskFinished finished;
    Usage usage;
    SelfTestMatrix selfTests;        ///< of its attempts
    Picks picks;                     ///< of the strategy search; empty when it is off
};

/// What is asked of memory for an attempt; \p task is redacted, \p previous null at the first one.
RecallQuery queryFor(const Task &task, const TaskTerms &terms, const RunConfig &config, const SeenAttempt *previous);

/// One task from the first prompt to the last verdict: retrieve, compose, generate, look at the code, execute, judge,
/// reflect. On select and report tasks one attempt, without retry or reflection. Agent thread.
class TaskFlow
{
public:
    explicit TaskFlow(RunContext &context) : m_context(context) {}

    /// Errors: Cancelled when the run is being stopped, Budget, Model, Sandbox, Storage.
    Flow<Result<TaskResult>> play(int task, const TaskTerms &terms);

    /// One attempt at \p place, without retry, reflection or tests of its own.
    Flow<Result<OneTry>> tryOnce(Place place, const TaskTerms &terms);

private:
    struct Judged;

    Flow<Result<Attempt>> answer(Place place, const Task &task, const TaskTerms &terms, const SeenAttempt *previous);
    /// What the tools that the strategy names say of the code; nothing where it names none.
    Flow<Result<QList<ToolReport>>> look(Place place, const Task &task, const TaskTerms &terms, const Attempt &attempt);
    Flow<Result<Verdict>> judge(Place place, const Task &task, const Attempt &attempt, Visibility scope);
    Flow<Result<Judged>> attemptOnce(Place place, const Task &task, const TaskTerms &terms, const SeenAttempt *previous);
    Flow<Result<Reflection>> reflect(Place place, const Task &task, const SeenAttempt &seen);
    Flow<Result<LessonsDistilled>> distil(const Task &task, const SeenAttempt &red, const SeenAttempt &green);
    Flow<Status> turn(Place place);

    /// Does the work on a job thread; after a trouble that paused the run, does it again.
    template<typename Work>
    Flow<std::invoke_result_t<Work &>> insist(Place place, Work &work);

    bool teaches(const TaskOutcome &outcome, const TaskTerms &terms) const;
    bool learns(const TaskTerms &terms) const { return terms.phase == Phase::Learn; }

    RunContext &m_context;
};

} // namespace autodidact
