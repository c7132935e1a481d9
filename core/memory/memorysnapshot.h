#pragma once

#include "core/domain/memory.h"
#include "core/memory/embedder.h"
#include "core/memory/invertedindex.h"
#include "core/memory/vectorindex.h"

#include <memory>

namespace autodidact {

/// The text of a memory that is embedded and searched: title, problem and content.
QString searchText(const Memory &memory);

/// Whether many memories wait for their graph, or are searched exactly, and more slowly, until indexed() was called.
enum class Indexing { Now, Later };

struct SnapshotOptions {
    qsizetype exactLimit = 20'000;   ///< above, the approximate index is used
    QString cachePath;               ///< of the approximate index; empty for none
    Indexing indexing = Indexing::Now;
};

struct IndexSource;
class HnswIndex;

/// The active memories as they were at one moment, ready to be searched. Immutable: job threads share it.
class MemorySnapshot
{
public:
    using Ptr = std::shared_ptr<const MemorySnapshot>;

    /// Embeds what \p previous does not hold with the same text, and builds the indexes or lets them grow. Archived and
    /// superseded memories are left out. Ids must be valid and different (BadInput). The embedder must
    /// outlive the call only.
    static Result<Ptr> build(QList<Memory> memories, Embedder &embedder, const IdfTable &idf, std::stop_token stop,
                             const Ptr &previous = {}, const SnapshotOptions &options = {});

    /// The same memories with a graph, where there are many of them. May run in a thread of its own while
    /// others search \p snapshot.
    static Result<Ptr> indexed(const Ptr &snapshot, std::stop_token stop, const SnapshotOptions &options = {});

    const QList<Memory> &memories() const { return m_memories; }   ///< ascending ids
    const Memory *find(MemoryId id) const;                         ///< null when absent
    int positionOf(MemoryId id) const;                             ///< -1 when absent
    const Embedding &embeddingAt(int position) const { return m_embeddings.at(position); }

    const QList<int> &pinned() const { return m_pinned; }          ///< positions, ascending

    const VectorIndex &vectors() const { return *m_vectors; }
    const InvertedIndex &text() const { return *m_text; }
    QString embedderName() const { return m_embedderName; }
    bool isApproximate() const { return m_vectors->isApproximate(); }

private:
    MemorySnapshot() = default;

    /// Sets m_vectors, and m_graph where there is one: \p known with what has changed, where that is little.
    Status index(const IndexSource &source, const std::shared_ptr<const HnswIndex> &known, std::stop_token stop,
                 const SnapshotOptions &options);

    QList<Memory> m_memories;
    QList<Embedding> m_embeddings;       ///< by position
    QList<int> m_pinned;
    std::shared_ptr<const VectorIndex> m_vectors;
    std::shared_ptr<const HnswIndex> m_graph;     ///< what m_vectors is, or has grown from; null when exact
    std::shared_ptr<const InvertedIndex> m_text;
    QString m_embedderName;
    int m_dimension = 0;
};

} // namespace autodidact
