#pragma once

#include "core/domain/outcome.h"

namespace autodidact {

/// What one task of the round teaches the optimiser.
struct TaughtCause {
    int task = -1;               ///< ordinal
    AttemptId attempt;
    QString cause;               ///< the stated fault family, else the error class; never empty
    QString whatFailed;
    QString change;

    bool operator==(const TaughtCause &) const = default;
};

/// The newest reflection of every learn task, in task order.
QList<TaughtCause> taughtCauses(const QList<TaskOutcome> &outcomes);

/// The causes with how often they occur, most frequent first, ties alphabetical; case does not matter.
QList<std::pair<QString, int>> causeCounts(const QList<TaughtCause> &causes);

} // namespace autodidact
