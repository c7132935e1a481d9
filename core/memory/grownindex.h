#pragma once

#include "core/memory/exactindex.h"
#include "core/memory/hnswindex.h"

#include <set>

namespace autodidact {

/// A graph that others still search, with what has changed since it was built: a new memory costs
/// microseconds, not another graph. What is new is compared exactly.
class GrownIndex : public VectorIndex {
public:
    explicit GrownIndex(std::shared_ptr<const HnswIndex> base);

    /// The base with everything added, replaced and removed that makes it hold \p source; null when
    /// more than \p most entries differ, so that another graph is worth its time.
    static Result<std::shared_ptr<GrownIndex>> over(
        const std::shared_ptr<const HnswIndex> &base, const IndexSource &source, qsizetype most);

    Status add(MemoryId id, const Embedding &embedding) override;
    Status remove(MemoryId id) override;
    Result<QList<VectorHit>> search(
        const Embedding &query, int k, const Filter &filter = {}) const override;
    qsizetype size() const override
    {
        return m_base->size() - qsizetype(m_hidden.size()) + m_new.size();
    }
    bool isApproximate() const override { return true; }

private:
    std::shared_ptr<const HnswIndex> m_base;
    std::set<MemoryId> m_hidden; ///< in the base, but no longer what it was
    ExactIndex m_new;
};

} // namespace autodidact
