#pragma once

#include "core/control/memorycommands.h"

#include <QHash>
#include <QSet>

namespace autodidact {

MemoryDraft draftOf(const Memory &memory);

/// What a person typed and has not saved, per entry; a new entry has id 0. Pure.
class MemoryDrafts
{
public:
    using Table = QHash<MemoryId, MemoryDraft>;

    /// Keeps what was typed, or drops the draft when it says what is stored already.
    void keep(MemoryId id, const MemoryDraft &typed, const MemoryDraft &stored);
    void drop(MemoryId id) { m_drafts.remove(id); }

    bool has(MemoryId id) const { return m_drafts.contains(id); }
    MemoryDraft draft(MemoryId id, const MemoryDraft &otherwise) const { return m_drafts.value(id, otherwise); }
    QSet<MemoryId> ids() const { return {m_drafts.keyBegin(), m_drafts.keyEnd()}; }

    /// Takes over what an earlier session left; what was typed since goes first.
    void adopt(const Table &earlier);
    const Table &all() const { return m_drafts; }

private:
    Table m_drafts;
};

} // namespace autodidact
