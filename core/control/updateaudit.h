#pragma once

#include "core/control/audit.h"

namespace autodidact {

/// A promoted update tried again: the version that it made against the one that it replaced.
struct UpdateAudit {
    /// One task: pairs that count, and the sum of D = after - before over them.
    struct Gain {
        int task = -1;
        int pairs = 0;
        int sum = 0;

        bool operator==(const Gain &) const = default;
    };

    UpdateId update;
    int before = 1;                  ///< version
    int after = 1;                   ///< version
    QList<Gain> gains;               ///< by ordinal; tasks without a pair that counts are left out

    int pairs() const;
    double mean() const;             ///< of D over all pairs; 0 without any

    /// One-sided 95 % upper bound of the mean gain of a task: Student's t over the tasks' means, since pairs of one task
    /// are not independent. Absent under two tasks.
    std::optional<double> upper95() const;

    /// {"pairs", "mean", "upper95", "gains": [{"task", "pairs", "sum"}]}: what SafetyDrop reads.
    QJsonObject toJson() const;
};

/// As many laps over the report tasks (in a run without splits: all) as make \p pairs pairs, with the memory as it was
/// after the update's round. Blocks; stores nothing. Conflict for an update that was not promoted.
Result<UpdateAudit> auditUpdate(Database &database, const Run &run, const Update &update, const SessionParts &parts,
                                int pairs, int jobs, std::stop_token stop);

} // namespace autodidact
