#pragma once

#include "core/domain/run.h"
#include "core/domain/task.h"

namespace autodidact {

/// Which task is for what in a run.
struct SplitPlan {
    QList<Split> splits;         ///< by position in the suite
    QStringList warnings;        ///< what a report must say beside the numbers

    bool operator==(const SplitPlan &) const = default;
};

/// Splits by group: learn 40 %, select 30 %, report 30 % of the groups (SCIENCE.md section 1), drawn
/// by the seed, whatever is done elsewhere. From three groups on every part gets at least one.
SplitPlan splitTasks(const QList<Task> &tasks, SplitMode mode, qint64 seed);

} // namespace autodidact
