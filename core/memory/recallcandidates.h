#pragma once

#include "core/memory/concepts.h"
#include "core/memory/retriever.h"
#include "core/memory/tagkinship.h"

#include <optional>
#include <set>

namespace autodidact {

/// An entry that may be taken.
struct RecallCandidate {
    Recalled entry;
    int position = 0;   ///< in the snapshot
    QStringList tags;   ///< the memory's, each by what it means
    double closest = 0; ///< largest similarity to what is taken
};

/// By score, ties by id.
bool ranksBefore(const RecallCandidate &a, const RecallCandidate &b);

/// Why an entry may not be used at all, however well it fits.
std::optional<LeftOutReason> barred(const Memory &memory, const RecallQuery &query);

/// Finds what is worth a look for one query, the barred included, and scores it.
class RecallCandidates {
public:
    /// All must outlive the object.
    RecallCandidates(
        const MemorySnapshot &snapshot, const RecallQuery &query, const Concepts &concepts);

    /// Best first. \p embedding: of the query's text.
    Result<QList<RecallCandidate>> of(const Embedding &embedding) const;

private:
    Result<std::set<int>> positions(const Embedding &embedding, const TextScores &text) const;
    QStringList meant(const QStringList &tags) const;
    double fused(const Recalled &entry) const;
    double kinOf(const RecallCandidate &candidate, const QList<RecallCandidate> &telling,
        const TagKinship &kinship) const;
    void compareTags(QList<RecallCandidate> &candidates) const;

    const MemorySnapshot &m_snapshot;
    const RecallQuery &m_query;
    const Concepts &m_concepts;
};

} // namespace autodidact
