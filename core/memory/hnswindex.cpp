#include "core/memory/hnswindex.h"

#include "core/memory/bytespace.h"

#include <QFileInfo>

#include <algorithm>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr size_t Links = 16;             ///< hnswlib's M
constexpr size_t BuildBreadth = 200;     ///< hnswlib's ef_construction
constexpr int LeastCandidates = 128;     ///< asked of the graph before rescoring
constexpr size_t LevelSeed = 100;

class LabelFilter : public hnswlib::BaseFilterFunctor
{
public:
    explicit LabelFilter(const VectorIndex::Filter &filter)
        : m_filter(filter)
    {
    }

    bool operator()(hnswlib::labeltype label) override { return m_filter(MemoryId{qint64(label)}); }

private:
    const VectorIndex::Filter &m_filter;
};

std::unexpected<Error> broken(const std::exception &exception)
{
    return fail(ErrorKind::Internal, u"the vector index failed: %1"_s.arg(QString::fromUtf8(exception.what())));
}

} // namespace

struct HnswIndex::Graph {
    explicit Graph(int dimension)
        : space(dimension)
    {
    }

    ByteSpace space;
    std::unique_ptr<hnswlib::HierarchicalNSW<float>> nodes;
};

HnswIndex::HnswIndex(int dimension, qsizetype capacity)
    : m_dimension(dimension)
    , m_graph(std::make_unique<Graph>(dimension))
{
    const auto room = size_t(std::max<qsizetype>(capacity, 16));
    m_graph->nodes = std::make_unique<hnswlib::HierarchicalNSW<float>>(&m_graph->space, room, Links, BuildBreadth, LevelSeed);
}

HnswIndex::~HnswIndex() = default;

Status HnswIndex::add(MemoryId id, const Embedding &embedding)
{
    if (embedding.isEmpty())
        return remove(id);
    if (embedding.size() != m_dimension)
        return fail(
            ErrorKind::BadInput, u"an embedding has %1 dimensions, the index %2"_s.arg(embedding.size()).arg(m_dimension));
    try {
        auto &nodes = *m_graph->nodes;
        if (nodes.getCurrentElementCount() >= nodes.getMaxElements())
            nodes.resizeIndex(nodes.getMaxElements() * 2);
        nodes.addPoint(m_graph->space.encoded(embedding).constData(), size_t(id.value));
    } catch (const std::exception &exception) {
        return broken(exception);
    }
    m_embeddings.insert(id, embedding);
    return {};
}

Status HnswIndex::remove(MemoryId id)
{
    if (m_embeddings.remove(id) == 0)
        return {};
    try {
        m_graph->nodes->markDelete(size_t(id.value));
    } catch (const std::exception &exception) {
        return broken(exception);
    }
    return {};
}

Result<QList<VectorHit>> HnswIndex::search(const Embedding &query, int k, const Filter &filter) const
{
    QList<VectorHit> hits;
    if (query.isEmpty() || k <= 0 || m_embeddings.isEmpty())
        return hits;
    if (query.size() != m_dimension)
        return fail(ErrorKind::BadInput, u"a query has %1 dimensions, the index %2"_s.arg(query.size()).arg(m_dimension));
    try {
        LabelFilter labels(filter);
        auto nearest = m_graph->nodes->searchKnn(m_graph->space.encoded(query).constData(), size_t(std::max(4 * k, LeastCandidates)),
            filter ? &labels : nullptr);
        for (; !nearest.empty(); nearest.pop()) {
            const MemoryId id{qint64(nearest.top().second)};
            hits.append({id, similarity(query, m_embeddings.value(id))});
        }
    } catch (const std::exception &exception) {
        return broken(exception);
    }
    if (hits.size() < k && hits.size() < size())
        hits = searchAll(query, filter);
    keepBest(hits, k);
    return hits;
}

const Embedding *HnswIndex::find(MemoryId id) const
{
    const auto found = m_embeddings.constFind(id);
    return found == m_embeddings.cend() ? nullptr : &found.value();
}

QList<VectorHit> HnswIndex::searchAll(const Embedding &query, const Filter &filter) const
{
    QList<VectorHit> hits;
    for (auto entry = m_embeddings.cbegin(); entry != m_embeddings.cend(); ++entry) {
        if (!filter || filter(entry.key()))
            hits.append({entry.key(), similarity(query, entry.value())});
    }
    return hits;
}

Result<std::unique_ptr<HnswIndex>> HnswIndex::build(const IndexSource &source, std::stop_token stop)
{
    try {
        auto index = std::make_unique<HnswIndex>(source.dimension, source.entries.size());
        for (const auto &[id, embedding] : source.entries) {
            if (stop.stop_requested())
                return fail(ErrorKind::Cancelled, u"building the vector index was stopped"_s);
            if (const Status added = index->add(id, embedding); !added)
                return std::unexpected(added.error());
        }
        return index;
    } catch (const std::exception &exception) {
        return broken(exception);
    }
}

void HnswIndex::writeGraph(const QString &path) const
{
    m_graph->nodes->saveIndex(path.toStdString());
    // hnswlib does not look whether its writes succeed.
    if (QFileInfo(path).size() != qint64(m_graph->nodes->indexFileSize()))
        throw std::runtime_error("the folder is missing or full");
}

void HnswIndex::readGraph(const QString &path, const IndexSource &source)
{
    const auto room = size_t(std::max<qsizetype>(source.entries.size(), 16));
    m_graph->nodes = std::make_unique<hnswlib::HierarchicalNSW<float>>(&m_graph->space, path.toStdString(), false, room);
    for (const auto &[id, embedding] : source.entries) {
        if (!embedding.isEmpty())
            m_embeddings.insert(id, embedding);
    }
}

} // namespace autodidact
