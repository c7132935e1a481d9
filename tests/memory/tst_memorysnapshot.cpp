#include "core/base/random.h"

#include "builders.h"

#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

QList<Memory> three()
{
    return {test::memory(9, MemoryKind::Lesson, u"Empty input"_s, u"lists"_s, u"Handle the empty list first"_s),
        test::memory(2, MemoryKind::Code, u"Vowels"_s, u"Count vowels"_s, u"def count_vowels(s): ..."_s),
        test::memory(5, MemoryKind::Error, u"Off by one"_s, u"expected 3, got 2"_s, u"-range(n)\n+range(n + 1)"_s)};
}

QList<Memory> many(int count)
{
    Random random = Random::of({count}, "memories");
    QList<Memory> memories;
    for (int i = 1; i <= count; ++i) {
        QString text;
        for (int word = 0; word < 12; ++word)
            text += u"word%1 "_s.arg(random.below(300));
        memories.append(test::memory(i, MemoryKind::Lesson, u"Entry %1"_s.arg(i), text, text));
    }
    return memories;
}

/// Counts the texts it is asked to embed.
class CountingEmbedder : public HashingEmbedder
{
public:
    CountingEmbedder()
        : HashingEmbedder(test::idf())
    {
    }

    Result<QList<Embedding>> embed(const QStringList &texts, std::stop_token stop) override
    {
        embedded += int(texts.size());
        return HashingEmbedder::embed(texts, stop);
    }

    int embedded = 0;
};

} // namespace

class TestMemorySnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsAndFinds()
    {
        QList<Memory> memories = three();
        memories.append(test::memory(7, MemoryKind::Lesson, u"Gone"_s, {}, u"archived"_s));
        memories.last().state = MemoryState::Archived;
        const auto snapshot = test::snapshot(memories);
        QCOMPARE(snapshot->memories().size(), 3);
        QCOMPARE(snapshot->positionOf(MemoryId{2}), 0);
        QCOMPARE(snapshot->positionOf(MemoryId{7}), -1);
        QCOMPARE(snapshot->find(MemoryId{7}), nullptr);
        QCOMPARE(snapshot->find(MemoryId{5})->title, u"Off by one"_s);
        QVERIFY(!snapshot->isApproximate());
        const TextScores scores = snapshot->text().search(u"how many vowels");
        const QList<TextHit> hits = scores.best(5);
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().position, 0);
        QCOMPARE(scores.at(0), hits.first().score);
        QCOMPARE(scores.at(1), 0.0);
    }

    void refusesWhatIsNotStored_data()
    {
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("second");
        QTest::newRow("twice") << qint64(4) << qint64(4);
        QTest::newRow("no id") << qint64(4) << qint64(0);
    }

    void refusesWhatIsNotStored()
    {
        QFETCH(const qint64, first);
        QFETCH(const qint64, second);
        HashingEmbedder embedder = test::embedder();
        const auto snapshot = MemorySnapshot::build({test::memory(first, MemoryKind::Lesson, u"a"_s, {}, u"a"_s),
                                                        test::memory(second, MemoryKind::Lesson, u"b"_s, {}, u"b"_s)},
            embedder, test::idf(), {});
        QVERIFY(!snapshot);
        QCOMPARE(snapshot.error().kind, ErrorKind::BadInput);
    }

    void embedsOnlyWhatIsNew()
    {
        CountingEmbedder embedder;
        QList<Memory> memories = three();
        const auto first = MemorySnapshot::build(memories, embedder, test::idf(), {}).value();
        QCOMPARE(embedder.embedded, 3);

        memories[0].uses = 4;
        const auto counted = MemorySnapshot::build(memories, embedder, test::idf(), {}, first).value();
        QCOMPARE(embedder.embedded, 3);
        QCOMPARE(counted->find(MemoryId{9})->uses, 4);
        QCOMPARE(&counted->vectors(), &first->vectors());

        memories[1].content += u"\nreturn 0"_s;
        memories.append(test::memory(12, MemoryKind::Lesson, u"New"_s, {}, u"Something"_s));
        const auto grown = MemorySnapshot::build(memories, embedder, test::idf(), {}, counted).value();
        QCOMPARE(embedder.embedded, 5);
        QCOMPARE(grown->vectors().size(), 4);
        QCOMPARE(first->find(MemoryId{9})->uses, 0);
    }

    /// Many memories are searched exactly until their graph is there, which another thread may build.
    void isServedWhileTheGraphIsBuilt()
    {
        const QTemporaryDir folder;
        const SnapshotOptions later{.exactLimit = 100, .cachePath = folder.filePath(u"index.json"_s), .indexing = Indexing::Later};
        const QList<Memory> memories = many(1500);
        const auto served = test::snapshot(memories, later);
        QVERIFY(!served->isApproximate());
        const Embedding query = served->embeddingAt(700);
        const QList<VectorHit> truth = served->vectors().search(query, 10).value();

        std::atomic<bool> finished = false;
        MemorySnapshot::Ptr indexed;
        std::thread builder([&] {
            indexed = MemorySnapshot::indexed(served, {}, later).value();
            finished = true;
        });
        int searches = 0;
        bool same = true;
        do {
            same = same && served->vectors().search(query, 10).value() == truth;
            ++searches;
        } while (!finished);
        builder.join();
        QVERIFY(same);
        QVERIFY2(searches > 10, qPrintable(QString::number(searches)));
        QVERIFY(indexed->isApproximate());
        QCOMPARE(indexed->memories(), served->memories());
        QCOMPARE(indexed->text().search(u"word7").best(3), served->text().search(u"word7").best(3));

        // From now on the graph is there at once, and a damaged one costs no more than its quickness.
        QVERIFY(test::snapshot(memories, later)->isApproximate());
        QVERIFY(QFile::resize(later.cachePath, 3));
        const auto damaged = test::snapshot(memories, later);
        QVERIFY(!damaged->isApproximate());
        QCOMPARE(damaged->vectors().search(query, 10).value(), truth);
        QCOMPARE(damaged->memories(), served->memories());
    }

    /// Words and their scores are those of an index built at once, whatever was added, changed and removed before.
    void wordsGrow()
    {
        HashingEmbedder embedder = test::embedder();
        Random random = Random::of({5}, "changes");
        QList<Memory> memories = many(60);
        MemorySnapshot::Ptr grown = MemorySnapshot::build(memories, embedder, test::idf(), {}).value();
        qint64 next = 1000;
        for (int step = 0; step < 40; ++step) {
            const auto at = qsizetype(random.below(memories.size()));
            if (random.chance(0.4))
                memories.removeAt(at);
            else if (random.chance(0.5))
                memories[at].content = u"word%1 word%2"_s.arg(random.below(300)).arg(step);
            memories.append(test::memory(++next, MemoryKind::Lesson, u"New"_s, {}, u"word%1 word%2"_s.arg(random.below(300)).arg(random.below(300))));
            grown = MemorySnapshot::build(memories, embedder, test::idf(), {}, grown).value();
            const auto fresh = MemorySnapshot::build(memories, embedder, test::idf(), {}).value();
            for (int i = 0; i < 5; ++i) {
                const QString query = u"new word%1 word%2 word%3"_s.arg(random.below(300)).arg(random.below(300)).arg(step);
                QCOMPARE(grown->text().search(query).best(20), fresh->text().search(query).best(20));
            }
        }
    }

    void graphsGrow()
    {
        HashingEmbedder embedder = test::embedder();
        const SnapshotOptions options{.exactLimit = 200};
        QList<Memory> memories = many(400);
        const auto first = MemorySnapshot::build(memories, embedder, test::idf(), {}, {}, options).value();
        memories.removeAt(10);
        memories.append(test::memory(900, MemoryKind::Lesson, u"Snails"_s, u"when a snail walks"_s, u"Count every tile once"_s));
        const auto grown = MemorySnapshot::build(memories, embedder, test::idf(), {}, first, options).value();
        QVERIFY(grown->isApproximate());
        QCOMPARE(grown->vectors().size(), 400);
        const Embedding snail = embedder.embedOne(u"a snail counts tiles");
        QCOMPARE(grown->vectors().search(snail, 1)->first().id, MemoryId{900});
        QVERIFY(grown->vectors().search(first->embeddingAt(10), 1)->first().id != MemoryId{11});
        QCOMPARE(first->vectors().size(), 400);

        // Growing again starts from the same graph; much that is new is worth another.
        memories.append(test::memory(901, MemoryKind::Lesson, u"Ferries"_s, u"when a ferry leaves"_s, u"Groups stay together"_s));
        const auto again = MemorySnapshot::build(memories, embedder, test::idf(), {}, grown, options).value();
        QCOMPARE(again->vectors().search(snail, 1)->first().id, MemoryId{900});
        QCOMPARE(again->vectors().size(), 401);
        QList<Memory> other = many(400);
        for (Memory &memory : other)
            memory.id.value += 5000;
        QCOMPARE(MemorySnapshot::build(memories + other, embedder, test::idf(), {}, again, options).value()->vectors().size(), 801);
    }

    void goesApproximateAboveTheLimit()
    {
        const auto snapshot = test::snapshot(three(), {.exactLimit = 2});
        QVERIFY(snapshot->isApproximate());
        const auto hits = snapshot->vectors().search(snapshot->embeddingAt(1), 1);
        QCOMPARE(hits->first().id, MemoryId{5});
    }
};

QTEST_GUILESS_MAIN(TestMemorySnapshot)
#include "tst_memorysnapshot.moc"
