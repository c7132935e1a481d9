#pragma once

#include "core/domain/outcome.h"
#include "core/memory/embedder.h"
#include "core/memory/memorychange.h"
#include "core/memory/memorysnapshot.h"

namespace autodidact {

struct KeeperOptions {
    double duplicateFrom = 0.92;     ///< similarity from which two entries are one
    int lessonsPerTask = 3;
    int maxContentLines = 200;       ///< longer programs are not remembered
};

/// Decides what the outcomes of a round leave in memory. Stateless between calls.
///
/// Solved: a code memory. Red turned green: an error memory with the lines that mended it. Still red: a
/// short-term error that holds the failing program until a later round mends it. Reflections: lessons
/// without anything of the task in them. Near-duplicates are counted, not added. Outcomes of select
/// and report tasks leave nothing.
class MemoryKeeper
{
public:
    explicit MemoryKeeper(Embedder &embedder, KeeperOptions options = {});

    /// Changes in order of task ordinal, one per memory, all visible from the round after \p round.
    Result<QList<MemoryChange>> remember(const QList<TaskOutcome> &outcomes, const MemorySnapshot &snapshot,
                                         MemorySetId set, int round, std::stop_token stop) const;

private:
    Embedder &m_embedder;
    KeeperOptions m_options;
};

/// Keys of the tasks whose last failure waits in short-term memory, in order of id.
QStringList openFailures(const QList<Memory> &memories);

} // namespace autodidact
