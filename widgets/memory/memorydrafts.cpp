#include "widgets/memory/memorydrafts.h"

namespace autodidact {

MemoryDraft draftOf(const Memory &memory)
{
    return {memory.kind, memory.language, memory.title, memory.problem, memory.content, memory.tags};
}

void MemoryDrafts::keep(MemoryId id, const MemoryDraft &typed, const MemoryDraft &stored)
{
    if (typed == stored)
        m_drafts.remove(id);
    else
        m_drafts.insert(id, typed);
}

void MemoryDrafts::adopt(const Table &earlier)
{
    for (auto it = earlier.cbegin(); it != earlier.cend(); ++it) {
        if (!m_drafts.contains(it.key()))
            m_drafts.insert(it.key(), it.value());
    }
}

} // namespace autodidact
