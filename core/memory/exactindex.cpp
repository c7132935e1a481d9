#include "core/memory/exactindex.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

ExactIndex::ExactIndex(int dimension)
    : m_dimension(dimension)
{
}

Status ExactIndex::add(MemoryId id, const Embedding &embedding)
{
    if (embedding.isEmpty())
        return remove(id);
    if (embedding.size() != m_dimension)
        return fail(
            ErrorKind::BadInput, u"an embedding has %1 dimensions, the index %2"_s.arg(embedding.size()).arg(m_dimension));
    m_embeddings[id] = embedding;
    return {};
}

Status ExactIndex::remove(MemoryId id)
{
    m_embeddings.erase(id);
    return {};
}

Result<QList<VectorHit>> ExactIndex::search(const Embedding &query, int k, const Filter &filter) const
{
    QList<VectorHit> hits;
    if (query.isEmpty() || k <= 0)
        return hits;
    if (query.size() != m_dimension)
        return fail(ErrorKind::BadInput, u"a query has %1 dimensions, the index %2"_s.arg(query.size()).arg(m_dimension));
    hits.reserve(size());
    for (const auto &[id, embedding] : m_embeddings) {
        if (!filter || filter(id))
            hits.append({id, similarity(query, embedding)});
    }
    keepBest(hits, k);
    return hits;
}

} // namespace autodidact
