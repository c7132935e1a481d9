#include "core/memory/housekeeping.h"

#include <QHash>

namespace autodidact {

Result<QList<MemoryChange>> Housekeeping::keep(const MemorySnapshot::Ptr &before,
    const MemorySnapshot::Ptr &after, int round, std::stop_token stop) const
{
    Result<QList<MemoryChange>> tidied = m_tidying.tidy(*before, *after);
    if (!tidied || tidied->isEmpty())
        return tidied ? m_forgetting.forget(*after, round).changes : std::move(tidied);
    QHash<qint64, Memory> changed;
    for (const MemoryChange &change : std::as_const(*tidied))
        changed.insert(change.memory.id.value, change.memory);
    QList<Memory> memories = after->memories();
    for (Memory &memory : memories)
        memory = changed.value(memory.id.value, memory);
    const auto left = MemorySnapshot::build(std::move(memories), m_embedder, m_idf, stop, after);
    if (!left)
        return std::unexpected(left.error());
    *tidied += m_forgetting.forget(**left, round).changes;
    return tidied;
}

} // namespace autodidact
