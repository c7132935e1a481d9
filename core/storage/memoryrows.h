#pragma once

#include "core/storage/memorystore.h"
#include "core/storage/query.h"

namespace autodidact {

// How MemoryStore, MemorySearch and MemoryUndo read rows. Private to core/storage.

/// SELECT of whole revisions `r` of memories `m`; \p rest begins with a join or WHERE.
QString selectRevisions(const QString &rest);
Result<MemoryRevision> readRevision(Database &database, Query &query);
Result<QList<Memory>> collectMemories(Database &database, Query &query);

/// Conditions on `m` after "WHERE …"; their values are appended to \p values.
QString conditions(const MemoryFilter &filter, QList<QVariant> &values);

/// The words of a memory for full text search.
QString wordsOf(const Memory &memory);

} // namespace autodidact
