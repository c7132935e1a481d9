#pragma once

#include "core/domain/memory.h"
#include "core/domain/run.h"
#include "core/storage/database.h"

namespace autodidact {

/// The set that a run works with: its own, or the frozen one that `memory.set` names. Conflict
/// where that one is not frozen: rounds of several runs do not mean the same, so what they share
/// must not change.
Result<MemorySet> memorySetOf(Database &database, const Run &run);

/// Whether the run only reads this set.
inline bool isShared(const MemorySet &set, const Run &run)
{
    return set.run != run.id;
}

/// Active memories of the run's \p set as its round \p round sees them. Of a shared set all of them
/// from round 1 on, whatever round of another run made them.
Result<QList<Memory>> memoriesIn(
    Database &database, const MemorySet &set, const Run &run, int round);

} // namespace autodidact
