#include "core/base/json.h"

#include "builders.h"

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

QList<Memory> three()
{
    return {test::memory(9, MemoryKind::Lesson, u"Empty input"_s, u"lists"_s, u"Handle the empty list first"_s),
        test::memory(2, MemoryKind::Code, u"Vowels"_s, u"Count vowels"_s, u"def count_vowels(s): ..."_s),
        test::memory(5, MemoryKind::Error, u"Off by one"_s, u"expected 3, got 2"_s, u"-range(n)\n+range(n + 1)"_s)};
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
