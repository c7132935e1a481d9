#include "core/memory/forgetting.h"

#include "core/base/json.h"
#include "core/memory/evidence.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double RedundantFrom = 0.7;    ///< similarity at which redundancy starts

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
    Utility utility{.memory = memory.id, .green = memory.successesAfterUse, .uses = memory.uses, .seen = seenCount(memory),
        .exempt = belongsToPerson(memory), .pinned = memory.pinned};
    utility.age = std::max(0, round - std::max(memory.createdRound, memory.lastUsedRound));
    utility.credit = double(memory.successesAfterUse + 1) / double(memory.uses + 2);
    utility.evidence = 1 + std::log(1.0 + memory.uses) / 2;
    utility.recurrence = 1 + std::log(double(utility.seen)) / 4;
    utility.freshness = std::exp2(-utility.age / halfLife);
    utility.uniqueness = 1;
    utility.value = rounded(factors(utility));
    return utility;
}

QString explain(const Utility &utility)
{
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    QString text =
        u"%1 = credit %2 (%3 of %4 uses) x evidence %5 x recurrence %6 (met %7 times) x freshness %8 (%9 rounds)"_s
            .arg(number(utility.value), number(utility.credit))
            .arg(utility.green)
            .arg(utility.uses)
            .arg(number(utility.evidence), number(utility.recurrence))
            .arg(utility.seen)
            .arg(number(utility.freshness))
            .arg(utility.age)
        + u" x uniqueness %1 (redundancy %2)"_s.arg(number(utility.uniqueness), number(utility.redundancy));
    if (utility.exempt)
        text += u"; never forgotten: "_s + (utility.pinned ? u"pinned"_s : u"a person's"_s);
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

    /// 0 to 1.
    double redundancy(MemoryId id) const
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
        return std::clamp((closest - RedundantFrom) / (1 - RedundantFrom), 0.0, 1.0);
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

QList<Utility> Forgetting::unweighed(const MemorySnapshot &snapshot, int round) const
{
    QList<Utility> utilities;
    for (const Memory &memory : snapshot.memories()) {
        if (memory.term == MemoryTerm::Long)
            utilities.append(withoutRedundancy(memory, round, m_options.halfLife));
    }
    return utilities;
}

/// Rounds that a failure has waited at the end of \p round; -1 where nothing is ever taken.
int Forgetting::waits(const Memory &memory, int round) const
{
    if (memory.term == MemoryTerm::Long || belongsToPerson(memory))
        return -1;
    return round - std::max(memory.createdRound, memory.lastUsedRound);
}

Explanation Forgetting::takes(const Utility &utility) const
{
    QJsonObject values = utilityTerms(utility);
    values.insert(u"capacity"_s, m_options.capacity);
    return {u"least useful above the capacity of %1: %2"_s.arg(m_options.capacity).arg(utility.explanation),
        {ReasonCode::LeastUseful, values}};
}

Forgotten Forgetting::forget(const MemorySnapshot &snapshot, int round) const
{
    Forgotten forgotten;
    for (const Memory &memory : snapshot.memories()) {
        const int since = waits(memory, round);
        if (since >= m_options.shortTermRounds)
            forgotten.changes.append(archived(memory, u"expire"_s,
                {u"not mended within %1 rounds"_s.arg(since), {ReasonCode::NotMended, {{u"rounds"_s, since}}}}));
    }
    forgotten.utilities = unweighed(snapshot, round);
    qsizetype excess = forgotten.utilities.size() - m_options.capacity;
    weigh(forgotten.utilities, snapshot, excess);

    QList<MemoryChange> lost;
    for (const Utility &utility : std::as_const(forgotten.utilities)) {
        if (excess <= 0)
            break;
        if (utility.exempt)
            continue;
        Memory memory = *snapshot.find(utility.memory);
        memory.utility = utility.value;
        lost.append(archived(memory, u"forget"_s, takes(utility)));
        --excess;
    }
    std::ranges::sort(lost, {}, [](const MemoryChange &change) { return change.memory.id; });
    forgotten.changes += lost;
    return forgotten;
}

Forecast Forgetting::forecast(const MemorySnapshot &snapshot, int round, int count) const
{
    Forecast forecast{.capacity = m_options.capacity};
    QList<Utility> utilities = unweighed(snapshot, round);
    const qsizetype wanted = count < 0 ? utilities.size() : std::min<qsizetype>(count, utilities.size());
    weigh(utilities, snapshot, std::max(wanted, utilities.size() - m_options.capacity));
    std::ranges::stable_sort(utilities, {}, &Utility::exempt);
    forecast.entries = int(utilities.size());
    const qsizetype mortal = std::ranges::count(utilities, false, &Utility::exempt);
    forecast.excess = int(std::clamp<qsizetype>(utilities.size() - m_options.capacity, 0, mortal));
    for (int rank = 1; rank <= wanted; ++rank) {
        const Utility &utility = utilities.at(rank - 1);
        QJsonObject values = utilityTerms(utility);
        if (utility.exempt) {
            values.insert(u"pinned"_s, utility.pinned);
            forecast.next.append({utility, {utility.explanation, {ReasonCode::NeverForgotten, values}}});
        } else if (rank <= forecast.excess) {
            forecast.next.append({utility, takes(utility)});
        } else {
            values.insert(u"rank"_s, rank);
            forecast.next.append({utility, {u"stays, number %1 to go: %2"_s.arg(rank).arg(utility.explanation), {ReasonCode::UsefulEnough, values}}});
        }
    }
    for (const Memory &memory : snapshot.memories()) {
        if (const int since = waits(memory, round); since >= 0)
            forecast.expiring.append({memory.id, std::max(0, m_options.shortTermRounds - since)});
    }
    std::ranges::stable_sort(forecast.expiring, {}, &Expiry::roundsLeft);
    return forecast;
}

void Forgetting::weigh(QList<Utility> &utilities, const MemorySnapshot &snapshot, qsizetype due) const
{
    std::ranges::sort(utilities, lessUseful);
    const RedundancyMeter meter(snapshot, utilities);
    // Redundancy at most halves a utility: what is worth twice the last one to go is safe unmeasured.
    qsizetype counted = 0;
    double safeFrom = -1;
    for (const Utility &utility : std::as_const(utilities)) {
        if (counted < due && !utility.exempt) {
            ++counted;
            safeFrom = 2 * utility.value;
        }
    }
    for (Utility &utility : utilities) {
        if (utility.value <= safeFrom) {
            utility.redundancy = rounded(meter.redundancy(utility.memory));
            utility.uniqueness = 1 - utility.redundancy / 2;
            utility.value = rounded(factors(utility) * utility.uniqueness);
        }
        utility.explanation = explain(utility);
    }
    std::ranges::sort(utilities, lessUseful);
}

QJsonObject utilityTerms(const Utility &utility)
{
    return {{u"uses"_s, utility.uses}, {u"green"_s, utility.green}, {u"seen"_s, utility.seen}, {u"age"_s, utility.age},
        {u"redundancy"_s, utility.redundancy}, {u"credit"_s, rounded(utility.credit)}, {u"evidence"_s, rounded(utility.evidence)},
        {u"recurrence"_s, rounded(utility.recurrence)}, {u"freshness"_s, rounded(utility.freshness)},
        {u"uniqueness"_s, rounded(utility.uniqueness)}, {u"utility"_s, utility.value}};
}

} // namespace autodidact
