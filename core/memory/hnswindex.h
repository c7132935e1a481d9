#pragma once

#include "core/memory/vectorindex.h"

#include <QHash>

#include <memory>
#include <utility>

namespace autodidact {

/// What an index is built from: the truth that a cache file must match.
struct IndexSource {
    QString embedder;                                  ///< Embedder::name()
    int dimension = 0;
    QList<std::pair<MemoryId, Embedding>> entries;     ///< ascending ids
};

/// Whether a cache file could be used.
enum class IndexOrigin { Loaded, Rebuilt };

/// Approximate search in a small-world graph (hnswlib, inner product). Candidates are rescored
/// exactly, so that scores and their order agree with ExactIndex wherever both find an entry.
class HnswIndex : public VectorIndex
{
public:
    explicit HnswIndex(int dimension, qsizetype capacity = 1024);
    ~HnswIndex() override;

    Status add(MemoryId id, const Embedding &embedding) override;
    Status remove(MemoryId id) override;
    Result<QList<VectorHit>> search(const Embedding &query, int k, const Filter &filter = {}) const override;
    qsizetype size() const override { return m_embeddings.size(); }
    bool isApproximate() const override { return true; }

    static Result<std::unique_ptr<HnswIndex>> build(const IndexSource &source, std::stop_token stop);

    /// Writes the graph to \p path + ".graph" and what it is of, with its checksum, to \p path.
    Status save(const QString &path, const IndexSource &source) const;

    struct Loaded {
        std::unique_ptr<HnswIndex> index;
        IndexOrigin origin = IndexOrigin::Rebuilt;
        QString reason;                                ///< why it was rebuilt, or could not be saved; may be empty
    };

    /// Takes the cache file when it is whole and of this very source, else builds and saves anew.
    static Result<Loaded> loadOrRebuild(const QString &path, const IndexSource &source, std::stop_token stop);

private:
    struct Graph;

    Status load(const QString &path, const IndexSource &source);
    QList<VectorHit> searchAll(const Embedding &query, const Filter &filter) const;
    void writeGraph(const QString &path) const;                          ///< throws
    void readGraph(const QString &path, const IndexSource &source);      ///< throws

    int m_dimension;
    std::unique_ptr<Graph> m_graph;
    QHash<MemoryId, Embedding> m_embeddings;           ///< what is walked is sorted afterwards
};

} // namespace autodidact
