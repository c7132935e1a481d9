#include "core/memory/vectorindex.h"

#include <algorithm>

namespace autodidact {

void keepBest(QList<VectorHit> &hits, int k)
{
    const qsizetype kept = std::min<qsizetype>(k, hits.size());
    std::ranges::partial_sort(hits, hits.begin() + kept, [](const VectorHit &a, const VectorHit &b) {
        return a.similarity != b.similarity ? a.similarity > b.similarity : a.id < b.id;
    });
    hits.resize(kept);
}

} // namespace autodidact
