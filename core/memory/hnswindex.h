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

/// Approximate search in a small-world graph (hnswlib over ByteSpace). Candidates are rescored exactly,
/// so that scores and their order agree with ExactIndex wherever both find an entry.
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

    int dimension() const { return m_dimension; }
    const Embedding *find(MemoryId id) const;          ///< null when absent
    QList<MemoryId> ids() const { return m_embeddings.keys(); }   ///< in no order

    static Result<std::unique_ptr<HnswIndex>> build(const IndexSource &source, std::stop_token stop);

    /// Writes the graph beside \p path, then to \p path what it is of, its name and its checksum. Killed at any
    /// moment, what was there before is still whole, or the new one is.
    Status save(const QString &path, const IndexSource &source) const;

    struct Loaded {
        std::unique_ptr<HnswIndex> index;
        IndexOrigin origin = IndexOrigin::Rebuilt;
        QString reason;                                ///< why it was rebuilt, or could not be saved; may be empty
    };

    /// Takes the cache file; NotFound, BadInput or Storage when it is missing, damaged or not of this very source.
    static Result<std::unique_ptr<HnswIndex>> fromCache(const QString &path, const IndexSource &source);

    /// Takes the cache file when it can, else builds and saves anew.
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
