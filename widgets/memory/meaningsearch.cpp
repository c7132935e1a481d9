#include "widgets/memory/meaningsearch.h"

#include "core/storage/memorystore.h"

#include <algorithm>

namespace autodidact {

Status MeaningSearch::prepare(Database &database, const MemoryQuery &query)
{
    if (!m_embedder) {
        Result<IdfTable> table = IdfTable::builtIn();
        if (!table)
            return std::unexpected(table.error());
        m_idf = *table;
        m_embedder.emplace(*std::move(table));
    }
    MemoryStore store(database);
    const auto sets = query.scope == MemoryQuery::Scope::All
        ? store.sets()
        : store.setOfRun(query.run).transform([](const MemorySet &set) { return QList<MemorySet>{set}; });
    if (!sets)
        return std::unexpected(sets.error());
    QList<Memory> memories;
    for (const MemorySet &set : *sets) {
        m_setNames.insert(set.id, set.name);
        const Result<QList<Memory>> own = store.current(set.id);
        if (!own)
            return std::unexpected(own.error());
        memories += *own;
    }
    std::ranges::sort(memories, {}, &Memory::id);
    if (m_snapshot && m_snapshot->memories() == memories)
        return {};
    auto snapshot = MemorySnapshot::build(std::move(memories), *m_embedder, *m_idf, {}, m_snapshot);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    m_snapshot = *snapshot;
    return {};
}

MemoryRow MeaningSearch::rowOf(const VectorHit &hit) const
{
    const Memory *memory = m_snapshot->find(hit.id);
    return {*memory, hit.similarity, m_setNames.value(memory->set)};
}

Result<MemoryPage> MeaningSearch::search(Database &database, const MemoryQuery &query)
{
    if (const Status ready = prepare(database, query); !ready)
        return std::unexpected(ready.error());
    const Result<double> mean = meanSuccess(database, query.run);
    const auto embedded = m_embedder->embed({query.text}, {});
    if (!mean || !embedded)
        return std::unexpected(mean ? embedded.error() : mean.error());
    const auto filter = [&](MemoryId id) { return matches(*m_snapshot->find(id), query, *mean); };
    const auto hits = m_snapshot->vectors().search(embedded->first(), memorySearchLimit, filter);
    if (!hits)
        return std::unexpected(hits.error());
    MemoryPage page;
    for (const VectorHit &hit : *hits) {
        if (hit.similarity > 0)      // nothing in common is no hit
            page.rows.append(rowOf(hit));
    }
    page.matching = int(page.rows.size());
    page.all = int(m_snapshot->memories().size());
    return page;
}

Result<QList<MemoryRow>> MeaningSearch::neighbours(Database &database, const MemoryQuery &query, MemoryId memory, int count)
{
    if (const Status ready = prepare(database, query); !ready)
        return std::unexpected(ready.error());
    const int position = m_snapshot->positionOf(memory);
    if (position < 0)
        return QList<MemoryRow>();   // archived entries are in no index
    const auto hits = m_snapshot->vectors().search(m_snapshot->embeddingAt(position), count, [memory](MemoryId id) { return id != memory; });
    if (!hits)
        return std::unexpected(hits.error());
    QList<MemoryRow> rows;
    for (const VectorHit &hit : *hits) {
        if (hit.similarity > 0)
            rows.append(rowOf(hit));
    }
    return rows;
}

} // namespace autodidact
