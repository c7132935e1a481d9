// How quick it is to search many memories, to add one, and to build the index anew; how many of the
// nearest the index finds. The baseline is a comparison with everything. Not part of the tests,
// because its figures belong to a machine.
#include "core/memory/exactindex.h"
#include "core/memory/grownindex.h"
#include "core/memory/hashingembedder.h"
#include "core/memory/retriever.h"
#include "core/storage/memorysearch.h"
#include "core/storage/memorystore.h"
#include "core/storage/transaction.h"
#include "memorydata.h"
#include "stopwatch.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace autodidact;
using namespace autodidact::benchmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int Queries = 1'000;
constexpr int Neighbours = 10;

IndexSource sourceOf(const MemorySnapshot &snapshot, const Embedder &embedder)
{
    IndexSource source{embedder.name(), embedder.dimension(), {}};
    for (int position = 0; position < int(snapshot.memories().size()); ++position)
        source.entries.append(
            {snapshot.memories().at(position).id, snapshot.embeddingAt(position)});
    return source;
}

void searchHybrid(const MemorySnapshot &snapshot, HashingEmbedder &embedder, const char *name)
{
    const Retriever retriever(embedder);
    Times times;
    qsizetype taken = 0;
    for (int q = 0; q < Queries; ++q) {
        const RecallQuery query{.text = MemoryData::query(q), .group = u"group 7"_s};
        times.add([&] { taken += retriever.recall(snapshot, query)->taken.size(); });
    }
    times.print(name);
    std::printf("  (%.1f entries taken a query)\n", double(taken) / Queries);
}

/// Recall@10 of the graph, and how much quicker it is than a comparison with everything.
void compareWithScan(
    const HnswIndex &graph, const ExactIndex &exact, const HashingEmbedder &embedder)
{
    Times quick;
    Times slow;
    int found = 0;
    for (int q = 0; q < Queries / 2; ++q) {
        const Embedding query = embedder.embedOne(MemoryData::query(q));
        QList<VectorHit> hits;
        QList<VectorHit> truth;
        quick.add([&] { hits = graph.search(query, Neighbours).value(); });
        slow.add([&] { truth = exact.search(query, Neighbours).value(); });
        for (const VectorHit &hit : std::as_const(hits))
            found += truth.contains(hit) ? 1 : 0;
    }
    quick.print("vectors: graph");
    slow.print("vectors: comparison with everything (baseline)");
    std::printf("  the graph is %.0f times as quick; recall@10 %.4f\n",
        slow.median() / quick.median(), double(found) / (Queries / 2 * Neighbours));
}

void addOneByOne(HnswIndex &graph, const MemorySnapshot::Ptr &snapshot,
    const QList<Memory> &memories, HashingEmbedder &embedder, const IdfTable &idf)
{
    Times embedded;
    Times added;
    for (int i = 1; i <= Queries; ++i) {
        const Memory memory = MemoryData::memory(int(memories.size()) + i);
        Embedding embedding;
        embedded.add([&] { embedding = embedder.embedOne(searchText(memory)); });
        added.add([&] { (void)graph.add(memory.id, embedding); });
    }
    embedded.print("add: embedding");
    added.print("add: graph");
    QList<Memory> more = memories;
    Times grown;
    MemorySnapshot::Ptr last = snapshot;
    for (int i = 1; i <= 5; ++i) {
        more.append(MemoryData::memory(int(memories.size()) + i));
        grown.add([&] { last = MemorySnapshot::build(more, embedder, idf, {}, last).value(); });
    }
    grown.print("next snapshot, one memory more");
}

