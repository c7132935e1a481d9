// The part of MemoryCommands that ties entries to each other.
#include "core/control/memorycommands.h"
#include "core/memory/memorychange.h"
#include "core/storage/memorystore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Status checkActive(const Memory &memory)
{
    if (memory.state == MemoryState::Active)
        return {};
    return fail(
        ErrorKind::Conflict, u"Memory %1 is not active. Restore it first."_s.arg(memory.id.value));
}

} // namespace

/// The entries, each once, all of one set: BadInput otherwise.
Result<QList<Memory>> MemoryCommands::gather(const QList<MemoryId> &ids)
{
    MemoryStore store(m_database);
    QList<Memory> memories;
    for (const MemoryId id : ids) {
        Result<Memory> memory = store.byId(id);
        if (!memory)
            return std::unexpected(memory.error());
        if (std::ranges::contains(memories, id, &Memory::id))
            return fail(ErrorKind::BadInput, u"Memory %1 is named twice."_s.arg(id.value));
        if (!memories.isEmpty() && memories.first().set != memory->set) {
            return fail(ErrorKind::BadInput,
                u"Memories %1 and %2 are in different sets. Export one and import it beside the other."_s
                    .arg(memories.first().id.value)
                    .arg(id.value));
        }
        memories.append(std::move(*memory));
    }
    return memories;
}

Result<QList<Memory>> MemoryCommands::merge(
    const QList<MemoryId> &ids, MemoryId into, const std::optional<MemoryDraft> &text)
{
    if (ids.isEmpty())
        return fail(ErrorKind::BadInput, u"Nothing to merge: name at least one other memory."_s);
    if (text) {
        if (const Status whole = checkComplete(*text); !whole)
            return std::unexpected(whole.error());
    }
    Result<QList<Memory>> memories = gather(QList<MemoryId>{into} + ids);
    if (!memories)
        return memories;
    for (const Memory &memory : std::as_const(*memories)) {
        if (const Status active = checkActive(memory); !active)
            return std::unexpected(active.error());
    }
    Memory kept = memories->takeFirst();
    QList<MemoryStored> changes;
    for (Memory &memory : *memories) {
        absorb(kept, memory);
        memory.state = MemoryState::Superseded;
        memory.supersededBy = into;
        changes.append({memory, u"supersede"_s, u"Merged into another entry."_s, 0});
    }
    if (text)
        writeInto(kept, *text);
    kept.edited = true;
    changes.prepend({kept, u"merge"_s, {}, 0});
    const Result<MemorySet> set = MemoryStore(m_database).setById(kept.set);
    return set ? commit(*set, std::move(changes)) : std::unexpected(set.error());
}

Result<QList<Memory>> MemoryCommands::supersede(const QList<MemoryId> &ids, MemoryId by)
{
    Result<QList<Memory>> memories = gather(QList<MemoryId>{by} + ids);
    if (!memories)
        return memories;
    // What is active was superseded by nothing, so no chain can lead back.
    if (const Status active = checkActive(memories->takeFirst()); !active)
        return std::unexpected(active.error());
    return change(ids, u"supersede"_s, u"Another entry takes its place."_s, [by](Memory &memory) {
        if (memory.supersededBy == by)
            return false;
        memory.state = MemoryState::Superseded;
        memory.archiveReason.clear();
        memory.supersededBy = by;
        return true;
    });
}

Result<QList<Memory>> MemoryCommands::link(
    MemoryId one, MemoryId other, const QString &act, const QString &reason, bool linked)
{
    const Result<QList<Memory>> memories = gather({one, other});
    if (!memories)
        return memories;
    return change({one, other}, act, reason, [=](Memory &memory) {
        const MemoryId opposite = memory.id == one ? other : one;
        if (memory.contradicts.contains(opposite) == linked)
            return false;
        if (linked)
            memory.contradicts.append(opposite);
        else
            memory.contradicts.removeAll(opposite);
        return true;
    });
}

Result<QList<Memory>> MemoryCommands::contradict(MemoryId one, MemoryId other)
{
    return link(one, other, u"contradict"_s, u"Says the opposite of another entry."_s, true);
}

Result<QList<Memory>> MemoryCommands::reconcile(MemoryId one, MemoryId other)
{
    return link(one, other, u"reconcile"_s, u"Does not contradict it after all."_s, false);
}

} // namespace autodidact
