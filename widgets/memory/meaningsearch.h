#pragma once

#include "core/memory/hashingembedder.h"
#include "core/memory/memorysnapshot.h"
#include "widgets/memory/memoryquery.h"

#include <optional>

namespace autodidact {

/// Search by meaning over the active memories of a scope. Builds its index at the first question, and again for
/// what changed since. Belongs to the reader thread that calls it.
class MeaningSearch
{
public:
    /// Best first, with the cosine as score; at most memorySearchLimit rows.
    Result<MemoryPage> search(Database &database, const MemoryQuery &query);

    /// The entries most like this one, itself left out, best first.
    Result<QList<MemoryRow>> neighbours(Database &database, const MemoryQuery &query, MemoryId memory, int count);

private:
    Status prepare(Database &database, const MemoryQuery &query);
    MemoryRow rowOf(const VectorHit &hit) const;

    std::optional<HashingEmbedder> m_embedder;
    std::optional<IdfTable> m_idf;
    MemorySnapshot::Ptr m_snapshot;
    QHash<MemorySetId, QString> m_setNames;
};

} // namespace autodidact
