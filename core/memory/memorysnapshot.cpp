#include "core/memory/memorysnapshot.h"

#include "core/memory/exactindex.h"
#include "core/memory/grownindex.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Status checkIds(const QList<Memory> &sorted)
{
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        if (!sorted.at(i).id.isValid())
            return fail(ErrorKind::BadInput, u"a memory that is not stored yet cannot be searched"_s);
        if (i > 0 && sorted.at(i).id == sorted.at(i - 1).id)
            return fail(ErrorKind::BadInput, u"memory %1 comes twice"_s.arg(sorted.at(i).id.value));
    }
    return {};
}

bool sameText(const Memory &a, const Memory &b)
{
    return a.title == b.title && a.problem == b.problem && a.content == b.content;
}

/// Per memory its position in the earlier snapshot, where its text is still the same; else -1.
QList<int> knownPositions(const QList<Memory> &memories, const MemorySnapshot *previous)
{
    QList<int> known(memories.size(), -1);
    for (qsizetype i = 0; previous && i < memories.size(); ++i) {
        const int position = previous->positionOf(memories.at(i).id);
        if (position >= 0 && sameText(previous->memories().at(position), memories.at(i)))
            known[i] = position;
    }
    return known;
}

/// Embeds what the earlier snapshot does not know.
Result<QList<Embedding>> embedAll(const QList<Memory> &memories, const QList<int> &known, Embedder &embedder, std::stop_token stop,
    const MemorySnapshot *previous)
{
    QList<Embedding> embeddings(memories.size());
    QStringList texts;
    QList<qsizetype> missing;
    for (qsizetype i = 0; i < memories.size(); ++i) {
        if (known.at(i) >= 0) {
            embeddings[i] = previous->embeddingAt(known.at(i));
        } else {
            missing.append(i);
            texts.append(searchText(memories.at(i)));
        }
    }
    const Result<QList<Embedding>> fresh = embedder.embed(texts, stop);
    if (!fresh)
        return std::unexpected(fresh.error());
    if (fresh->size() != texts.size())
        return fail(ErrorKind::Model,
            u"the embedder %1 gave %2 embeddings for %3 texts"_s.arg(embedder.name()).arg(fresh->size()).arg(texts.size()));
    for (qsizetype i = 0; i < missing.size(); ++i)
        embeddings[missing.at(i)] = fresh->at(i);
    return embeddings;
}

std::shared_ptr<const InvertedIndex> indexWords(
    const QList<Memory> &memories, const QList<int> &known, const IdfTable &idf, const MemorySnapshot *previous)
{
    const bool grows = previous && previous->text().gone() < memories.size() / 2;
    QStringList documents;
    for (qsizetype i = 0; i < memories.size(); ++i)
        documents.append(grows && known.at(i) >= 0 ? QString() : searchText(memories.at(i)));
    return grows ? std::make_shared<const InvertedIndex>(previous->text(), known, documents)
                 : std::make_shared<const InvertedIndex>(documents, idf);
}

IndexSource sourceOf(const QString &embedder, int dimension, const QList<Memory> &memories, const QList<Embedding> &embeddings)
{
    IndexSource source{embedder, dimension, {}};
    source.entries.reserve(memories.size());
    for (qsizetype i = 0; i < memories.size(); ++i)
        source.entries.append({memories.at(i).id, embeddings.at(i)});
    return source;
}

Result<std::shared_ptr<const VectorIndex>> exactVectors(const IndexSource &source)
{
    auto index = std::make_shared<ExactIndex>(source.dimension);
    for (const auto &[id, embedding] : source.entries) {
        if (const Status added = index->add(id, embedding); !added)
            return std::unexpected(added.error());
    }
    return index;
}

/// From the cache where there is one, and it is of this very source.
Result<std::shared_ptr<const HnswIndex>> buildGraph(const IndexSource &source, const SnapshotOptions &options, std::stop_token stop)
{
    if (options.cachePath.isEmpty())
        return HnswIndex::build(source, stop);
    return HnswIndex::loadOrRebuild(options.cachePath, source, stop).transform([](HnswIndex::Loaded &&loaded) {
        return std::shared_ptr<const HnswIndex>(std::move(loaded.index));
    });
}

template<typename Value, typename Made>
Status assign(Value &value, Made &&made)
{
    if (!made)
        return std::unexpected(made.error());
    value = std::move(*made);
    return {};
}

