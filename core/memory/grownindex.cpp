#include "core/memory/grownindex.h"

#include <algorithm>

namespace autodidact {

GrownIndex::GrownIndex(std::shared_ptr<const HnswIndex> base)
    : m_base(std::move(base))
    , m_new(m_base->dimension())
{
}

Result<std::shared_ptr<GrownIndex>> GrownIndex::over(
    const std::shared_ptr<const HnswIndex> &base, const IndexSource &source, qsizetype most)
{
    auto grown = std::make_shared<GrownIndex>(base);
    qsizetype kept = 0;
    qsizetype changed = 0;
    for (const auto &[id, embedding] : source.entries) {
        const Embedding *known = base->find(id);
        if (known && *known == embedding) {
            ++kept;
            continue;
        }
        if (++changed > most)
            return nullptr;
        if (const Status added = grown->add(id, embedding); !added)
            return std::unexpected(added.error());
    }
    if (base->size() - kept > most)
        return nullptr;
    if (base->size() == kept)
        return grown;
    std::set<MemoryId> wanted;
    for (const auto &[id, embedding] : source.entries)
        wanted.insert(id);
    for (const MemoryId id : base->ids()) {
        if (!wanted.contains(id))
            grown->m_hidden.insert(id);
    }
    return grown;
}

Status GrownIndex::add(MemoryId id, const Embedding &embedding)
{
    if (const Status added = m_new.add(id, embedding); !added)
        return added;
    if (m_base->find(id))
        m_hidden.insert(id);
    return {};
}

Status GrownIndex::remove(MemoryId id)
{
    if (m_base->find(id))
        m_hidden.insert(id);
    return m_new.remove(id);
}

Result<QList<VectorHit>> GrownIndex::search(
    const Embedding &query, int k, const Filter &filter) const
{
    const auto shown = [&](MemoryId id) {
        return !m_hidden.contains(id) && (!filter || filter(id));
    };
    Result<QList<VectorHit>> hits =
        m_hidden.empty() ? m_base->search(query, k, filter) : m_base->search(query, k, shown);
    if (!hits)
        return hits;
    const Result<QList<VectorHit>> added = m_new.search(query, k, filter);
    if (!added)
        return added;
    hits->append(*added);
    keepBest(*hits, k);
    return hits;
}

} // namespace autodidact
