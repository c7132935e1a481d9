#include "core/memory/rounddraft.h"

#include "core/events/codec.h"
#include "core/memory/evidence.h"
#include "core/memory/opposites.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int NeighboursAsked = 16;      ///< more than are ever near-duplicates of the same entry

/// Entries that may be one: those that wait wait for their own task, and opposites are near each other, too.
bool comparable(const Memory &a, const Memory &b)
{
    if (a.kind != b.kind || a.language != b.language || a.term != b.term)
        return false;
    if (a.term == MemoryTerm::Short)
        return a.taskKey == b.taskKey;
    return a.kind != MemoryKind::Lesson || !oppositeCue(a.content, b.content);
}

/// One working program for a task is enough, whichever of them came first.
bool sameSolvedTask(const Memory &a, const Memory &b)
{
    return a.kind == MemoryKind::Code && comparable(a, b) && !a.taskKey.isEmpty() && a.taskKey == b.taskKey;
}

} // namespace

RoundDraft::RoundDraft(const MemorySnapshot &snapshot, const KeeperOptions &options, int round)
    : m_snapshot(snapshot)
    , m_options(options)
    , m_round(round)
{
}

RoundDraft::Slot *RoundDraft::slotOf(MemoryId id, int task)
{
    if (const auto known = m_known.find(id); known != m_known.end())
        return &m_slots[known->second];
    const Memory *memory = m_snapshot.find(id);
    if (!memory)
        return nullptr;
    m_known[id] = m_slots.size();
    m_slots.push_back(Slot{.memory = *memory, .task = task});
    m_slots.back().memory.why = {};          // that was said of an earlier revision
    return &m_slots.back();
}

void RoundDraft::countUse(MemoryId id, bool success, int task)
{
    Slot *slot = slotOf(id, task);
    if (!slot)
        return;
    ++slot->uses;
    ++slot->memory.uses;
    slot->successes += success ? 1 : 0;
    slot->memory.successesAfterUse += success ? 1 : 0;
    slot->memory.lastUsedRound = m_round;
}

Result<RoundDraft::Slot *> RoundDraft::repeated(const Memory &memory, const Embedding &embedding, int task)
{
    for (Slot &slot : m_slots) {
        const bool isNew = !slot.memory.id.isValid();
        if (sameSolvedTask(slot.memory, memory)
            || (isNew && similarity(slot.embedding, embedding) >= m_options.duplicateFrom
                && comparable(slot.memory, memory)))
            return &slot;
    }
    const QList<Memory> &stored = m_snapshot.memories();
    const auto solved = std::ranges::find_if(stored, [&](const Memory &other) { return sameSolvedTask(other, memory); });
    if (solved != stored.cend())
        return slotOf(solved->id, task);
    const Result<QList<VectorHit>> nearest = m_snapshot.vectors().search(embedding, NeighboursAsked);
    if (!nearest)
        return std::unexpected(nearest.error());
    for (const VectorHit &hit : *nearest) {
        if (hit.similarity >= m_options.duplicateFrom && comparable(*m_snapshot.find(hit.id), memory))
            return slotOf(hit.id, task);
    }
    return nullptr;
}

void RoundDraft::countInto(Slot &slot, const Memory &memory)
{
    ++slot.repeats;
    setSeenCount(slot.memory, seenCount(slot.memory) + 1);
    addGroup(slot.memory, memory.group);
    const bool changedTask = slot.memory.taskKey == memory.taskKey && slot.memory.problem != memory.problem;
    if (memory.kind != MemoryKind::Code || !changedTask || belongsToPerson(slot.memory))
        return;
    // The task itself changed: what used to work may be wrong now.
    slot.memory.title = memory.title;
    slot.memory.problem = memory.problem;
    slot.memory.content = memory.content;
    slot.memory.tokens = memory.tokens;
    slot.memory.source = memory.source;
    slot.memory.visibleFromRound = memory.visibleFromRound;
    slot.edited = true;
    slot.reason = u"the task changed, its newer solution replaces the older one"_s;
    slot.memory.why = {ReasonCode::NewerSolution, {}};
}

Status RoundDraft::add(const Memory &memory, const Embedding &embedding, const QString &reason, int task)
{
    const Result<Slot *> earlier = repeated(memory, embedding, task);
    if (!earlier)
        return std::unexpected(earlier.error());
    if (*earlier)
        countInto(**earlier, memory);
    else
        m_slots.push_back(Slot{.memory = memory, .embedding = embedding, .reason = reason, .task = task});
    return {};
}

std::optional<Memory> RoundDraft::openFailure(const Task &task) const
{
    const auto found = std::ranges::find_if(m_snapshot.memories(), [&](const Memory &memory) {
        return memory.kind == MemoryKind::Error && memory.term == MemoryTerm::Short && memory.taskKey == task.key
            && memory.language == task.language && !belongsToPerson(memory);
    });
    if (found == m_snapshot.memories().cend())
        return std::nullopt;
    return *found;
}

void RoundDraft::edit(const Memory &memory, const QString &reason, int task)
{
    Slot *slot = slotOf(memory.id, task);
    if (!slot)
        return;
    slot->memory = memory;
    slot->edited = true;
    slot->reason = reason;
}

Explanation RoundDraft::Slot::explanation() const
{
    QList<Explanation> all;
    if (!reason.isEmpty())
        all.append({reason, memory.why});
    if (uses > 0) {
        all.append({u"used by %1 attempts, %2 of them green"_s.arg(uses).arg(successes),
            {ReasonCode::UseCounted, {{u"uses"_s, uses}, {u"green"_s, successes}}}});
    }
    if (repeats > 0)
        all.append({u"met again %1 times"_s.arg(repeats), {ReasonCode::MetAgain, {{u"times"_s, repeats}}}});
    if (all.size() == 1)
        return all.first();
    QStringList texts;
    QJsonArray reasons;
    for (const Explanation &one : std::as_const(all)) {
        texts.append(one.text);
        reasons.append(toJson(one));
    }
    return {texts.join(u"; "_s), all.isEmpty() ? Reason() : Reason{ReasonCode::Several, {{u"reasons"_s, reasons}}}};
}

QList<MemoryChange> RoundDraft::changes() const
{
    QList<MemoryChange> changes;
    for (const Slot &slot : m_slots) {
        const Explanation reason = slot.explanation();
        Memory memory = slot.memory;
        memory.why = reason.why;
        const QString act = !slot.memory.id.isValid() ? u"add"_s : slot.edited ? u"edit"_s : u"count"_s;
        changes.append({memory, act, reason.text, slot.task});
    }
    std::ranges::stable_sort(changes, {}, &MemoryChange::task);
    return changes;
}

} // namespace autodidact
