#include "core/memory/recallcandidates.h"

#include "core/base/json.h"
#include "core/memory/wordstem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr double MeaningWeight = 0.3;
constexpr double WordsWeight = 0.5;
constexpr double TagsWeight = 0.2;
constexpr double KinWeight = 0.15;
constexpr qsizetype BestKin = 3; ///< whose tags stand for what the query does not declare
constexpr double OtherLanguage =
    0.97; ///< of the score of an entry in another language: of two alike, one's own goes first
constexpr int LeastCandidates = 64;

bool sameGroup(const Memory &memory, const RecallQuery &query)
{
    return (!query.group.isEmpty()
               && (memory.group == query.group || memory.otherGroups.contains(query.group)))
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
    case SameTask::All:
        return true;
    case SameTask::Lessons:
        return memory.kind == MemoryKind::Lesson || !sameGroup(memory, query);
    case SameTask::None:
        return !sameGroup(memory, query);
    }
    return false;
}

/// What may be looked at for what it tells of the query, even where it is no use because of its
/// language.
bool tells(const Memory &memory, const RecallQuery &query)
{
    const auto reason = barred(memory, query);
    return !reason || reason == LeftOutReason::Language;
}

} // namespace

bool ranksBefore(const RecallCandidate &a, const RecallCandidate &b)
{
    return a.entry.score != b.entry.score ? a.entry.score > b.entry.score
                                          : a.entry.memory.id < b.entry.memory.id;
}

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

RecallCandidates::RecallCandidates(
    const MemorySnapshot &snapshot, const RecallQuery &query, const Concepts &concepts)
    : m_snapshot(snapshot)
    , m_query(query)
    , m_concepts(concepts)
{
}

Result<QList<RecallCandidate>> RecallCandidates::of(const Embedding &embedding) const
{
    const TextScores text = m_snapshot.text().search(m_query.text);
    const Result<std::set<int>> found = positions(embedding, text);
    if (!found)
        return std::unexpected(found.error());
    QList<RecallCandidate> candidates;
    for (const int position : *found) {
        const Memory &memory = m_snapshot.memories().at(position);
        Recalled entry{.memory = memory, .sameGroup = sameGroup(memory, m_query)};
        entry.meaning = similarity(embedding, m_snapshot.embeddingAt(position));
        entry.words = text.at(position);
        candidates.append({entry, position, meant(memory.tags)});
    }
    compareTags(candidates);
    for (RecallCandidate &candidate : candidates) {
        const bool own = candidate.entry.memory.language == m_query.language;
        candidate.entry.score = rounded((own ? 1 : OtherLanguage) * fused(candidate.entry));
    }
    std::ranges::sort(candidates, ranksBefore);
    return candidates;
}

/// The best by meaning and by words among the allowed, every pinned one, and the best of all, so
/// that the barred among them can be shown.
Result<std::set<int>> RecallCandidates::positions(
    const Embedding &embedding, const TextScores &text) const
{
    const int wanted = std::max(LeastCandidates, 8 * m_query.count);
    const auto allowed = [&](MemoryId id) { return !barred(*m_snapshot.find(id), m_query); };
    Result<QList<VectorHit>> nearest = m_snapshot.vectors().search(embedding, wanted);
    if (!nearest)
        return std::unexpected(nearest.error());
    // The filters bar few as a rule; where they bar many, the allowed are asked for apart.
    if (std::ranges::count_if(*nearest, allowed, &VectorHit::id) < wanted / 2) {
        const Result<QList<VectorHit>> usable =
            m_snapshot.vectors().search(embedding, wanted, allowed);
        if (!usable)
            return std::unexpected(usable.error());
        nearest->append(*usable);
    }

    std::set<int> positions;
    for (const VectorHit &hit : std::as_const(*nearest))
        positions.insert(m_snapshot.positionOf(hit.id));
    const auto allowedAt = [&](int position) {
        return !barred(m_snapshot.memories().at(position), m_query);
    };
    for (const TextHit &hit : text.best(wanted, allowedAt))
        positions.insert(hit.position);
    positions.insert(m_snapshot.pinned().cbegin(), m_snapshot.pinned().cend());
    return positions;
}

/// Tags by what they mean: what is a slice in one language is a list in another.
QStringList RecallCandidates::meant(const QStringList &tags) const
{
    QStringList meant;
    for (const QString &tag : tags) {
        const QList<Concept> concepts = m_concepts.of(stemOf(tag));
        const QString name = concepts.isEmpty() ? tag : u"=%1"_s.arg(concepts.first().number);
        if (!meant.contains(name))
            meant.append(name);
    }
    return meant;
}

double RecallCandidates::fused(const Recalled &entry) const
{
    if (m_query.searchBy == SearchBy::Meaning)
        return std::max(0.0, entry.meaning);
    if (m_query.searchBy == SearchBy::Words)
        return entry.words;
    return std::min(1.0,
        MeaningWeight * std::max(0.0, entry.meaning) + WordsWeight * entry.words
            + TagsWeight * entry.tags + KinWeight * entry.kin);
}

/// Pseudo relevance feedback (Rocchio, 1971) by tags alone: what the best have is likely to be what
/// the query is about. An entry does not speak for itself. \p telling: best first.
double RecallCandidates::kinOf(const RecallCandidate &candidate,
    const QList<RecallCandidate> &telling, const TagKinship &kinship) const
{
    double sum = 0;
    double scores = 0;
    for (const RecallCandidate &other : telling.first(std::min(BestKin, telling.size()))) {
        if (other.position == candidate.position)
            continue;
        sum += other.entry.score * kinship.between(candidate.tags, other.tags);
        scores += other.entry.score;
    }
    return scores > 0 ? rounded(sum / scores) : 0;
}

/// Scores by tags, which takes all candidates to tell how common a tag is.
void RecallCandidates::compareTags(QList<RecallCandidate> &candidates) const
{
    QList<RecallCandidate> telling = candidates;
    telling.removeIf(
        [&](const RecallCandidate &candidate) { return !tells(candidate.entry.memory, m_query); });
    QList<QStringList> known;
    for (const RecallCandidate &candidate : std::as_const(telling))
        known.append(candidate.tags);
    const TagKinship kinship(known);
    const QStringList asked = meant(m_query.tags);
    for (QList<RecallCandidate> *scored : {&candidates, &telling}) {
        for (RecallCandidate &candidate : *scored) {
            candidate.entry.tags = kinship.between(asked, candidate.tags);
            candidate.entry.score = rounded(fused(candidate.entry));
        }
    }
    std::ranges::sort(telling, ranksBefore);
    for (RecallCandidate &candidate : candidates)
        candidate.entry.kin = kinOf(candidate, telling, kinship);
}

} // namespace autodidact
