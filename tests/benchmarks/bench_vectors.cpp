// How much memory the vector index of many memories takes, and how quick and how right it is.
// Minutes for a million.
#include "core/memory/exactindex.h"
#include "core/memory/hnswindex.h"
#include "memorydata.h"
#include "stopwatch.h"

#include <QFile>

#include <algorithm>

using namespace autodidact;
using namespace autodidact::benchmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int PerCluster = 100;
constexpr int Queries = 200;
constexpr int Neighbours = 10;

/// Gibibytes of this process, now or at most ("VmRSS:" or "VmHWM:").
double resident(const char *field)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(qsizetype(qstrlen(field))).trimmed().split(' ').first().toDouble()
                / 1024 / 1024;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    IndexSource source{u"benchmark:384"_s, 384, {}};
    source.entries.reserve(count);
    for (int i = 1; i <= count; ++i)
        source.entries.append({MemoryId{i}, MemoryData::point(i, std::max(1, count / PerCluster))});
    std::printf("%d vectors of 384 numbers: %.2f GiB resident before the index\n", count,
        resident("VmRSS:"));
    std::fflush(stdout);

    Times building;
    std::unique_ptr<HnswIndex> index;
    building.add([&] { index = std::move(HnswIndex::build(source, {}).value()); });
    building.print("build");
    std::printf("with the index: %.2f GiB resident, at most %.2f GiB\n", resident("VmRSS:"),
        resident("VmHWM:"));

    Times graph;
    Times scan;
    int found = 0;
    for (int q = 0; q < Queries; ++q) {
        const Embedding query = MemoryData::point(count + 1 + q, std::max(1, count / PerCluster));
        QList<VectorHit> near;
        graph.add([&] { near = index->search(query, Neighbours).value(); });
        QList<VectorHit> truth;
        scan.add([&] {
            for (const auto &[id, embedding] : source.entries)
                truth.append({id, similarity(query, embedding)});
            keepBest(truth, Neighbours);
        });
        for (const VectorHit &hit : near)
            found += truth.contains(hit) ? 1 : 0;
    }
    graph.print("search of the graph");
    scan.print("scan of everything (baseline)");
    std::printf("the graph is %.0f times as quick; recall@10 %.4f\n",
        scan.median() / graph.median(), double(found) / (Queries * Neighbours));
    return 0;
}
