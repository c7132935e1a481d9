#include "core/storage/memorystore.h"
#include "tests/support/demorun.h"
#include "widgets/memory/meaningsearch.h"
#include "widgets/memory/memoryquery.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

Memory lesson(MemorySetId set, const QString &title, const QString &content, int uses = 0, int successes = 0)
{
    Memory memory;
    memory.set = set;
    memory.title = title;
    memory.content = content;
    memory.uses = uses;
    memory.successesAfterUse = successes;
    return memory;
}

QStringList titles(const MemoryPage &page)
{
    QStringList list;
    for (const MemoryRow &row : page.rows)
        list.append(row.memory.title);
    return list;
}

} // namespace

class TestMemoryQuery : public QObject
{
    Q_OBJECT

private:
    static MemoryQuery ofRun(const DemoRun &demo)
    {
        MemoryQuery query;
        query.run = demo.run().id;
        return query;
    }

private Q_SLOTS:
    void pagesGoThroughAllSetsOnce()
    {
        DemoRun demo;
        MemoryStore store(demo.database());
        const MemorySet other = store.createSet(u"another"_s).value();
        for (int i = 0; i < memoryPageSize + 50; ++i)
            QVERIFY(store.store(lesson(other.id, u"Entry %1"_s.arg(i), u"text"_s), {}));
        MemoryQuery query = ofRun(demo);
        query.scope = MemoryQuery::Scope::All;
        QSet<MemoryId> seen;
        int offset = 0;
        for (;;) {
            const MemoryPage page = readMemoryPage(demo.database(), query, offset).value();
            for (const MemoryRow &row : page.rows)
                seen.insert(row.memory.id);
            offset += int(page.rows.size());
            QCOMPARE_LE(page.rows.size(), memoryPageSize);
            if (page.complete) {
                QCOMPARE(page.matching, offset);
                break;
            }
        }
        QCOMPARE(seen.size(), offset);
        QCOMPARE_GT(offset, memoryPageSize + 50);
    }

    void findsTwoCharacterChineseWords()
    {
        DemoRun demo;
        MemoryStore store(demo.database());
        QVERIFY(store.store(lesson(demo.run().memorySet, u"检查边界"_s, u"先处理空列表。"_s), {}));
        MemoryQuery query = ofRun(demo);
        query.text = u"边界"_s;
        const MemoryPage page = readMemoryPage(demo.database(), query, 0).value();
        QCOMPARE(titles(page), QStringList{u"检查边界"_s});
        QVERIFY(page.rows.first().score.has_value());
        query.text = u"界边"_s;
        QVERIFY(readMemoryPage(demo.database(), query, 0).value().rows.isEmpty());
    }

    void findsByMeaningAndFollowsChanges()
    {
        DemoRun demo;
        MemoryStore store(demo.database());
        MeaningSearch meaning;
        MemoryQuery query = ofRun(demo);
        query.mode = MemoryQuery::Mode::Meaning;
        query.text = u"parse a duration like 45m"_s;
        (void)meaning.search(demo.database(), query).value();
        const Memory added = store.store(lesson(query.run.isValid() ? demo.run().memorySet : MemorySetId(), u"Parsing durations"_s,
                                                u"Parse a duration such as 45m with its unit."_s), {}).value();
        const MemoryPage page = meaning.search(demo.database(), query).value();
        QCOMPARE(page.rows.first().memory.id, added.id);
        QVERIFY(std::ranges::is_sorted(page.rows, std::ranges::greater{}, &MemoryRow::score));
        query.filter.kind = MemoryKind::Code;
        const MemoryPage programs = meaning.search(demo.database(), query).value();
        for (const MemoryRow &row : programs.rows)
            QCOMPARE(row.memory.kind, MemoryKind::Code);
    }

    void neighboursAreLikeTheEntryAndNotItself()
    {
        DemoRun demo;
        MemoryStore store(demo.database());
        const QString text = u"Sort the list before you look for the median."_s;
        const Memory one = store.store(lesson(demo.run().memorySet, u"Median needs order"_s, text), {}).value();
        const Memory two = store.store(lesson(demo.run().memorySet, u"Order for the median"_s, text), {}).value();
        MeaningSearch meaning;
        const QList<MemoryRow> rows = meaning.neighbours(demo.database(), ofRun(demo), one.id, 5).value();
        QCOMPARE(rows.first().memory.id, two.id);
        for (const MemoryRow &row : rows)
            QVERIFY(row.memory.id != one.id);
    }

    void harmfulIsUsedOftenAndBelowTheMean_data()
    {
        QTest::addColumn<int>("uses");
        QTest::addColumn<int>("successes");
        QTest::addColumn<bool>("harmful");
        QTest::newRow("too few uses") << 4 << 0 << false;
        QTest::newRow("below") << 5 << 2 << true;
        QTest::newRow("at the mean") << 10 << 5 << false;
        QTest::newRow("above") << 8 << 7 << false;
    }

    void harmfulIsUsedOftenAndBelowTheMean()
    {
        QFETCH(int, uses);
        QFETCH(int, successes);
        Memory memory;
        memory.uses = uses;
        memory.successesAfterUse = successes;
        QTEST(isHarmful(memory, 0.5), "harmful");
    }

    void harmfulOnesAreListed()
    {
        DemoRun demo;
        MemoryStore store(demo.database());
        QVERIFY(store.store(lesson(demo.run().memorySet, u"Bad advice"_s, u"x"_s, 9, 0), {}));
        QVERIFY(store.store(lesson(demo.run().memorySet, u"Rare advice"_s, u"x"_s, 2, 0), {}));
        MemoryQuery query = ofRun(demo);
        query.special = MemoryQuery::Special::Harmful;
        const QStringList found = titles(readMemoryPage(demo.database(), query, 0).value());
        QVERIFY(found.contains(u"Bad advice"_s));
        QVERIFY(!found.contains(u"Rare advice"_s));
    }

    void matchingAgreesWithTheDatabase()
    {
        DemoRun demo;
        QList<MemoryQuery> queries(5, ofRun(demo));
        queries[1].filter.kind = MemoryKind::Error;
        queries[2].filter.pinned = true;
        queries[3].filter.state = MemoryState::Archived;
        queries[4].filter.reviewed = false;
        const QList<Memory> all = MemoryStore(demo.database()).current(demo.run().memorySet, {.state = std::nullopt}).value();
        for (const MemoryQuery &query : std::as_const(queries)) {
            const auto expected = std::ranges::count_if(all, [&](const Memory &memory) { return matches(memory, query, 0); });
            QCOMPARE(readMemoryPage(demo.database(), query, 0).value().matching, expected);
        }
    }

    void theSceneCountsPins()
    {
        DemoRun demo;
        const int before = readMemoryScene(demo.database(), ofRun(demo)).value().pinnedTokens;
        Memory pinned = lesson(demo.run().memorySet, u"Pinned"_s, u"x"_s);
        pinned.pinned = true;
        pinned.tokens = 700;
        QVERIFY(MemoryStore(demo.database()).store(pinned, {}));
        const MemoryScene scene = readMemoryScene(demo.database(), ofRun(demo)).value();
        QCOMPARE(scene.pinnedTokens, before + 700);
        QCOMPARE(scene.tokenBudget, demo.run().config.memoryTokens);
        QCOMPARE(scene.lastRound, 3);
    }
};

QTEST_GUILESS_MAIN(TestMemoryQuery)
#include "tst_memoryquery.moc"
