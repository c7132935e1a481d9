#pragma once

#include "core/memory/memorychange.h"
#include "core/memory/memorykeeper.h"
#include "core/memory/memorysnapshot.h"

#include <map>
#include <vector>

namespace autodidact {

/// The changes of one round as they grow: at most one per memory, near-duplicates merged.
class RoundDraft
{
public:
    RoundDraft(const MemorySnapshot &snapshot, const KeeperOptions &options, int round);

    /// Counts one use of an entry by an attempt; unknown entries are passed over.
    void countUse(MemoryId id, bool success, int task);

    /// Adds an entry, or counts it into the one it repeats. \p embedding is of its search text.
    Status add(const Memory &memory, const Embedding &embedding, const QString &reason, int task);

    /// The waiting failure of a task as it is now, if there is one that a person has not changed.
    std::optional<Memory> openFailure(const Task &task) const;

    /// Replaces an entry by a new revision.
    void edit(const Memory &memory, const QString &reason, int task);

    QList<MemoryChange> changes() const;

private:
    struct Slot {
        Memory memory;
        Embedding embedding;         ///< of new entries
        QString reason;
        bool edited = false;
        int uses = 0;
        int successes = 0;
        int repeats = 0;
        int task = -1;

        Explanation explanation() const;
    };

    Slot *slotOf(MemoryId id, int task);
    Result<Slot *> repeated(const Memory &memory, const Embedding &embedding, int task);
    void countInto(Slot &slot, const Memory &memory);

    const MemorySnapshot &m_snapshot;
    const KeeperOptions &m_options;
    int m_round;
    std::map<MemoryId, size_t> m_known;      ///< stored entries that have a slot
    std::vector<Slot> m_slots;
};

} // namespace autodidact
