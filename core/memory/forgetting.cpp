#include "core/memory/forgetting.h"

#include "core/base/json.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double RedundantFrom = 0.7;    ///< similarity at which redundancy starts

bool isExempt(const Memory &memory)
{
    return memory.pinned || memory.edited || memory.origin == MemoryOrigin::Person;
}

double factors(const Utility &utility)
{
    return utility.credit * utility.evidence * utility.recurrence * utility.freshness;
}

bool lessUseful(const Utility &a, const Utility &b)
{
    // Of equals the younger goes: ids are given in order.
    return a.value != b.value ? a.value < b.value : a.memory > b.memory;
}

Utility withoutRedundancy(const Memory &memory, int round, double halfLife)
{
    const int age = std::max(0, round - std::max(memory.createdRound, memory.lastUsedRound));
    Utility utility{.memory = memory.id, .exempt = isExempt(memory)};
    utility.credit = double(memory.successesAfterUse + 1) / double(memory.uses + 2);
    utility.evidence = 1 + std::log(1.0 + memory.uses) / 2;
    utility.recurrence = 1 + std::log(double(seenCount(memory))) / 4;
    utility.freshness = std::exp2(-age / halfLife);
    utility.uniqueness = 1;
    utility.value = rounded(factors(utility));
    return utility;
}

QString explain(const Utility &utility, const Memory &memory)
{
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    QString text =
        u"%1 = credit %2 (%3 of %4 uses) x evidence %5 x recurrence %6 x freshness %7 x uniqueness %8"_s
            .arg(number(utility.value), number(utility.credit))
            .arg(memory.successesAfterUse)
            .arg(memory.uses)
            .arg(number(utility.evidence), number(utility.recurrence), number(utility.freshness), number(utility.uniqueness));
    if (utility.exempt)
        text += u"; never forgotten: "_s + (memory.pinned ? u"pinned"_s : u"a person's"_s);
    return text;
}

MemoryChange archived(Memory memory, const QString &act, const Explanation &reason)
{
    memory.state = MemoryState::Archived;
    memory.archiveReason = reason.text;
    memory.why = reason.why;
    return {memory, act, reason.text};
}

/// Measures how far entries repeat more useful ones of their kind and language.
class RedundancyMeter
{
public:
    RedundancyMeter(const MemorySnapshot &snapshot, const QList<Utility> &utilities)
        : m_snapshot(snapshot)
        , m_base(snapshot.memories().size(), -1.0)
    {
        for (const Utility &utility : utilities)
            m_base[snapshot.positionOf(utility.memory)] = factors(utility);
    }

    double uniqueness(MemoryId id) const
    {
        const int position = m_snapshot.positionOf(id);
        const Memory &memory = m_snapshot.memories().at(position);
        const auto moreUseful = [&](MemoryId otherId) {
            const int other = m_snapshot.positionOf(otherId);
            const Memory &candidate = m_snapshot.memories().at(other);
            const bool better =
                m_base.at(other) > m_base.at(position) || (m_base.at(other) == m_base.at(position) && otherId < id);
            return better && candidate.kind == memory.kind && candidate.language == memory.language;
        };
        const auto nearest = m_snapshot.vectors().search(m_snapshot.embeddingAt(position), 1, moreUseful);
        const double closest = nearest && !nearest->isEmpty() ? nearest->first().similarity : 0;
        return 1 - std::clamp((closest - RedundantFrom) / (1 - RedundantFrom), 0.0, 1.0) / 2;
    }

private:
    const MemorySnapshot &m_snapshot;
    QList<double> m_base;    ///< by position; -1 for short-term entries
};

} // namespace

Forgetting::Forgetting(ForgettingOptions options)
    : m_options(options)
{
}

Forgotten Forgetting::forget(const MemorySnapshot &snapshot, int round) const
{
    Forgotten forgotten;
    for (const Memory &memory : snapshot.memories()) {
        const int since = round - std::max(memory.createdRound, memory.lastUsedRound);
        if (memory.term == MemoryTerm::Long)
            forgotten.utilities.append(withoutRedundancy(memory, round, m_options.halfLife));
        else if (since >= m_options.shortTermRounds && !isExempt(memory))
            forgotten.changes.append(archived(memory, u"expire"_s,
                {u"not mended within %1 rounds"_s.arg(since), {ReasonCode::NotMended, {{u"rounds"_s, since}}}}));
    }
    weigh(forgotten.utilities, snapshot);

    qsizetype excess = forgotten.utilities.size() - m_options.capacity;
    QList<MemoryChange> lost;
    for (const Utility &utility : std::as_const(forgotten.utilities)) {
        if (excess <= 0)
            break;
        if (utility.exempt)
            continue;
        Memory memory = *snapshot.find(utility.memory);
        memory.utility = utility.value;
        lost.append(archived(memory, u"forget"_s,
            {u"least useful above the capacity of %1: %2"_s.arg(m_options.capacity).arg(utility.explanation),
                {ReasonCode::LeastUseful, {{u"capacity"_s, m_options.capacity}, {u"utility"_s, utility.value}}}}));
        --excess;
    }
    std::ranges::sort(lost, {}, [](const MemoryChange &change) { return change.memory.id; });
    forgotten.changes += lost;
    return forgotten;
}

void Forgetting::weigh(QList<Utility> &utilities, const MemorySnapshot &snapshot) const
{
    std::ranges::sort(utilities, lessUseful);
    const RedundancyMeter meter(snapshot, utilities);
    // Redundancy at most halves a utility: what is worth twice the last one to go is safe unmeasured.
    const qsizetype excess = utilities.size() - m_options.capacity;
    qsizetype due = 0;
    double safeFrom = -1;
    for (const Utility &utility : std::as_const(utilities)) {
        if (due < excess && !utility.exempt) {
            ++due;
            safeFrom = 2 * utility.value;
        }
    }
    for (Utility &utility : utilities) {
        if (utility.value <= safeFrom) {
            utility.uniqueness = meter.uniqueness(utility.memory);
            utility.value = rounded(factors(utility) * utility.uniqueness);
        }
        utility.explanation = explain(utility, *snapshot.find(utility.memory));
    }
    std::ranges::sort(utilities, lessUseful);
}

} // namespace autodidact
