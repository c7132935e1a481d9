#pragma once

#include "core/memory/forgetting.h"
#include "core/memory/idftable.h"
#include "core/memory/retriever.h"
#include "core/storage/memorystore.h"

namespace autodidact {

/// Two active entries that say nearly the same, or the opposite.
struct MemoryPair {
    Memory one;
    Memory other;
    double similarity = 0;

    bool operator==(const MemoryPair &) const = default;
};

/// Answers about the active memories of a set that need more than a row: what goes next, what
/// repeats what, what a task would be given. Reads only; builds a snapshot for each answer.
class MemoryLook {
public:
    MemoryLook(Database &database, Embedder &embedder, const IdfTable &idf)
        : m_database(database)
        , m_embedder(embedder)
        , m_idf(idf)
    {
    }

    /// At the end of the last round of the set's run, with its capacity; without a run with \p
    /// capacity, or what a run has by default. \p count: as Forgetting::forecast() takes it.
    Result<Forecast> forecast(const MemorySet &set, int count, std::optional<int> capacity = {});

    /// Pairs of one kind and language, most similar first; \p from is the least similarity, 0 to 1.
    Result<QList<MemoryPair>> duplicates(const MemorySet &set, double from = 0.92);

    /// Pairs of which one names the other, by id.
    Result<QList<MemoryPair>> contradictions(const MemorySet &set);

    /// The entries nearest to a text by the embedder, most similar first; similarity -1 to 1.
    Result<QList<std::pair<Memory, double>>> nearest(
        const MemorySet &set, const QString &text, int count);

    /// What the first attempt at a task would be given in the next round of \p run. NotFound for a
    /// key the suite lacks.
    Result<Recall> recall(const Run &run, const MemorySet &set, const QString &taskKey);

private:
    Result<MemorySnapshot::Ptr> snapshot(const MemorySet &set);
    Result<int> lastRound(RunId run);

    Database &m_database;
    Embedder &m_embedder;
    const IdfTable &m_idf;
};

} // namespace autodidact
