#include "core/base/random.h"
#include "core/memory/exactindex.h"
#include "core/memory/hnswindex.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

constexpr int Dimension = 32;

Embedding point(Random &random)
{
    Embedding embedding;
    double square = 0;
    for (int i = 0; i < Dimension; ++i) {
        embedding.append(float(random.normal()));
        square += double(embedding.last()) * double(embedding.last());
    }
    for (float &value : embedding)
        value = float(value / std::sqrt(square));
    return embedding;
}

IndexSource source(int count, qint64 seed = 7)
{
    Random random = Random::of({seed}, "points");
    IndexSource source{u"test:32"_s, Dimension, {}};
    for (int i = 1; i <= count; ++i)
        source.entries.append({MemoryId{i}, point(random)});
    return source;
}

void flipByte(const QString &path, qint64 at)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(at));
    QVERIFY(file.putChar(char(byte ^ 0x55)));
}

} // namespace

class TestVectorIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsRemovesAndFilters_data()
    {
        QTest::addColumn<bool>("approximate");
        QTest::newRow("exact") << false;
        QTest::newRow("graph") << true;
    }

    void addsRemovesAndFilters()
    {
        QFETCH(const bool, approximate);
        std::unique_ptr<VectorIndex> index;
        if (approximate)
            index = std::make_unique<HnswIndex>(Dimension, 2);
        else
            index = std::make_unique<ExactIndex>(Dimension);
        QCOMPARE(index->isApproximate(), approximate);
        const IndexSource points = source(100);
        const Embedding &query = points.entries.at(41).second;
        QVERIFY(index->search(query, 3)->isEmpty());
        for (const auto &[id, embedding] : points.entries)
            QVERIFY(index->add(id, embedding));
        QCOMPARE(index->size(), 100);

        QCOMPARE(index->search(query, 1)->first(), (VectorHit{MemoryId{42}, 1.0}));
        const auto odd = index->search(query, 50, [](MemoryId id) { return id.value % 2 == 1; });
        QCOMPARE(odd->size(), 50);
        for (const VectorHit &hit : *odd)
            QVERIFY(hit.id.value % 2 == 1);

        QVERIFY(index->remove(MemoryId{42}));
        QVERIFY(index->remove(MemoryId{4200}));
        QCOMPARE(index->size(), 99);
        QVERIFY(index->search(query, 1)->first().id != MemoryId{42});
        QVERIFY(index->add(MemoryId{42}, query));
        QVERIFY(index->add(MemoryId{43}, query));
        QCOMPARE(index->size(), 100);
        const auto twins = index->search(query, 2);
        QCOMPARE(*twins, (QList<VectorHit>{{MemoryId{42}, 1.0}, {MemoryId{43}, 1.0}}));
        QVERIFY(index->add(MemoryId{43}, {}));
        QCOMPARE(index->size(), 99);
        QCOMPARE(index->search(query, 500)->size(), 99);

        QCOMPARE(index->add(MemoryId{1}, {1.0f}).error().kind, ErrorKind::BadInput);
        QCOMPARE(index->search({1.0f}, 3).error().kind, ErrorKind::BadInput);
        QVERIFY(index->search({}, 3)->isEmpty());
    }

    void graphAgreesWithExact()
    {
        const IndexSource points = source(3000);
        ExactIndex exact(Dimension);
        for (const auto &[id, embedding] : points.entries)
            QVERIFY(exact.add(id, embedding));
        const auto graph = HnswIndex::build(points, {});
        QVERIFY(graph);
        Random random = Random::of({1}, "queries");
        int found = 0;
        for (int i = 0; i < 50; ++i) {
            const Embedding query = point(random);
            const auto truth = exact.search(query, 10);
            const auto hits = (*graph)->search(query, 10);
            for (const VectorHit &hit : *hits)
                found += truth->contains(hit) ? 1 : 0;
        }
        QVERIFY2(found >= 475, qPrintable(u"%1 of 500 neighbours found"_s.arg(found)));
    }

    void cacheIsUsedOnlyWhenItIsWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"index.json"_s);
        const IndexSource points = source(300);
        const Embedding query = points.entries.at(5).second;
        const auto first = HnswIndex::loadOrRebuild(path, points, {});
        QVERIFY(first);
        QCOMPARE(first->origin, IndexOrigin::Rebuilt);
        const auto second = HnswIndex::loadOrRebuild(path, points, {});
        QCOMPARE(second->origin, IndexOrigin::Loaded);
        QCOMPARE(*second->index->search(query, 20), *first->index->search(query, 20));
        QVERIFY(second->index->add(MemoryId{1000}, query));
        QCOMPARE(second->index->size(), 301);

        flipByte(path + u".graph"_s, 5000);
        const auto damaged = HnswIndex::loadOrRebuild(path, points, {});
        QCOMPARE(damaged->origin, IndexOrigin::Rebuilt);
        QVERIFY2(damaged->reason.contains(u"damaged"_s), qPrintable(damaged->reason));
        QCOMPARE(HnswIndex::loadOrRebuild(path, points, {})->origin, IndexOrigin::Loaded);

        flipByte(path, 0);
        QCOMPARE(HnswIndex::loadOrRebuild(path, points, {})->origin, IndexOrigin::Rebuilt);
        QVERIFY(QFile::remove(path + u".graph"_s));
        QCOMPARE(HnswIndex::loadOrRebuild(path, points, {})->origin, IndexOrigin::Rebuilt);
        QVERIFY(QFile::resize(path + u".graph"_s, 100));
        QCOMPARE(HnswIndex::loadOrRebuild(path, points, {})->origin, IndexOrigin::Rebuilt);
    }

    void cacheOfSomethingElseIsRebuilt_data()
    {
        QTest::addColumn<QString>("embedder");
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("seed");
        QTest::newRow("another embedder") << u"other:32"_s << 200 << qint64(7);
        QTest::newRow("more memories") << u"test:32"_s << 201 << qint64(7);
        QTest::newRow("other texts") << u"test:32"_s << 200 << qint64(8);
    }

    void cacheOfSomethingElseIsRebuilt()
    {
        QFETCH(const QString, embedder);
        QFETCH(const int, count);
        QFETCH(const qint64, seed);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"index.json"_s);
        QVERIFY(HnswIndex::loadOrRebuild(path, source(200), {}));
        IndexSource other = source(count, seed);
        other.embedder = embedder;
        QCOMPARE(HnswIndex::loadOrRebuild(path, other, {})->origin, IndexOrigin::Rebuilt);
        QCOMPARE(HnswIndex::loadOrRebuild(path, other, {})->origin, IndexOrigin::Loaded);
    }

    void worksWithoutAPlaceForTheCache()
    {
        const auto loaded = HnswIndex::loadOrRebuild(u"/proc/no/such/folder/index"_s, source(50), {});
        QVERIFY(loaded);
        QCOMPARE(loaded->origin, IndexOrigin::Rebuilt);
        QCOMPARE(loaded->index->size(), 50);
        QVERIFY2(loaded->reason.contains(u"cannot be written"_s), qPrintable(loaded->reason));
    }

    void buildingStops()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(HnswIndex::build(source(10), stop.get_token()).error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestVectorIndex)
#include "tst_vectorindex.moc"
