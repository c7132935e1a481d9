#include "core/control/memorycommands.h"

#include "core/storage/memorystore.h"
#include "core/storage/memoryundo.h"
#include "core/storage/roundstore.h"
#include "core/storage/transaction.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<Memory> single(Result<QList<Memory>> memories, const QString &nothing)
{
    if (!memories)
        return std::unexpected(memories.error());
    if (memories->isEmpty())
        return fail(ErrorKind::Conflict, nothing);
    return memories->first();
}

} // namespace

Result<Memory> MemoryCommands::add(MemorySetId set, const MemoryDraft &draft, const MemoryTie &tie)
{
    if (const Status status = checkComplete(draft); !status)
        return std::unexpected(status.error());
    Memory memory;
    memory.origin = MemoryOrigin::Person;
    memory.edited = true;
    memory.group = tie.group;
    memory.taskKey = tie.taskKey;
    memory.source = tie.source;
    writeInto(memory, draft);
    return single(store(set, {memory}, u"add"_s, {}), {});
}

Result<Memory> MemoryCommands::edit(MemoryId id, const MemoryDraft &draft)
{
    if (const Status status = checkComplete(draft); !status)
        return std::unexpected(status.error());
    return single(change({id}, u"edit"_s, {}, [&](Memory &memory) {
        const Memory before = memory;
        writeInto(memory, draft);
        memory.edited = true;
        memory.origin = MemoryOrigin::Person;
        return memory != before;
    }), u"Nothing was changed."_s);
}

Result<QList<Memory>> MemoryCommands::setPinned(const QList<MemoryId> &ids, bool pinned)
{
    return change(ids, pinned ? u"pin"_s : u"unpin"_s, {}, [pinned](Memory &memory) {
        return std::exchange(memory.pinned, pinned) != pinned;
    });
}

Result<QList<Memory>> MemoryCommands::archive(const QList<MemoryId> &ids, const QString &reason)
{
    return change(ids, u"archive"_s, reason, [&](Memory &memory) {
        memory.archiveReason = reason;
        return std::exchange(memory.state, MemoryState::Archived) == MemoryState::Active;
    });
}

Result<QList<Memory>> MemoryCommands::restore(const QList<MemoryId> &ids)
{
    return change(ids, u"restore"_s, {}, [](Memory &memory) {
        memory.archiveReason.clear();
        memory.supersededBy = {};
        memory.edited = true;            // or the end of the round would take it away again
        return std::exchange(memory.state, MemoryState::Active) != MemoryState::Active;
    });
}

Result<QList<Memory>> MemoryCommands::markReviewed(const QList<MemoryId> &ids)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return change(ids, u"review"_s, {}, [&](Memory &memory) {
        memory.reviewedAt = now;
        return true;
    });
}

Result<QList<Memory>> MemoryCommands::tag(const QList<MemoryId> &ids, const QStringList &add, const QStringList &remove)
{
    return change(ids, u"tag"_s, {}, [&](Memory &memory) {
        const QStringList before = memory.tags;
        for (const QString &tag : remove)
            memory.tags.removeAll(tag);
        for (const QString &tag : add) {
            if (!memory.tags.contains(tag))
                memory.tags.append(tag);
        }
        return memory.tags != before;
    });
}

Result<QList<Memory>> MemoryCommands::count(const QList<MemoryId> &ids, int uses, int successes, const QString &reason)
{
    return change(ids, u"count"_s, reason, [&](Memory &memory) {
        const Memory before = memory;
        memory.uses = std::max(0, memory.uses + uses);
        memory.successesAfterUse = std::clamp(memory.successesAfterUse + successes, 0, memory.uses);
        return memory != before;
    });
}

Result<Memory> MemoryCommands::revert(MemoryId id, int revision)
{
    const Result<MemoryRevision> old = MemoryStore(m_database).revision(id, revision);
    if (!old)
        return std::unexpected(old.error());
    const Memory &content = old->memory;
    return single(change({id}, u"revert"_s, u"To revision %1."_s.arg(revision), [&](Memory &memory) {
        const Memory before = memory;
        writeInto(memory, {content.kind, content.language, content.title, content.problem, content.content, content.tags});
        return memory != before;
    }), u"Revision %1 says the same as the newest one."_s.arg(revision));
}

Result<QList<Memory>> MemoryCommands::reclassify(const QList<MemoryId> &ids, const MemoryScope &scope)
{
    if (scope == MemoryScope())
        return fail(ErrorKind::BadInput, u"Nothing to change: give a kind, a term, a language or a group."_s);
    return change(ids, u"reclassify"_s, {}, [&](Memory &memory) {
        const Memory before = memory;
        memory.kind = scope.kind.value_or(memory.kind);
        memory.term = scope.term.value_or(memory.term);
        memory.language = scope.language.value_or(memory.language);
        if (scope.group && *scope.group != memory.group) {
            memory.group = *scope.group;
            memory.otherGroups.clear();
            memory.taskKey.clear();
        }
        if (memory == before)
            return false;
        memory.edited = true;
        return true;
    });
}

