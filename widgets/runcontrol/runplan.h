#pragma once

#include "core/domain/run.h"

namespace autodidact {

/// How many tasks a run will play, from its settings and its splits.
struct RunPlan {
    int learn = 0;               ///< a round
    int watch = 0;               ///< a round
    int report = 0;              ///< a checkpoint, each of them twice: frozen first version and current one
    int rounds = 0;
    int checkpoints = 0;

    /// Task plays of the whole run.
    int total() const { return rounds * (learn + watch) + checkpoints * 2 * report; }

    /// Most attempts the run can make: a learn task takes up to \p attempts, any other task one.
    int mostAttempts(int attempts) const { return rounds * (learn * attempts + watch) + checkpoints * 2 * report; }

    bool operator==(const RunPlan &) const = default;
};

RunPlan runPlan(const RunConfig &config, const QList<Split> &splits);

/// Before a run exists: the shares of the split are 40, 30 and 30 % (SCIENCE.md section 1) of \p tasks.
RunPlan expectedPlan(const RunConfig &config, int tasks);

} // namespace autodidact
