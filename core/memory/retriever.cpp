#include "core/memory/retriever.h"

#include "core/base/json.h"
#include "core/llm/chatmodel.h"
#include "core/memory/recallcandidates.h"
#include "core/memory/evidence.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double RedundantFrom = 0.92;   ///< similarity to a taken entry that makes another pointless

/// Of entries that say the opposite of each other, all but the one to believe.
std::set<MemoryId> contradicted(QList<RecallCandidate> candidates)
{
    std::set<MemoryId> named;
    for (const RecallCandidate &candidate : std::as_const(candidates))
        named.insert(candidate.entry.memory.contradicts.cbegin(), candidate.entry.memory.contradicts.cend());
    if (named.empty())
        return {};
    candidates.removeIf([&](const RecallCandidate &candidate) {
        return candidate.entry.memory.contradicts.isEmpty() && !named.contains(candidate.entry.memory.id);
    });
    std::ranges::sort(candidates, [](const RecallCandidate &a, const RecallCandidate &b) { return outweighs(a.entry.memory, b.entry.memory); });
    std::set<MemoryId> believed;
    std::set<MemoryId> denied;
    std::set<MemoryId> doubted;
    for (const RecallCandidate &candidate : std::as_const(candidates)) {
        const Memory &memory = candidate.entry.memory;
        const bool loses = denied.contains(memory.id)
            || std::ranges::any_of(memory.contradicts, [&](MemoryId id) { return believed.contains(id); });
        (loses ? doubted : believed).insert(memory.id);
        if (!loses)
            denied.insert(memory.contradicts.cbegin(), memory.contradicts.cend());
    }
    return doubted;
}

/// Takes from scored candidates, one at a time, until a budget is reached.
class Taker
{
public:
    Taker(const MemorySnapshot &snapshot, const RecallQuery &query, Recall &recall)
        : m_snapshot(snapshot)
        , m_query(query)
        , m_recall(recall)
    {
    }

    /// Chooses the best of \p pool by maximal marginal relevance until the count is reached.
    void takeFrom(QList<RecallCandidate> pool)
    {
        while (!pool.isEmpty() && m_recall.taken.size() < m_query.count) {
            // Ties fall to the candidate that ranks first: the pool is sorted and the first maximum wins.
            const auto best = std::ranges::max_element(pool, {}, [this](const RecallCandidate &c) { return worth(c); });
            const RecallCandidate chosen = *best;
            pool.erase(best);
            if (take(chosen))
                updateClosest(pool, chosen);
        }
        for (const RecallCandidate &candidate : std::as_const(pool))
            leave(candidate, isRedundant(candidate) ? LeftOutReason::Redundant : LeftOutReason::Count);
    }

    void updateClosest(QList<RecallCandidate> &pool, const RecallCandidate &chosen) const
    {
        const Embedding &embedding = m_snapshot.embeddingAt(chosen.position);
        for (RecallCandidate &candidate : pool)
            candidate.closest = std::max(candidate.closest, similarity(embedding, m_snapshot.embeddingAt(candidate.position)));
    }

    const QList<int> &takenPositions() const { return m_positions; }

private:
    double worth(const RecallCandidate &candidate) const
    {
        return rounded((1 - m_query.diversity) * candidate.entry.score - m_query.diversity * candidate.closest);
    }

    bool isRedundant(const RecallCandidate &candidate) const
    {
        return m_query.diversity > 0 && !candidate.entry.memory.pinned && candidate.closest >= RedundantFrom;
    }

    bool take(const RecallCandidate &candidate)
    {
        const Memory &memory = candidate.entry.memory;
        const int tokens = memory.tokens > 0 ? memory.tokens : estimateTokens(searchText(memory));
        if (isRedundant(candidate))
            return leave(candidate, LeftOutReason::Redundant);
        if (m_query.tokenBudget > 0 && m_recall.tokens + tokens > m_query.tokenBudget)
            return leave(candidate, LeftOutReason::TokenBudget);
        m_recall.tokens += tokens;
        m_recall.taken.append(candidate.entry);
        m_positions.append(candidate.position);
        return true;
    }

    bool leave(const RecallCandidate &candidate, LeftOutReason reason)
    {
        m_recall.leftOut.append({candidate.entry, reason});
        return false;
    }

    const MemorySnapshot &m_snapshot;
    const RecallQuery &m_query;
    Recall &m_recall;
    QList<int> m_positions;
};

} // namespace

QString toString(LeftOutReason reason)
{
    switch (reason) {
    case LeftOutReason::Language: return u"language"_s;
    case LeftOutReason::Kind: return u"kind"_s;
    case LeftOutReason::SameTask: return u"same task"_s;
    case LeftOutReason::NotYetVisible: return u"not yet visible"_s;
    case LeftOutReason::NoFixYet: return u"no fix yet"_s;
    case LeftOutReason::LittleInCommon: return u"little in common"_s;
    case LeftOutReason::Redundant: return u"redundant"_s;
    case LeftOutReason::TokenBudget: return u"token budget"_s;
    case LeftOutReason::Count: return u"count"_s;
    case LeftOutReason::Contradicted: return u"contradicted"_s;
    }
    return {};
}

Retriever::Retriever(Embedder &embedder)
    : m_embedder(embedder)
{
}

Result<Recall> Retriever::recall(const MemorySnapshot &snapshot, const RecallQuery &query, std::stop_token stop) const
{
    if (snapshot.embedderName() != m_embedder.name())
        return fail(ErrorKind::BadUsage,
            u"the snapshot was embedded by %1, the query by %2"_s.arg(snapshot.embedderName(), m_embedder.name()));
    const Result<QList<Embedding>> embedded = m_embedder.embed({query.text}, stop);
    if (!embedded)
        return std::unexpected(embedded.error());
    const Result<QList<RecallCandidate>> candidates = RecallCandidates(snapshot, query, m_concepts).of(embedded->value(0));
    if (!candidates)
        return std::unexpected(candidates.error());

    Recall recall;
    recall.approximate = snapshot.isApproximate();
    QList<RecallCandidate> pinned;
    QList<RecallCandidate> others;
    for (const RecallCandidate &candidate : *candidates) {
        if (const auto reason = barred(candidate.entry.memory, query))
            recall.leftOut.append({candidate.entry, *reason});
        else if (candidate.entry.memory.pinned)
            pinned.append(candidate);
        else if (candidate.entry.score < query.minScore)
            recall.leftOut.append({candidate.entry, LeftOutReason::LittleInCommon});
        else
            others.append(candidate);
    }
    const std::set<MemoryId> doubted = contradicted(pinned + others);
    for (QList<RecallCandidate> *pool : {&pinned, &others}) {
        for (const RecallCandidate &candidate : std::as_const(*pool)) {
            if (doubted.contains(candidate.entry.memory.id))
                recall.leftOut.append({candidate.entry, LeftOutReason::Contradicted});
        }
        pool->removeIf([&](const RecallCandidate &candidate) { return doubted.contains(candidate.entry.memory.id); });
    }
    Taker taker(snapshot, query, recall);
    taker.takeFrom(pinned);
    for (const int position : taker.takenPositions())
        taker.updateClosest(others, RecallCandidate{.position = position});
    taker.takeFrom(others);
    std::ranges::stable_sort(recall.leftOut, [](const LeftOut &a, const LeftOut &b) {
        return a.entry.score != b.entry.score ? a.entry.score > b.entry.score : a.entry.memory.id < b.entry.memory.id;
    });
    return recall;
}

} // namespace autodidact
