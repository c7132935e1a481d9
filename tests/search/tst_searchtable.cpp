#include "core/base/json.h"

#include "worlds.h"

#include <cmath>

using namespace autodidact;
using namespace autodidact::worlds;
using namespace Qt::StringLiterals;

/// The table of a strategy search as a thing to store.
class TestSearchTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedAndLoadedPicksTheSame_data() { addKinds(); }
    void savedAndLoadedPicksTheSame();
    void aRoundDoesNotDependOnWhoIsDoneFirst_data() { addKinds(); }
    void aRoundDoesNotDependOnWhoIsDoneFirst();
    void aRoundLearnsByWhatPicked();
    void badTablesAreRefused_data();
    void badTablesAreRefused();
};

void TestSearchTable::savedAndLoadedPicksTheSame()
{
    QFETCH(int, kind);
    const ChoiceSpace space = ChoiceSpace::standard();
    StrategySearch whole(space, rulesOf(kind, 0.99));
    StrategySearch parts = whole;
    Random first(5), second(5), luck(6);
    for (int task = 0; task < 300; ++task) {
        const SearchContext context = task % 3 == 0 ? rust : task % 5 == 0 ? pythonAfterLogic : python;
        const Picks picks = whole.pick(context, first);
        QVERIFY(parts.pick(context, second) == picks);
        const double reward = luck.uniform();
        whole.learn(context, picks, reward, first);
        parts.learn(context, picks, reward, second);
        StrategySearch loaded(space, rulesOf(kind, 0.99));
        const Status status = loaded.load(parseJsonObject(toJsonLine(parts.toJson()), {}).value(), u"round 2"_s);
        QVERIFY2(status, qPrintable(status ? QString() : status.error().detail));
        QVERIFY(loaded.table() == whole.table());
        parts = loaded;
    }
}

/// Tasks of a round pick by the table the round began with and a stream of their own, and are learnt in their order.
void TestSearchTable::aRoundDoesNotDependOnWhoIsDoneFirst()
{
    QFETCH(int, kind);
    const auto played = [&](const std::vector<int> &order) {
        StrategySearch search(switches(), rulesOf(kind));
        for (int round = 0; round < 10; ++round) {
            const StrategySearch begun = search;
            std::map<int, Picks> picks;
            for (const int task : order) {
                Random random = Random::of({round, task}, "strategy");
                picks[task] = begun.pick(python, random);
            }
            for (const auto &[task, picked] : picks) {
                Random random = Random::of({round, task}, "reward");
                search.learn(begun, python, picked, planIsWorth(0.2, 0.8)(picked).chance, random);
            }
        }
        return search.table();
    };
    Random random(7);
    const SearchTable straight = played({0, 1, 2, 3, 4, 5, 6, 7});
    QVERIFY(straight == played({7, 3, 1, 0, 2, 6, 5, 4}));
    QCOMPARE(straight.at(u"python/none"_s).at(u"plan_first"_s).picks(), 80);
}

/// The policy gradient needs the probability with which an option was picked, not the one that it has by now.
void TestSearchTable::aRoundLearnsByWhatPicked()
{
    const StrategySearch begun(switches(), rulesOf(int(BanditKind::Softmax)));
    StrategySearch search = begun;
    Random random(9);
    play(search, python, planIsWorth(0.1, 0.9), 100, random);
    StrategySearch late = search, wrong = search;
    const Picks picks{{u"plan_first"_s, 0}, {u"self_tests"_s, 0}};
    late.learn(begun, python, picks, 1, random);
    wrong.learn(python, picks, 1, random);
    const auto weight = [](const StrategySearch &search) {
        return search.table().at(u"python/none"_s).at(u"plan_first"_s).options[0].weight;
    };
    const double baseline = search.table().at(u"python/none"_s).at(u"plan_first"_s).baseline;
    QVERIFY(std::abs(weight(late) - weight(search) - 0.25 * (1 - baseline) * 0.5) < 1e-12);
    QVERIFY(weight(wrong) > weight(late));
}

void TestSearchTable::badTablesAreRefused_data()
{
    QTest::addColumn<QJsonObject>("json");
    StrategySearch search(switches(), {});
    Random random(8);
    play(search, python, planIsWorth(0.5, 0.5), 10, random);
    const QJsonObject good = search.toJson();
    const QJsonObject row = good[u"python/none"_s].toObject();
    QJsonObject fewer = row, emptied = row;
    fewer.remove(u"plan_first"_s);
    emptied[u"plan_first"_s] = QJsonObject();
    const QList<std::pair<QString, QJsonObject>> rows{
        {u"python"_s, row}, {u"cobol/none"_s, row}, {u"rust/luck"_s, row}, {u"rust/none"_s, fewer}, {u"rust/logic"_s, emptied}};
    for (const auto &[key, states] : rows) {
        QJsonObject bad = good;
        bad[key] = states;
        QTest::newRow(qPrintable(key)) << bad;
    }
}

void TestSearchTable::badTablesAreRefused()
{
    QFETCH(QJsonObject, json);
    StrategySearch search(switches(), {});
    const Status status = search.load(json, u"round 3"_s);
    QVERIFY(!status && status.error().kind == ErrorKind::BadInput);
    QVERIFY2(status.error().detail.startsWith(u"round 3: "_s), qPrintable(status.error().detail));
    QVERIFY(search.table().empty());   // nothing is half loaded
}

QTEST_APPLESS_MAIN(TestSearchTable)
#include "tst_searchtable.moc"
