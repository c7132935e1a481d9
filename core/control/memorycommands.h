#pragma once

#include "core/control/memorydraft.h"
#include "core/storage/journal.h"

#include <functional>

namespace autodidact {

/// What a person may say of where an entry counts; what is absent stays.
struct MemoryScope {
    std::optional<MemoryKind> kind;
    std::optional<MemoryTerm> term;
    std::optional<Language> language;
    std::optional<QString> group;    ///< of tasks; empty: of no task in particular

    bool operator==(const MemoryScope &) const = default;
};

/// The task that an entry is about, and the attempt that it came from.
struct MemoryTie {
    QString group;
    QString taskKey;
    AttemptId source;

    bool operator==(const MemoryTie &) const = default;
};

/// Whether imported entries keep what they earned elsewhere: uses, successes and rounds. They are kept to restore a copy.
enum class ImportCounts { Reset, Keep };

/// A person's acts on memories. Each call is one step of undo, whatever number of entries it touches;
/// in a run's set each changed entry is one event. Agent thread, or a program without one.
///
/// Changes are visible to the agent from the round after the current one. Entries that would not
/// change are left alone; the calls return those that did.
class MemoryCommands
{
public:
    MemoryCommands(Database &database, Journal &journal) : m_database(database), m_journal(journal) {}

    /// BadInput without title or content.
    Result<Memory> add(MemorySetId set, const MemoryDraft &draft, const MemoryTie &tie = {});
    Result<Memory> edit(MemoryId id, const MemoryDraft &draft);

    Result<QList<Memory>> setPinned(const QList<MemoryId> &ids, bool pinned);
    Result<QList<Memory>> archive(const QList<MemoryId> &ids, const QString &reason);

    /// Archived and superseded entries become active again; forgetting and tidying leave them alone from then on.
    Result<QList<Memory>> restore(const QList<MemoryId> &ids);
    Result<QList<Memory>> markReviewed(const QList<MemoryId> &ids);

    /// Adds to how often entries were carried, and how often what carried them was good. Neither falls below 0, nor the second
    /// above the first.
    Result<QList<Memory>> count(const QList<MemoryId> &ids, int uses, int successes, const QString &reason);
    Result<QList<Memory>> tag(const QList<MemoryId> &ids, const QStringList &add, const QStringList &remove);

    /// Other kind, term, language or group; BadInput when nothing is asked for.
    Result<QList<Memory>> reclassify(const QList<MemoryId> &ids, const MemoryScope &scope);

    /// The entries become one: \p into takes over their uses, tags and groups and supersedes them. With \p text it is
    /// rewritten in the same step. Active entries of one set only: BadInput or Conflict otherwise.
    Result<QList<Memory>> merge(const QList<MemoryId> &ids, MemoryId into, const std::optional<MemoryDraft> &text = {});

    /// The newest of a chain: \p by, which must be active, takes the place of the entries. Of one set.
    Result<QList<Memory>> supersede(const QList<MemoryId> &ids, MemoryId by);

    /// Two entries say the opposite of each other: at most one of them is retrieved, and evidence decides between them.
    Result<QList<Memory>> contradict(MemoryId one, MemoryId other);

    /// They do not, after all.
    Result<QList<Memory>> reconcile(MemoryId one, MemoryId other);

    /// A new revision with the content of an old one.
    Result<Memory> revert(MemoryId id, int revision);

    /// Adds memories from a file to a set, as one step. Their ids, and those in `supersededBy` and `contradicts`, are the
    /// file's own; what they name in it is kept, the rest is dropped.
    Result<QList<Memory>> import(MemorySetId set, const QList<Memory> &memories, ImportCounts counts = ImportCounts::Reset);

    /// The newest act of a person on this set; NotFound when there is none left. Return how many entries changed.
    Result<int> undo(MemorySetId set);
    Result<int> redo(MemorySetId set);

private:
    /// Changes a copy; false leaves the entry alone.
    using Change = std::function<bool(Memory &)>;

    Result<QList<Memory>> gather(const QList<MemoryId> &ids);
    Result<QList<Memory>> link(MemoryId one, MemoryId other, const QString &act, const QString &reason, bool linked);
    Result<QList<Memory>> change(const QList<MemoryId> &ids, const QString &act, const QString &reason, const Change &change);
    Result<QList<Memory>> store(MemorySetId set, QList<Memory> memories, const QString &act, const QString &reason);
    Result<QList<Memory>> commit(const MemorySet &set, QList<MemoryStored> changes);
    Result<QList<Memory>> append(RunId run, int round, const QList<MemoryStored> &changes);
    Result<QList<Memory>> storeUnwatched(const QList<MemoryStored> &changes);
    Result<int> takeBack(MemorySetId set, std::optional<qint64> batch, const QString &what);
    Result<int> visibleFrom(const MemorySet &set);

    Database &m_database;
    Journal &m_journal;
};

} // namespace autodidact
