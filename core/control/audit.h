#pragma once

#include "core/control/runcontext.h"
#include "core/control/runsession.h"

namespace autodidact {

/// One side of an audit: a prompt version with memories, both frozen.
struct AuditSide {
    QString name;                    ///< keys its random draws: equal sides of other names draw anew
    PromptVersion version;
    MemorySnapshot::Ptr memory;      ///< null for none
    int memoryRound = 1;             ///< the round as which it is asked
};

/// Whether each attempt solved its task: solved[side][i], with i = lap * tasks + task. Faults of ours are absent.
struct AuditResult {
    QList<int> tasks;                ///< ordinals, ascending
    int laps = 0;
    QList<QList<std::optional<bool>>> solved;
    Usage usage;

    /// Share solved by one side, of the attempts that counted; 0 without any.
    double rate(qsizetype side) const;
};

/// What is audited, and under which settings.
struct AuditPlan {
    RunConfig config;
    QList<Task> tasks;               ///< of the suite, by ordinal
    QList<int> chosen;               ///< those that are tried
    QList<AuditSide> sides;
    int laps = 1;                    ///< tries per task and side, each with draws of its own
};

/// Tries frozen versions again on the same tasks, outside of any run: nothing is stored, nothing learnt. One attempt a try,
/// judged by the hidden tests. Blocks; \p jobs tries at once. Errors: Model, Sandbox, Cancelled.
Result<AuditResult> audit(const AuditPlan &plan, const SessionParts &parts, int jobs, std::stop_token stop);

/// What a run's memory held after its round \p round; null when its memory is off. 0: what it began with.
Result<MemorySnapshot::Ptr> memoryAfter(Database &database, const Run &run, int round);

} // namespace autodidact
