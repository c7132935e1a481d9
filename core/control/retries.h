#pragma once

#include "core/domain/memory.h"
#include "core/domain/task.h"

namespace autodidact {

/// Ordinals of the tasks whose last failure waits in short-term memory to be mended: those first
/// that were not tried for longest. \p memories as the round sees them; \p candidates are the tasks
/// that may be learnt from.
QList<int> waitingTasks(
    const QList<Memory> &memories, const QList<Task> &tasks, const QList<int> &candidates);

/// The tasks of a round, by ordinal: its batch, and on top of it the first of \p waiting that are
/// not in it already, at most \p share of the batch, rounded up. The batch itself depends on
/// nothing but the seed, so that runs with and without memory can be compared on it.
QList<int> withRetries(const QList<int> &batch, const QList<int> &waiting, double share);

} // namespace autodidact
