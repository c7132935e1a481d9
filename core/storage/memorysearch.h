#pragma once

#include "core/storage/database.h"
#include "core/storage/memoryfilter.h"

#include <span>

namespace autodidact {

/// All: every word must occur, the last one may be a beginning (a person typing). Any: one is enough.
enum class MatchMode { All, Any };

struct SearchTerm;

struct MemoryHit {
    Memory memory;
    double score = 0;            ///< BM25, larger is better
};

struct StoredVector {
    MemoryId memory;
    int revision = 0;
    QList<float> values;
};

/// Full text search over memories, and their stored embeddings.
///
/// BM25 weighs words by everything in the database, so scores differ from one database to the next: right for
/// people, wrong for the loop's own ranking, which must be the same everywhere. Keep one for many searches: it
/// remembers which words are common.
class MemorySearch
{
public:
    static constexpr int MaxTerms = 8;      ///< of a long text only the rarest are looked up

    explicit MemorySearch(Database &database) : m_database(database) {}

    /// Title, problem, content and tags of newest revisions; best first, ties by id. The filter's order is not used.
    Result<QList<MemoryHit>> search(MemorySetId set, const QString &text, const MemoryFilter &filter, int limit,
        MatchMode mode = MatchMode::All);

    Status setVector(MemoryId memory, int revision, const QString &embedder, std::span<const float> values);
    Result<QList<StoredVector>> vectors(MemorySetId set, const QString &embedder);   ///< by id
    /// Ids whose newest revision has no vector of this embedder.
    Result<QList<MemoryId>> withoutVector(MemorySetId set, const QString &embedder);

private:
    Result<QString> matchAny(const QList<SearchTerm> &terms);
    Result<qint64> documentsWith(const QString &word);

    Database &m_database;
    QHash<QString, qint64> m_common;     ///< counting a common word reads its whole list: done once
};

} // namespace autodidact
