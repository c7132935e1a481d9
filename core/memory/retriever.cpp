#include "core/memory/retriever.h"

#include "core/base/json.h"
#include "core/llm/chatmodel.h"
#include "core/memory/evidence.h"

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double MeaningWeight = 0.42;
constexpr double WordsWeight = 0.42;
constexpr double TagsWeight = 0.16;
constexpr double OtherLanguage = 0.97;   ///< of the score of an entry in another language: of two alike, one's own goes first
constexpr double RedundantFrom = 0.92;   ///< similarity to a taken entry that makes another pointless
constexpr int LeastCandidates = 64;

bool sameGroup(const Memory &memory, const RecallQuery &query)
{
    return (!query.group.isEmpty() && (memory.group == query.group || memory.otherGroups.contains(query.group)))
        || (!memory.taskKey.isEmpty() && memory.taskKey == query.taskKey);
}

bool languageFits(const Memory &memory, const RecallQuery &query)
{
    return memory.language == query.language || query.acrossLanguages == AcrossLanguages::All
        || (query.acrossLanguages == AcrossLanguages::Lessons && memory.kind == MemoryKind::Lesson);
}

bool sameTaskAllows(const Memory &memory, const RecallQuery &query)
{
    switch (query.sameTask) {
    case SameTask::All: return true;
    case SameTask::Lessons: return memory.kind == MemoryKind::Lesson || !sameGroup(memory, query);
    case SameTask::None: return !sameGroup(memory, query);
    }
    return false;
}

/// Why an entry may not be used at all, however well it fits.
std::optional<LeftOutReason> barred(const Memory &memory, const RecallQuery &query)
{
    if (!query.kinds.contains(memory.kind))
        return LeftOutReason::Kind;
    if (!languageFits(memory, query))
        return LeftOutReason::Language;
    if (!sameTaskAllows(memory, query))
        return LeftOutReason::SameTask;
    if (memory.visibleFromRound > query.round)
        return LeftOutReason::NotYetVisible;
    if (memory.kind == MemoryKind::Error && memory.term == MemoryTerm::Short)
        return LeftOutReason::NoFixYet;
    return std::nullopt;
}

struct Candidate {
    Recalled entry;
    int position = 0;
    double closest = 0;      ///< largest similarity to what is taken
};

bool ranksBefore(const Candidate &a, const Candidate &b)
{
    return a.entry.score != b.entry.score ? a.entry.score > b.entry.score : a.entry.memory.id < b.entry.memory.id;
}

/// Of entries that say the opposite of each other, all but the one to believe.
std::set<MemoryId> contradicted(QList<Candidate> candidates)
{
    std::set<MemoryId> named;
    for (const Candidate &candidate : std::as_const(candidates))
        named.insert(candidate.entry.memory.contradicts.cbegin(), candidate.entry.memory.contradicts.cend());
    if (named.empty())
        return {};
    candidates.removeIf([&](const Candidate &candidate) {
        return candidate.entry.memory.contradicts.isEmpty() && !named.contains(candidate.entry.memory.id);
    });
    std::ranges::sort(candidates, [](const Candidate &a, const Candidate &b) { return outweighs(a.entry.memory, b.entry.memory); });
    std::set<MemoryId> believed;
    std::set<MemoryId> denied;
    std::set<MemoryId> doubted;
    for (const Candidate &candidate : std::as_const(candidates)) {
        const Memory &memory = candidate.entry.memory;
        const bool loses = denied.contains(memory.id)
            || std::ranges::any_of(memory.contradicts, [&](MemoryId id) { return believed.contains(id); });
        (loses ? doubted : believed).insert(memory.id);
        if (!loses)
            denied.insert(memory.contradicts.cbegin(), memory.contradicts.cend());
    }
    return doubted;
}