void rebuildWhileSearching(
    const IndexSource &source, const MemorySnapshot &snapshot, HashingEmbedder &embedder)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"index.json"_s);
    std::atomic<bool> finished = false;
    Times rebuilt;
    std::thread builder([&] {
        rebuilt.add([&] { (void)HnswIndex::loadOrRebuild(path, source, {}); });
        finished = true;
    });
    const Retriever retriever(embedder);
    Times served;
    for (int q = 0; !finished; ++q)
        served.add([&] { (void)retriever.recall(snapshot, {.text = MemoryData::query(q)}); });
    builder.join();
    rebuilt.print("index built and saved anew");
    served.print("  hybrid search meanwhile");
    Times loaded;
    loaded.add([&] { (void)HnswIndex::loadOrRebuild(path, source, {}); });
    loaded.print("index read from its file");
    QFile::resize(path, 10);
    Times mended;
    QString reason;
    mended.add([&] { reason = HnswIndex::loadOrRebuild(path, source, {})->reason; });
    mended.print("index rebuilt after damage");
    std::printf("  (%s)\n", qPrintable(reason));
}

void searchAsAPerson(const QList<Memory> &memories)
{
    const QTemporaryDir folder;
    const auto database =
        Database::open(folder.filePath(u"bench.sqlite"_s), OpenMode::ReadWrite).value();
    MemoryStore store(*database);
    const MemorySet set = store.createSet(u"bench"_s).value();
    Times stored;
    stored.add([&] {
        Transaction transaction(*database);
        for (Memory memory : memories) {
            memory.id = {};
            memory.set = set.id;
            memory.problem +=
                memory.kind == MemoryKind::Lesson ? u" 先处理空列表再排序"_s : QString();
            (void)store.store(memory, {});
        }
        (void)transaction.commit();
    });
    stored.print("database: all stored");
    Times added;
    for (int i = 1; i <= 200; ++i) {
        Memory memory = MemoryData::memory(int(memories.size()) + i);
        memory.id = {};
        memory.set = set.id;
        added.add([&] { (void)store.store(memory, {}); });
    }
    added.print("database: one more stored");
    MemorySearch search(*database);
    const auto measure = [&](const char *name, MatchMode mode, const auto &textOf) {
        Times times;
        qsizetype hits = 0;
        for (int q = 0; q < Queries / 2; ++q) {
            const QString text = textOf(q);
            times.add([&] { hits += search.search(set.id, text, {}, 20, mode)->size(); });
        }
        times.print(name);
        std::printf("  (%.1f hits a query)\n", double(hits) / (Queries / 2));
    };
    measure(
        "full text: any of 60 words", MatchMode::Any, [](int q) { return MemoryData::query(q); });
    measure("full text: both of two words", MatchMode::All,
        [](int q) { return MemoryData::query(q).section(u' ', 0, 1, QString::SectionSkipEmpty); });
    measure("full text: one word being typed", MatchMode::All,
        [](int q) { return MemoryData::word(q * 13).first(3); });
    measure("full text: a Chinese phrase", MatchMode::All, [](int) { return u"空列表"_s; });
    measure(
        "full text: a Chinese sentence", MatchMode::Any, [](int) { return u"怎样处理空列表"_s; });
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const IdfTable idf = IdfTable::builtIn().value();
    HashingEmbedder embedder(idf);
    QList<Memory> memories;
    for (int i = 1; i <= count; ++i)
        memories.append(MemoryData::memory(i));
    std::printf("%d memories of about %lld characters\n", count,
        static_cast<long long>(searchText(memories.first()).size()));

    Times building;
    MemorySnapshot::Ptr snapshot;
    building.add([&] {
        snapshot = MemorySnapshot::build(
            memories, embedder, idf, {}, {}, {.exactLimit = std::min(20'000, count / 2)})
                       .value();
    });
    building.print("snapshot: embedding, words and graph");
    searchHybrid(*snapshot, embedder, "hybrid search");

    const IndexSource source = sourceOf(*snapshot, embedder);
    ExactIndex exact(embedder.dimension());
    for (const auto &[id, embedding] : source.entries)
        (void)exact.add(id, embedding);
    Times rebuilt;
    std::unique_ptr<HnswIndex> graph;
    rebuilt.add([&] { graph = HnswIndex::build(source, {}).value(); });
    rebuilt.print("graph alone");
    compareWithScan(*graph, exact, embedder);
    addOneByOne(*graph, snapshot, memories, embedder, idf);
    rebuildWhileSearching(source, *snapshot, embedder);
    searchAsAPerson(memories);
    return 0;
}
