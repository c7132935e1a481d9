#pragma once

#include "core/events/event.h"
#include "core/storage/database.h"

namespace autodidact {

/// Undo and redo of what people did to memories; worked out from the revisions, so it survives restarts.
class MemoryUndo
{
public:
    explicit MemoryUndo(Database &database) : m_database(database) {}

    /// The batch that Undo takes back next, or Redo brings back next; empty when there is none.
    Result<std::optional<qint64>> lastUndoable(MemorySetId set);
    Result<std::optional<qint64>> lastRedoable(MemorySetId set);

    /// The revisions that take \p batch back, as one new batch, not stored yet: for the journal of a run.
    /// Memories that the batch added are archived; the others get the content from before it.
    Result<QList<MemoryStored>> planned(qint64 batch, int visibleFromRound);

    /// Plans and stores at once, for sets that no journal watches. Returns the new batch.
    Result<qint64> undo(qint64 batch, int visibleFromRound);

private:
    Database &m_database;
};

} // namespace autodidact
