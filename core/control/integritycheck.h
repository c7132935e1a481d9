#pragma once

#include "core/control/runcontext.h"
#include "core/control/trialplay.h"

namespace autodidact {

/// Which check a version failed.
struct IntegrityFault {
    QString check;           ///< "null-agent", "honeypot", "hashes", "jump"
    QString task;            ///< key of the task; empty where it is about none
    QString what;            ///< one English sentence
};

/// A copy of the task that no program can solve: its hidden tests and one that fails whatever the program does. Nothing for
/// tasks judged by files or in a repository.
std::optional<Task> honeypotOf(const Task &task);

/// Whether success can be trusted, before a promotion: an empty program must fail, an impossible task must fail for
/// programs that passed the possible one, the suite must still be the one that the run began with, and success must not jump
/// from hardly any to nearly all. Agent thread; programs run on job threads.
class IntegrityCheck
{
public:
    explicit IntegrityCheck(RunContext &context) : m_context(context) {}

    /// The first fault found; nothing when all is well. Errors: those of the sandbox and the database.
    Flow<Result<std::optional<IntegrityFault>>> run(int round, const TrialResult *trial);

    static constexpr int Samples = 4;        ///< programs run per check
    static constexpr double Jump = 0.75;     ///< gain of success that needs a person's eyes, with at least 20 pairs

private:
    Result<std::optional<IntegrityFault>> checkHashes() const;
    Flow<Result<bool>> passes(Task task, QString program);

    RunContext &m_context;
};

} // namespace autodidact
