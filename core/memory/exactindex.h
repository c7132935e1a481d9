#pragma once

#include "core/memory/vectorindex.h"

#include <map>

namespace autodidact {

/// Compares the query with everything: exact, and quick enough for tens of thousands.
class ExactIndex : public VectorIndex
{
public:
    explicit ExactIndex(int dimension);

    Status add(MemoryId id, const Embedding &embedding) override;
    Status remove(MemoryId id) override;
    Result<QList<VectorHit>> search(const Embedding &query, int k, const Filter &filter = {}) const override;
    qsizetype size() const override { return qsizetype(m_embeddings.size()); }
    bool isApproximate() const override { return false; }

private:
    int m_dimension;
    std::map<MemoryId, Embedding> m_embeddings;
};

} // namespace autodidact
