#include "core/memory/tidying.h"

#include "core/base/json.h"
#include "core/memory/evidence.h"
#include "core/memory/opposites.h"

#include <map>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int NeighboursAsked = 16;

/// The memories as they become, with one change each.
class Desk {
public:
    Desk(const MemorySnapshot &snapshot, const TidyOptions &options)
        : m_snapshot(snapshot)
        , m_options(options)
    {
    }

    Status compare(const Memory &fresh);
    void settle();
    QList<MemoryChange> changes() const;

private:
    const Memory &now(MemoryId id) const;
    bool isActive(MemoryId id) const { return now(id).state == MemoryState::Active; }
    void change(const Memory &memory, const QString &act, const Explanation &why);
    void merge(MemoryId one, MemoryId other, double similarity);
    void mark(MemoryId one, MemoryId other, const QString &cue, double similarity);
    void settle(MemoryId one, MemoryId other);

    const MemorySnapshot &m_snapshot;
    const TidyOptions &m_options;
    std::map<MemoryId, MemoryChange> m_changes;
    std::map<MemoryId, int> m_merged; ///< how many went into it
};

bool mayBeOne(const Memory &a, const Memory &b)
{
    return a.kind == b.kind && a.language == b.language && a.term == MemoryTerm::Long
        && b.term == MemoryTerm::Long && !belongsToPerson(a) && !belongsToPerson(b);
}

const Memory &Desk::now(MemoryId id) const
{
    const auto changed = m_changes.find(id);
    return changed != m_changes.end() ? changed->second.memory : *m_snapshot.find(id);
}

void Desk::change(const Memory &memory, const QString &act, const Explanation &why)
{
    MemoryChange next{memory, act, why.text};
    next.memory.why = why.why;
    m_changes.insert_or_assign(memory.id, std::move(next));
}

Status Desk::compare(const Memory &fresh)
{
    const auto nearest = m_snapshot.vectors().search(
        m_snapshot.embeddingAt(m_snapshot.positionOf(fresh.id)), NeighboursAsked);
    if (!nearest)
        return std::unexpected(nearest.error());
    for (const VectorHit &hit : *nearest) {
        if (hit.id == fresh.id || !m_snapshot.find(hit.id) || !isActive(fresh.id)
            || !isActive(hit.id))
            continue;
        const Memory &one = now(fresh.id);
        const Memory &other = now(hit.id);
        const bool lessons = one.kind == MemoryKind::Lesson && other.kind == MemoryKind::Lesson;
        const auto cue = lessons && hit.similarity >= m_options.sameSubjectFrom
            ? oppositeCue(one.content, other.content)
            : std::nullopt;
        if (cue)
            mark(fresh.id, hit.id, *cue, hit.similarity);
        else if (hit.similarity >= m_options.duplicateFrom && mayBeOne(one, other))
            merge(fresh.id, hit.id, hit.similarity);
    }
    return {};
}

void Desk::merge(MemoryId one, MemoryId other, double similarity)
{
    const bool first = outweighs(now(one), now(other));
    Memory kept = now(first ? one : other);
    Memory gone = now(first ? other : one);
    if (kept.contradicts.contains(gone.id))
        return;
    absorb(kept, gone);
    gone.state = MemoryState::Superseded;
    gone.supersededBy = kept.id;
    const int count = ++m_merged[kept.id];
    change(kept, u"merge"_s,
        {u"took in %1 near-duplicates"_s.arg(count),
            {ReasonCode::Merged, {{u"entries"_s, count}}}});
    change(gone, u"supersede"_s,
        {u"says the same as another entry (similarity %1)"_s.arg(similarity, 0, 'f', 2),
            {ReasonCode::NearDuplicate, {{u"similarity"_s, rounded(similarity)}}}});
}

void Desk::mark(MemoryId one, MemoryId other, const QString &cue, double similarity)
{
    const Explanation why{
        u"says the opposite of another lesson (\"%1\", similarity of both %2)"_s.arg(cue).arg(
            similarity, 0, 'f', 2),
        {ReasonCode::SaysTheOpposite, {{u"cue"_s, cue}, {u"similarity"_s, rounded(similarity)}}}};
    for (const auto &[id, opposite] : {std::pair(one, other), std::pair(other, one)}) {
        Memory memory = now(id);
        if (memory.contradicts.contains(opposite))
            continue;
        memory.contradicts.append(opposite);
        change(memory, u"contradict"_s, why);
    }
}

void Desk::settle()
{
    for (const Memory &memory : m_snapshot.memories()) {
        const QList<MemoryId> opposites = now(memory.id).contradicts;
        for (const MemoryId other : opposites) {
            if (m_snapshot.find(other) && isActive(memory.id) && isActive(other))
                settle(memory.id, other);
        }
    }
}

void Desk::settle(MemoryId one, MemoryId other)
{
    if (!isApart(evidenceOf(now(one)), evidenceOf(now(other))))
        return;
    const bool first = evidenceOf(now(one)).low > evidenceOf(now(other)).low;
    const Memory &winner = now(first ? one : other);
    Memory loser = now(first ? other : one);
    if (belongsToPerson(loser))
        return;
    loser.state = MemoryState::Superseded;
    loser.supersededBy = winner.id;
    change(loser, u"supersede"_s, whyLost(loser, winner));
}

QList<MemoryChange> Desk::changes() const
{
    QList<MemoryChange> changes;
    for (const auto &[id, change] : m_changes)
        changes.append(change);
    return changes;
}

bool isFresh(const Memory &memory, const MemorySnapshot &before)
{
    const Memory *known = before.find(memory.id);
    return !known || searchText(*known) != searchText(memory);
}

} // namespace

Result<QList<MemoryChange>> Tidying::tidy(
    const MemorySnapshot &before, const MemorySnapshot &after) const
{
    Desk desk(after, m_options);
    for (const Memory &memory : after.memories()) {
        if (!isFresh(memory, before))
            continue;
        if (const Status compared = desk.compare(memory); !compared)
            return std::unexpected(compared.error());
    }
    desk.settle();
    return desk.changes();
}

Explanation whyLost(const Memory &loser, const Memory &winner)
{
    const Evidence less = evidenceOf(loser);
    const Evidence more = evidenceOf(winner);
    const auto share = [](double value) { return QString::number(100 * value, 'f', 0); };
    return {
        u"contradicts an entry with better evidence: green after %1 of %2 uses (%3 to %4 %) against %5 of %6 (%7 to %8 %)"_s
            .arg(less.green)
            .arg(less.uses)
            .arg(share(less.low), share(less.high))
            .arg(more.green)
            .arg(more.uses)
            .arg(share(more.low), share(more.high)),
        {ReasonCode::ContradictionLost,
            {{u"green"_s, less.green}, {u"uses"_s, less.uses}, {u"low"_s, rounded(less.low)},
                {u"high"_s, rounded(less.high)}, {u"other_green"_s, more.green},
                {u"other_uses"_s, more.uses}, {u"other_low"_s, rounded(more.low)},
                {u"other_high"_s, rounded(more.high)}}}};
}

} // namespace autodidact
