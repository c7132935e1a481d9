// How long retrieval takes. Not part of the tests: its figures belong to a machine.
#include "core/base/random.h"
#include "core/memory/hashingembedder.h"
#include "core/memory/hnswindex.h"
#include "core/memory/retriever.h"

#include <cmath>
#include <cstdio>
#include <ctime>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

constexpr int Queries = 100;

/// A vocabulary with Zipf-like frequencies.
QString sentence(Random &random, int words)
{
    QString text;
    for (int i = 0; i < words; ++i)
        text += u"word%1 "_s.arg(qint64(std::pow(20'000.0, random.uniform())));
    return text;
}

QList<Memory> library(int count)
{
    Random random = Random::of({count}, "benchmark");
    QList<Memory> memories;
    for (int i = 1; i <= count; ++i) {
        Memory memory;
        memory.id = {i};
        memory.kind = MemoryKind(1 + random.below(3));
        memory.title = sentence(random, 4);
        memory.problem = sentence(random, 40);
        memory.content = sentence(random, 40);
        memory.group = u"g%1"_s.arg(i % 500);
        memory.tokens = 100;
        memories.append(memory);
    }
    return memories;
}

/// Milliseconds of this process on a processor since the last call: other programs do not count.
double since(std::clock_t &last)
{
    const std::clock_t now = std::clock();
    const double ms = 1000.0 * double(now - last) / CLOCKS_PER_SEC;
    last = now;
    return ms;
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 20'000;
    const IdfTable idf = IdfTable::builtIn().value();
    HashingEmbedder embedder(idf);
    const QList<Memory> memories = library(count);
    std::clock_t timer = std::clock();
    const MemorySnapshot::Ptr snapshot = MemorySnapshot::build(memories, embedder, idf, {}).value();
    std::printf("%d memories, %s\nbuild %.0f ms\n", count, snapshot->isApproximate() ? "approximate" : "exact", since(timer));
    QList<Memory> counted = memories;
    counted[0].uses = 1;
    counted.append(memories.last());
    counted.last().id = {count + 1};
    since(timer);
    const auto next = MemorySnapshot::build(counted, embedder, idf, {}, snapshot, {.exactLimit = 1'000'000});
    std::printf("next snapshot with one new entry, exact %.0f ms\n", next ? since(timer) : -1.0);

    const Retriever retriever(embedder);
    Random random = Random::of({1}, "queries");
    qsizetype taken = 0;
    since(timer);
    for (int i = 0; i < Queries; ++i) {
        const RecallQuery query{.text = sentence(random, 60), .group = u"g%1"_s.arg(i), .minScore = 0};
        taken += retriever.recall(*snapshot, query)->taken.size();
    }
    std::printf("recall %.2f ms a query (%lld taken)\n", since(timer) / Queries, static_cast<long long>(taken));
    since(timer);
    for (int i = 0; i < Queries; ++i)
        taken += snapshot->vectors().search(snapshot->embeddingAt(i), 64)->size();
    std::printf("vector search alone %.2f ms a query\n", since(timer) / Queries);
    return taken > 0 ? 0 : 1;
}
