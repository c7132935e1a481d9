#pragma once

#include "core/storage/journal.h"

#include <functional>

namespace autodidact {

/// What a person may write into a memory.
struct MemoryDraft {
    MemoryKind kind = MemoryKind::Lesson;
    Language language = Language::Python;
    QString title;
    QString problem;
    QString content;
    QStringList tags;

    bool operator==(const MemoryDraft &) const = default;
};

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
    Result<Memory> add(MemorySetId set, const MemoryDraft &draft);
    Result<Memory> edit(MemoryId id, const MemoryDraft &draft);

    Result<QList<Memory>> setPinned(const QList<MemoryId> &ids, bool pinned);
    Result<QList<Memory>> archive(const QList<MemoryId> &ids, const QString &reason);
    Result<QList<Memory>> restore(const QList<MemoryId> &ids);
    Result<QList<Memory>> markReviewed(const QList<MemoryId> &ids);
    Result<QList<Memory>> tag(const QList<MemoryId> &ids, const QStringList &add, const QStringList &remove);

    /// A new revision with the content of an old one.
    Result<Memory> revert(MemoryId id, int revision);

    /// Adds memories from a file to a set, as one step.
    Result<QList<Memory>> import(MemorySetId set, const QList<Memory> &memories);

    /// The newest act of a person on this set; NotFound when there is none left. Return how many entries changed.
    Result<int> undo(MemorySetId set);
    Result<int> redo(MemorySetId set);

private:
    /// Changes a copy; false leaves the entry alone.
    using Change = std::function<bool(Memory &)>;

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
