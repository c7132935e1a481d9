#pragma once

#include "core/storage/memoryfilter.h"
#include "core/storage/database.h"
#include "core/storage/rows.h"

namespace autodidact {

/// What a revision was made for. `act` is one of the acts listed at MemoryStored (core/events/event.h).
struct RevisionNote {
    QString act = QStringLiteral("add");
    QString reason;
    qint64 batch = 0;            ///< 0 outside a batch
    bool byPerson = false;

    bool operator==(const RevisionNote &) const = default;
};

/// One entry of a memory's history.
struct MemoryRevision {
    Memory memory;
    RevisionNote note;
    QDateTime at;

    bool operator==(const MemoryRevision &) const = default;
};

/// Memories as append-only revisions, in sets. Searching is in MemorySearch, undo in MemoryUndo.
class MemoryStore
{
public:
    explicit MemoryStore(Database &database) : m_database(database) {}

    Result<MemorySet> createSet(const QString &name, RunId run = {});   ///< Conflict when the name is taken
    Result<MemorySet> setById(MemorySetId id);
    Result<MemorySet> setByName(const QString &name);                   ///< also a run's name
    Result<MemorySet> setOfRun(RunId run);
    Result<QList<MemorySet>> sets();                                    ///< by name
    Status removeSet(MemorySetId id);                                   ///< Conflict for the set of a run, or one that runs read

    /// Copies the active memories of \p from, in id order, as they are now: visible from round 1, pins, tags and
    /// edits and contradictions among them kept, counters of use at zero. Returns how many.
    Result<int> copyInto(MemorySetId from, MemorySetId into);
    Result<MemorySet> fork(MemorySetId from, const QString &name, RunId run = {});
    Status freeze(MemorySetId set);                                     ///< no more revisions: Conflict afterwards
    Status unfreeze(MemorySetId set);

    /// Names of the runs that read a set through `memory.set`, newest first.
    Result<QStringList> readersOf(const QString &set);

    /// Numbers for memories that are about to be stored, so that they can name each other. Until then nobody sees them.
    Result<QList<MemoryId>> reserve(MemorySetId set, qsizetype count);

    /// Appends a revision: a new memory when `memory.id` is 0 or reserved. Returns it with id, revision and createdAt set.
    Result<Memory> store(Memory memory, const RevisionNote &note);

    Result<Memory> byId(MemoryId id);                                   ///< newest revision
    Result<MemoryRevision> revision(MemoryId id, int revision);
    Result<QList<MemoryRevision>> history(MemoryId id);                 ///< oldest first

    /// Newest revisions of a set, by id unless the filter says otherwise.
    Result<QList<Memory>> current(MemorySetId set, const MemoryFilter &filter = {});
    Result<int> count(MemorySetId set, const MemoryFilter &filter = {});

    /// What the agent sees in a round: per memory the newest revision with visibleFromRound <= round, active
    /// ones only, in id order.
    Result<QList<Memory>> snapshot(MemorySetId set, int round);

    /// What superseded an entry, what superseded that, and so on: the last one is the newest of the chain. Empty for an
    /// entry that nothing superseded.
    Result<QList<Memory>> successorsOf(MemoryId id);

    /// What an entry superseded, directly or through others, by id.
    Result<QList<Memory>> predecessorsOf(MemoryId id);

    Result<QList<MemoryUseRow>> usesOf(MemoryId id);                    ///< in order of attempts

    /// One batch is one undo step; 0 < id, rising. \p undoes names the batch it takes back.
    Result<qint64> newBatch(MemorySetId set, qint64 undoes = 0);

private:
    Status checkWritable(MemorySetId set);
    Result<std::optional<Memory>> stored(const Memory &memory);
    Result<QList<MemorySet>> selectSets(const QString &where, const QList<QVariant> &values);
    Result<MemorySet> oneSet(const QString &where, const QVariant &value, const QString &what);

    Database &m_database;
};

} // namespace autodidact
