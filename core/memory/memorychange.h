#pragma once

#include "core/domain/memory.h"

namespace autodidact {

/// A memory as it should be stored next, and why. New ones have no id yet; the store numbers ids and
/// revisions. Acts are those of the event MemoryStored.
struct MemoryChange {
    Memory memory;
    QString act;             ///< "add", "edit", "count", "forget", "expire", "merge", "supersede", "contradict"
    QString reason;
    int task = -1;           ///< ordinal of the task that caused it; -1 when none did

    bool operator==(const MemoryChange &) const = default;
};

/// How often a thing was met: near-duplicates are merged into the entry that was there first. Kept as
/// the tag "seen:N", so that it is stored, exported and searched like any other tag; 1 without it.
int seenCount(const Memory &memory);
void setSeenCount(Memory &memory, int count);

/// Notes that a task of this group taught the same, so that `memory.same_task` holds for it, too.
void addGroup(Memory &memory, const QString &group);

/// Takes over what speaks for \p other: its uses, tags, groups and contradictions, and how often it was met. Texts stay.
void absorb(Memory &memory, const Memory &other);

} // namespace autodidact
