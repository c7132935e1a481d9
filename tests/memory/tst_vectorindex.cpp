#include "core/base/random.h"
#include "core/memory/grownindex.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <cstdio>

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

/// The graph that the header names; empty when there is none.
QString graphOf(const QString &path)
{
    const QFileInfo header(path);
    const QStringList names = header.dir().entryList({header.fileName() + u".*.graph"_s});
    return names.size() == 1 ? header.dir().filePath(names.first()) : QString();
}

void replaceIn(const QString &path, const QByteArray &before, const QByteArray &after)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    file.close();
    QVERIFY(bytes.contains(before));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(bytes).replace(before, after));
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

    }

    void damagedCachesAreRebuilt_data()
    {
        QTest::addColumn<QString>("damage");
        for (const auto *damage : {"graph damaged", "graph truncated", "graph empty", "graph missing", "header damaged", "header truncated",
                 "header missing", "newer format", "another program's file", "graph of another header"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }

    /// Whatever happens to the files, the index is built anew from the truth, and finds what it found before.
    void damagedCachesAreRebuilt()
    {
        QFETCH(const QString, damage);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"index.json"_s);
        const IndexSource points = source(300);
        const auto first = HnswIndex::loadOrRebuild(path, points, {});
        const QString graph = graphOf(path);
        QVERIFY(QFileInfo::exists(graph));
        if (damage == u"graph damaged"_s)
            flipByte(graph, 5000);
        else if (damage == u"graph truncated"_s)
            QVERIFY(QFile::resize(graph, 5000));
        else if (damage == u"graph empty"_s)
            QVERIFY(QFile::resize(graph, 0));
        else if (damage == u"graph missing"_s)
            QVERIFY(QFile::remove(graph));
        else if (damage == u"header damaged"_s)
            flipByte(path, 0);
        else if (damage == u"header truncated"_s)
            QVERIFY(QFile::resize(path, 20));
        else if (damage == u"header missing"_s)
            QVERIFY(QFile::remove(path));
        else if (damage == u"newer format"_s)
            replaceIn(path, "\"version\":2", "\"version\":3");
        else if (damage == u"another program's file"_s)
            replaceIn(path, "autodidact-vector-index", "somebody-elses-thing");
        else
            replaceIn(path, "\"graph\":\"", "\"graph\":\"0123");

        const auto again = HnswIndex::loadOrRebuild(path, points, {});
        QVERIFY(again);
        QCOMPARE(again->origin, IndexOrigin::Rebuilt);
        QVERIFY(!again->reason.isEmpty());
        QCOMPARE(again->index->size(), 300);
        for (const int at : {5, 120, 299}) {
            const Embedding &query = points.entries.at(at).second;
            QCOMPARE(*again->index->search(query, 20), *first->index->search(query, 20));
        }
        QCOMPARE(HnswIndex::loadOrRebuild(path, points, {})->origin, IndexOrigin::Loaded);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }

    /// A process that is killed while it writes the index of more memories leaves the old index, or the new one.
    void killedWhileWriting()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"index.json"_s);
        const IndexSource before = source(200);
        const IndexSource after = source(1500, 8);
        int cut = 0;
        int trial = 0;
        for (; trial < 60 && (trial < 8 || cut < 3); ++trial) {
            QVERIFY(HnswIndex::loadOrRebuild(path, before, {}));
            QCOMPARE(HnswIndex::loadOrRebuild(path, before, {})->origin, IndexOrigin::Loaded);
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(), {u"--write-index"_s, path});
            QVERIFY(writer.waitForReadyRead());      // built; it writes now, again and again
            QThread::usleep(quint32(trial % 12) * 500);
            writer.kill();
            writer.waitForFinished();
            const bool old = HnswIndex::fromCache(path, before).has_value();
            const bool fresh = HnswIndex::fromCache(path, after).has_value();
            QVERIFY2(old || fresh, "neither the old index nor the new one is whole");
            QVERIFY(!(old && fresh));
            cut += QDir(folder.path()).entryList({u"*.part"_s}).isEmpty() ? 0 : 1;
        }
        qInfo() << cut << "of" << trial << "writers were killed with a half-written graph";
        QVERIFY(HnswIndex::loadOrRebuild(path, before, {}));
        QVERIFY(cut > 0);
    }

    /// Grown from a graph, an index finds what it would if it had been built anew.
    void growsWithoutAnotherGraph()
    {
        const IndexSource points = source(2000);
        IndexSource grown = points;
        Random random = Random::of({3}, "changes");
        grown.entries.removeAt(77);
        grown.entries[500].second = point(random);
        for (int i = 0; i < 50; ++i)
            grown.entries.append({MemoryId{3000 + i}, point(random)});
        const std::shared_ptr<const HnswIndex> base = HnswIndex::build(points, {}).value();
        const auto index = GrownIndex::over(base, grown, 100).value();
        QVERIFY(index);
        QCOMPARE(index->size(), 2049);
        ExactIndex exact(Dimension);
        for (const auto &[id, embedding] : grown.entries)
            QVERIFY(exact.add(id, embedding));
        int found = 0;
        for (int i = 0; i < 50; ++i) {
            const Embedding query = i % 2 == 0 ? point(random) : grown.entries.at(2000 + i / 2).second;
            const auto truth = exact.search(query, 10);
            const auto hits = index->search(query, 10);
            for (const VectorHit &hit : *hits)
                found += truth->contains(hit) ? 1 : 0;
        }
        QVERIFY2(found >= 475, qPrintable(u"%1 of 500 neighbours found"_s.arg(found)));
        const auto odd = index->search(point(random), 20, [](MemoryId id) { return id.value % 2 == 1; });
        QVERIFY(std::ranges::all_of(*odd, [](const VectorHit &hit) { return hit.id.value % 2 == 1; }));
        QCOMPARE(odd->size(), 20);
        QVERIFY(index->search(points.entries.at(77).second, 1)->first().id != MemoryId{78});
        QVERIFY(!GrownIndex::over(base, grown, 50).value());
        QVERIFY(GrownIndex::over(base, points, 0).value());
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

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == u"--write-index"_s) {
        const IndexSource after = source(1500, 8);
        const auto index = HnswIndex::build(after, {}).value();
        std::puts("built");
        std::fflush(stdout);
        while (index->save(arguments.value(2), after)) { }
        return 1;
    }
    TestVectorIndex test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_vectorindex.moc"
