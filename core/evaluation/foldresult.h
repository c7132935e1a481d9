#pragma once

#include "core/base/error.h"
#include "core/evaluation/intervals.h"
#include "core/evaluation/runrecord.h"
#include "core/evaluation/significance.h"

#include <QMap>

namespace autodidact {

/// What the folds of a suite say together: every task was held out once (SCIENCE.md section 1).
struct FoldResult {
    int folds = 0;
    QList<int> missing;          ///< folds without a finished run, from 1
    int tasks = 0;               ///< judged at the last checkpoint and with the first version, unexposed
    int groups = 0;              ///< they belong to
    int solvedFirst = 0;         ///< of them, by the frozen first version
    int solvedLast = 0;          ///< of them, by the version and memory of the last checkpoint
    Estimate gain;               ///< solvedLast - solvedFirst as a share of the tasks; bootstrap over groups
    SignFlip test;               ///< of the groups' mean gains
};

/// Pools the runs of one measurement: their last checkpoint against their first version. BadInput where they are no
/// folds of one measurement (suite, seed, model or number of folds differ, or a fold comes twice), NotFound without runs.
Result<FoldResult> poolFolds(const QList<RunRecord> &records);

} // namespace autodidact