/// Positions worth scoring: the best by meaning and by words among the allowed, every pinned one, and
/// the best of all, so that the barred among them can be shown.
Result<std::set<int>> candidatePositions(const MemorySnapshot &snapshot, const RecallQuery &query,
    const Embedding &embedding, const TextScores &text)
{
    const int wanted = std::max(LeastCandidates, 8 * query.count);
    const auto allowed = [&](MemoryId id) { return !barred(*snapshot.find(id), query); };
    Result<QList<VectorHit>> nearest = snapshot.vectors().search(embedding, wanted);
    if (!nearest)
        return std::unexpected(nearest.error());
    // The filters bar few as a rule; where they bar many, the allowed are asked for apart.
    if (std::ranges::count_if(*nearest, allowed, &VectorHit::id) < wanted / 2) {
        const Result<QList<VectorHit>> usable = snapshot.vectors().search(embedding, wanted, allowed);
        if (!usable)
            return std::unexpected(usable.error());
        nearest->append(*usable);
    }

    std::set<int> positions;
    for (const VectorHit &hit : std::as_const(*nearest))
        positions.insert(snapshot.positionOf(hit.id));
    const auto allowedAt = [&](int position) { return !barred(snapshot.memories().at(position), query); };
    for (const TextHit &hit : text.best(wanted, allowedAt))
        positions.insert(hit.position);
    positions.insert(snapshot.pinned().cbegin(), snapshot.pinned().cend());
    return positions;
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
    void takeFrom(QList<Candidate> pool)
    {
        while (!pool.isEmpty() && m_recall.taken.size() < m_query.count) {
            // Ties fall to the candidate that ranks first: the pool is sorted and the first maximum wins.
            const auto best = std::ranges::max_element(pool, {}, [this](const Candidate &c) { return worth(c); });
            const Candidate chosen = *best;
            pool.erase(best);
            if (take(chosen))
                updateClosest(pool, chosen);
        }
        for (const Candidate &candidate : std::as_const(pool))
            leave(candidate, isRedundant(candidate) ? LeftOutReason::Redundant : LeftOutReason::Count);
    }

    void updateClosest(QList<Candidate> &pool, const Candidate &chosen) const
    {
        const Embedding &embedding = m_snapshot.embeddingAt(chosen.position);
        for (Candidate &candidate : pool)
            candidate.closest = std::max(candidate.closest, similarity(embedding, m_snapshot.embeddingAt(candidate.position)));
    }

    const QList<int> &takenPositions() const { return m_positions; }

private:
    double worth(const Candidate &candidate) const
    {
        return rounded((1 - m_query.diversity) * candidate.entry.score - m_query.diversity * candidate.closest);
    }

    bool isRedundant(const Candidate &candidate) const
    {
        return m_query.diversity > 0 && !candidate.entry.memory.pinned && candidate.closest >= RedundantFrom;
    }

    bool take(const Candidate &candidate)
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

    bool leave(const Candidate &candidate, LeftOutReason reason)
    {
        m_recall.leftOut.append({candidate.entry, reason});
        return false;
    }

    const MemorySnapshot &m_snapshot;
    const RecallQuery &m_query;
    Recall &m_recall;
    QList<int> m_positions;
};

/// Cosine of two sets of tags: 1 when they are equal, 0 when they have nothing in common.
double tagSimilarity(const QStringList &a, const QStringList &b)
{
    if (a.isEmpty() || b.isEmpty())
        return 0;
    const auto common = std::ranges::count_if(a, [&b](const QString &tag) { return b.contains(tag); });
    return rounded(double(common) / std::sqrt(double(a.size()) * double(b.size())));
}

double fused(const Recalled &entry, const RecallQuery &query)
{
    double score = MeaningWeight * std::max(0.0, entry.meaning) + WordsWeight * entry.words + TagsWeight * entry.tags;
    if (query.searchBy == SearchBy::Meaning)
        score = std::max(0.0, entry.meaning);
    else if (query.searchBy == SearchBy::Words)
        score = entry.words;
    return rounded(entry.memory.language == query.language ? score : OtherLanguage * score);
}

QList<Candidate> scored(const MemorySnapshot &snapshot, const RecallQuery &query, const Embedding &embedding,
    const std::set<int> &positions, const TextScores &text)
{
    QList<Candidate> candidates;
    for (const int position : positions) {
        const Memory &memory = snapshot.memories().at(position);
        Recalled entry{.memory = memory, .sameGroup = sameGroup(memory, query)};
        entry.meaning = similarity(embedding, snapshot.embeddingAt(position));
        entry.words = text.at(position);
        entry.tags = tagSimilarity(query.tags, memory.tags);
        entry.score = fused(entry, query);
        candidates.append({entry, position});
    }
    std::ranges::sort(candidates, ranksBefore);
    return candidates;
}

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
    const Embedding embedding = embedded->value(0);
    const TextScores text = snapshot.text().search(query.text);
    const Result<std::set<int>> positions = candidatePositions(snapshot, query, embedding, text);
    if (!positions)
        return std::unexpected(positions.error());

    Recall recall;
    recall.approximate = snapshot.isApproximate();
    QList<Candidate> pinned;
    QList<Candidate> others;
    for (const Candidate &candidate : scored(snapshot, query, embedding, *positions, text)) {
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
    for (QList<Candidate> *pool : {&pinned, &others}) {
        for (const Candidate &candidate : std::as_const(*pool)) {
            if (doubted.contains(candidate.entry.memory.id))
                recall.leftOut.append({candidate.entry, LeftOutReason::Contradicted});
        }
        pool->removeIf([&](const Candidate &candidate) { return doubted.contains(candidate.entry.memory.id); });
    }
    Taker taker(snapshot, query, recall);
    taker.takeFrom(pinned);
    for (const int position : taker.takenPositions())
        taker.updateClosest(others, Candidate{.position = position});
    taker.takeFrom(others);
    std::ranges::stable_sort(recall.leftOut, [](const LeftOut &a, const LeftOut &b) {
        return a.entry.score != b.entry.score ? a.entry.score > b.entry.score : a.entry.memory.id < b.entry.memory.id;
    });
    return recall;
}

} // namespace autodidact