Result<int> MemoryCommands::visibleFrom(const MemorySet &set)
{
    if (!set.run.isValid())
        return 1;
    const Result<QList<Round>> rounds = RoundStore(m_database).all(set.run);
    if (!rounds)
        return std::unexpected(rounds.error());
    return rounds->isEmpty() ? 1 : rounds->last().number + 1;
}

Result<QList<Memory>> MemoryCommands::store(MemorySetId id, QList<Memory> memories, const QString &act, const QString &reason)
{
    const Result<MemorySet> set = MemoryStore(m_database).setById(id);
    if (!set)
        return std::unexpected(set.error());
    QList<MemoryStored> changes;
    for (Memory &memory : memories) {
        memory.set = id;
        changes.append({memory, act, reason, 0});
    }
    return commit(*set, std::move(changes));
}

Result<QList<Memory>> MemoryCommands::change(
    const QList<MemoryId> &ids, const QString &act, const QString &reason, const Change &change)
{
    MemoryStore memories(m_database);
    QMap<qint64, QList<MemoryStored>> bySet;
    for (const MemoryId id : ids) {
        Result<Memory> memory = memories.byId(id);
        if (!memory)
            return std::unexpected(memory.error());
        if (change(*memory))
            bySet[memory->set.value].append({*memory, act, reason, 0});
    }
    QList<Memory> changed;
    for (auto it = bySet.cbegin(); it != bySet.cend(); ++it) {
        const Result<MemorySet> set = memories.setById({it.key()});
        if (!set)
            return std::unexpected(set.error());
        const Result<QList<Memory>> stored = commit(*set, it.value());
        if (!stored)
            return stored;
        changed += *stored;
    }
    return changed;
}

Result<QList<Memory>> MemoryCommands::commit(const MemorySet &set, QList<MemoryStored> changes)
{
    const Result<int> round = visibleFrom(set);
    if (!round)
        return std::unexpected(round.error());
    // A batch without revisions is no step of undo, so one that is left over by a failure does no harm.
    const Result<qint64> batch = MemoryStore(m_database).newBatch(set.id);
    if (!batch)
        return std::unexpected(batch.error());
    for (MemoryStored &change : changes) {
        change.batch = *batch;
        change.memory.visibleFromRound = *round;
        // An archived entry keeps why it was archived; what else a person does needs no reason of ours.
        const bool keepsReason = change.memory.state != MemoryState::Active && (change.act == u"add" || change.act == u"tag"
            || change.act == u"pin" || change.act == u"unpin" || change.act == u"review" || change.act == u"edit");
        if (!keepsReason)
            change.memory.why = {};
    }
    return set.run.isValid() ? append(set.run, *round - 1, changes) : storeUnwatched(changes);
}

Result<QList<Memory>> MemoryCommands::append(RunId run, int round, const QList<MemoryStored> &changes)
{
    QList<Event> events;
    for (const MemoryStored &change : changes) {
        Event event;
        event.run = run;
        event.place = {round, Phase::Person};
        event.payload = change;
        event.byPerson = true;
        events.append(std::move(event));
    }
    // No transaction around it: the journal publishes at its end, and nothing may be heard of that could still be undone.
    if (const Status appended = m_journal.append(events); !appended)
        return std::unexpected(appended.error());
    QList<Memory> stored;
    for (const Event &event : std::as_const(events))
        stored.append(std::get<MemoryStored>(event.payload).memory);
    return stored;
}

Result<QList<Memory>> MemoryCommands::storeUnwatched(const QList<MemoryStored> &changes)
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    MemoryStore memories(m_database);
    QList<Memory> stored;
    for (const MemoryStored &change : changes) {
        const Result<Memory> memory = memories.store(change.memory, {change.act, change.reason, change.batch, true});
        if (!memory)
            return std::unexpected(memory.error());
        stored.append(*memory);
    }
    return transaction.commit().transform([&stored] { return stored; });
}

Result<int> MemoryCommands::undo(MemorySetId set)
{
    const auto batch = MemoryUndo(m_database).lastUndoable(set);
    return batch ? takeBack(set, *batch, u"There is nothing to undo."_s) : std::unexpected(batch.error());
}

Result<int> MemoryCommands::redo(MemorySetId set)
{
    const auto batch = MemoryUndo(m_database).lastRedoable(set);
    return batch ? takeBack(set, *batch, u"There is nothing to redo."_s) : std::unexpected(batch.error());
}

Result<int> MemoryCommands::takeBack(MemorySetId id, std::optional<qint64> batch, const QString &nothing)
{
    if (!batch)
        return fail(ErrorKind::NotFound, nothing);
    const Result<MemorySet> set = MemoryStore(m_database).setById(id);
    if (!set)
        return std::unexpected(set.error());
    const Result<int> round = visibleFrom(*set);
    if (!round)
        return round;
    const Result<QList<MemoryStored>> planned = MemoryUndo(m_database).planned(*batch, *round);
    if (!planned)
        return std::unexpected(planned.error());
    const Result<QList<Memory>> stored = set->run.isValid() ? append(set->run, *round - 1, *planned) : storeUnwatched(*planned);
    return stored.transform([](const QList<Memory> &memories) { return int(memories.size()); });
}

} // namespace autodidact