bool sameTexts(const QList<Memory> &a, const QList<Memory> &b)
{
    return std::ranges::equal(a, b, [](const Memory &left, const Memory &right) {
        return left.id == right.id && sameText(left, right);
    });
}

} // namespace

QString searchText(const Memory &memory)
{
    return memory.title + u'\n' + memory.problem + u'\n' + memory.content;
}

Result<MemorySnapshot::Ptr> MemorySnapshot::build(QList<Memory> memories, Embedder &embedder, const IdfTable &idf,
    std::stop_token stop, const Ptr &previous, const SnapshotOptions &options)
{
    memories.removeIf([](const Memory &memory) { return memory.state != MemoryState::Active; });
    std::ranges::sort(memories, {}, &Memory::id);
    if (const Status valid = checkIds(memories); !valid)
        return std::unexpected(valid.error());

    std::shared_ptr<MemorySnapshot> snapshot(new MemorySnapshot);
    snapshot->m_embedderName = embedder.name();
    for (int position = 0; position < int(memories.size()); ++position) {
        if (memories.at(position).pinned)
            snapshot->m_pinned.append(position);
    }
    if (previous && previous->m_embedderName == snapshot->m_embedderName && sameTexts(previous->m_memories, memories)) {
        // Only counts and flags changed: the indexes still hold.
        snapshot->m_embeddings = previous->m_embeddings;
        snapshot->m_vectors = previous->m_vectors;
        snapshot->m_graph = previous->m_graph;
        snapshot->m_text = previous->m_text;
        snapshot->m_memories = std::move(memories);
        return snapshot;
    }
    const MemorySnapshot *earlier = previous && previous->m_embedderName == snapshot->m_embedderName ? previous.get() : nullptr;
    const QList<int> known = knownPositions(memories, earlier);
    Result<QList<Embedding>> embeddings = embedAll(memories, known, embedder, stop, earlier);
    if (!embeddings)
        return std::unexpected(embeddings.error());
    const IndexSource source = sourceOf(snapshot->m_embedderName, embedder.dimension(), memories, *embeddings);
    if (const Status indexed = snapshot->index(source, earlier ? earlier->m_graph : nullptr, stop, options); !indexed)
        return std::unexpected(indexed.error());
    snapshot->m_text = indexWords(memories, known, idf, earlier);
    snapshot->m_memories = std::move(memories);
    snapshot->m_embeddings = std::move(*embeddings);
    return snapshot;
}

Status MemorySnapshot::index(const IndexSource &source, const std::shared_ptr<const HnswIndex> &known, std::stop_token stop,
    const SnapshotOptions &options)
{
    m_dimension = source.dimension;
    if (source.entries.size() <= options.exactLimit)
        return assign(m_vectors, exactVectors(source));
    if (known) {
        Result<std::shared_ptr<GrownIndex>> grown = GrownIndex::over(known, source, options.exactLimit / 4);
        if (!grown)
            return std::unexpected(grown.error());
        if (*grown) {
            m_graph = known;
            m_vectors = *grown;
            return {};
        }
    }
    if (options.indexing == Indexing::Later) {
        Result<std::unique_ptr<HnswIndex>> cached = HnswIndex::fromCache(options.cachePath, source);
        if (!cached)
            return assign(m_vectors, exactVectors(source));
        m_graph = std::move(*cached);
    } else if (const Status built = assign(m_graph, buildGraph(source, options, stop)); !built) {
        return built;
    }
    m_vectors = m_graph;
    return {};
}

Result<MemorySnapshot::Ptr> MemorySnapshot::indexed(const Ptr &snapshot, std::stop_token stop, const SnapshotOptions &options)
{
    std::shared_ptr<MemorySnapshot> copy(new MemorySnapshot(*snapshot));
    const IndexSource source = sourceOf(copy->m_embedderName, copy->m_dimension, copy->m_memories, copy->m_embeddings);
    SnapshotOptions now = options;
    now.indexing = Indexing::Now;
    if (const Status built = copy->index(source, nullptr, stop, now); !built)
        return std::unexpected(built.error());
    return copy;
}

int MemorySnapshot::positionOf(MemoryId id) const
{
    const auto found = std::ranges::lower_bound(m_memories, id, {}, &Memory::id);
    return found != m_memories.cend() && found->id == id ? int(found - m_memories.cbegin()) : -1;
}

const Memory *MemorySnapshot::find(MemoryId id) const
{
    const int position = positionOf(id);
    return position < 0 ? nullptr : &m_memories.at(position);
}

} // namespace autodidact
