#pragma once

#include "core/domain/memory.h"

namespace autodidact {

/// A memory as it should be stored next, and why. New ones have no id yet; the store numbers ids and
/// revisions. Acts are those of the event MemoryStored.
struct MemoryChange {
    Memory memory;
    QString act;             ///< "add", "edit", "count", "forget", "expire"
    QString reason;
    int task = -1;           ///< ordinal of the task that caused it; -1 when none did

    bool operator==(const MemoryChange &) const = default;
};

/// How often a thing was met: near-duplicates are merged into the entry that was there first. Kept as
/// the tag "seen:N", so that it is stored, exported and searched like any other tag; 1 without it.
int seenCount(const Memory &memory);
void setSeenCount(Memory &memory, int count);

} // namespace autodidact
