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

/// Groups that take turns at being held out, so that a small suite is measured on all of its tasks: nested k-fold
/// (Varma and Simon, BMC Bioinformatics 7, 2006). Everything is learnt and chosen on the other folds alone.
struct Folds {
    int count = 0;               ///< 2 or more; fewer: no folds
    int number = 1;              ///< the one held out, 1 to count
};

/// Splits by group: learn 40 %, select 30 %, report 30 % of the groups (SCIENCE.md section 1), drawn
/// by the seed, whatever is done elsewhere. From three groups on every part gets at least one.
/// With folds the report part is the held-out fold, and the others divide the rest as 4 to 3. Folds of one seed are
/// disjoint, and together all groups.
SplitPlan splitTasks(const QList<Task> &tasks, SplitMode mode, qint64 seed, Folds folds = {});

/// The splits of tasks that come in later: those of the run that have the same group decide; another group is drawn by the
/// seed and its own name with the same shares, so that neither order nor company matters. \p splits is by position in \p tasks.
QList<Split> splitAdded(const QList<Task> &added, const QList<Task> &tasks, const QList<Split> &splits, SplitMode mode, qint64 seed);

} // namespace autodidact
