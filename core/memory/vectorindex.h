#pragma once

#include "core/base/id.h"
#include "core/memory/embedder.h"

#include <functional>

namespace autodidact {

struct VectorHit {
    MemoryId id;
    double similarity = 0;   ///< cosine, rounded to 1e-6

    bool operator==(const VectorHit &) const = default;
};

/// Leaves the \p k most similar hits, best first, ties by id.
void keepBest(QList<VectorHit> &hits, int k);

/// Finds the embeddings nearest to a query. Searches may run in several threads; changes may not.
class VectorIndex
{
public:
    using Filter = std::function<bool(MemoryId)>;

    virtual ~VectorIndex() = default;

    /// BadInput when the dimension differs. Replaces what the id had; an empty embedding removes it.
    virtual Status add(MemoryId id, const Embedding &embedding) = 0;
    virtual Status remove(MemoryId id) = 0;

    /// The \p k most similar that pass the filter, best first, ties by id.
    virtual Result<QList<VectorHit>> search(const Embedding &query, int k, const Filter &filter = {}) const = 0;

    virtual qsizetype size() const = 0;
    virtual bool isApproximate() const = 0;
};

} // namespace autodidact
