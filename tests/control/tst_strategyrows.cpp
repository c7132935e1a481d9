#include "core/control/runconfig.h"
#include "core/control/searchtable.h"
#include "tests/support/looppieces.h"

#include <QTest>

#include <set>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// What people are shown of the strategy search, from the journal of real runs.
class TestStrategyRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoundIsTold_data();
    void everyRoundIsTold();
    void withoutASearchThereIsNothing();
};

void TestStrategyRows::everyRoundIsTold_data()
{
    QTest::addColumn<QString>("search");
    for (const char *search : {"ucb1", "thompson", "gradient"})
        QTest::newRow(search) << QString::fromLatin1(search);
}

void TestStrategyRows::everyRoundIsTold()
{
    QFETCH(const QString, search);
    LoopFixture fixture(6);
    for (const auto &[key, value] : {std::pair(u"update.strategy"_s, u"rl"_s), {u"update.search"_s, search}, {u"run.rounds"_s, u"3"_s},
                                     {u"update.choices"_s, u"plan_first,temperature"_s}, {u"agent.attempts"_s, u"1"_s}})
        QVERIFY(setConfigValue(fixture.config, key, value));
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id, nullptr, {.jobs = 1}), RunStatus::Finished);
    const Result<QList<SearchRow>> rows = searchRows(*fixture.database, run);
    QVERIFY(rows);
    QVERIFY(!rows->isEmpty());
    std::set<int> rounds;
    std::map<std::pair<int, QString>, int> picks;    // per round and choice, over contexts and options
    for (const SearchRow &row : *rows) {
        rounds.insert(row.round);
        QVERIFY2(row.context.startsWith(u"python/"_s), qPrintable(row.context));
        QVERIFY(row.dimension == u"plan_first" || row.dimension == u"temperature");
        QVERIFY(row.mean >= 0 && row.mean <= 1);
        QVERIFY(row.pulls <= row.picks + 1e-9);
        picks[{row.round, row.dimension}] += row.picks;
        if (row.dimension == u"plan_first")
            QVERIFY(row.option == u"true" || row.option == u"false");
    }
    QCOMPARE(rounds, (std::set<int>{1, 2, 3}));
    for (const auto &[place, count] : picks)
        QCOMPARE(count, 6 * place.first);            // every learn task teaches every choice once a round
}

void TestStrategyRows::withoutASearchThereIsNothing()
{
    LoopFixture fixture(2);
    const Run run = createRun(*fixture.database, fixture.config).value();
    (void)fixture.play(run.id, nullptr, {.jobs = 1});
    QVERIFY(searchRows(*fixture.database, run)->isEmpty());
}

QTEST_GUILESS_MAIN(TestStrategyRows)
#include "tst_strategyrows.moc"
