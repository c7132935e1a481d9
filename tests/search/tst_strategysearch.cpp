#include "core/search/strategysearch.h"

#include "core/base/json.h"
#include "core/search/reward.h"

#include <QTest>

#include <functional>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

const SearchContext python{Language::Python, ErrorClass::None};
const SearchContext rust{Language::Rust, ErrorClass::None};
const SearchContext pythonAfterLogic{Language::Python, ErrorClass::Logic};

/// Two switches and nothing else.
ChoiceSpace switches()
{
    return {{{u"plan_first"_s, {false, true}}, {u"self_tests"_s, {false, true}}}};
}

SearchRules rulesOf(int kind, double discount = 1)
{
    return {static_cast<BanditKind>(kind), discount, 0.25, 8};
}

/// The chance of success under some picks, and the reward of success.
struct Worth {
    double chance;
    double reward = 1;
};

using World = std::function<Worth(const Picks &)>;

/// Plays tasks; returns the share of the last half whose \p dimension was on.
double play(StrategySearch &search, const SearchContext &context, const World &world, int tasks, Random &random,
            const QString &dimension = u"plan_first"_s)
{
    int on = 0;
    for (int task = 0; task < tasks; ++task) {
        const Picks picks = search.pick(context, random);
        const Worth worth = world(picks);
        search.learn(context, picks, random.chance(worth.chance) ? worth.reward : 0.0, random);
        on += task >= tasks / 2 && picks.at(dimension) == 1 ? 1 : 0;
    }
    return on / (tasks / 2.0);
}

World planIsWorth(double without, double with)
{
    return [=](const Picks &picks) { return Worth{picks.at(u"plan_first"_s) == 1 ? with : without}; };
}

void addKinds()
{
    QTest::addColumn<int>("kind");
    for (const BanditKind kind : {BanditKind::Ucb1, BanditKind::Thompson, BanditKind::Softmax})
        QTest::addRow("%s", qPrintable(toString(kind))) << int(kind);
}

} // namespace

class TestStrategySearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDimensionIsLearntAtOnce_data() { addKinds(); }
    void everyDimensionIsLearntAtOnce();
    void theDearOptionIsDropped_data() { addKinds(); }
    void theDearOptionIsDropped();
    void contextsLearnOppositeOptions_data() { addKinds(); }
    void contextsLearnOppositeOptions();
    void aNewLanguageBorrows_data() { addKinds(); }
    void aNewLanguageBorrows();
    void errorClassesAreApart();
    void savedAndLoadedPicksTheSame_data() { addKinds(); }
    void savedAndLoadedPicksTheSame();
    void aRoundDoesNotDependOnWhoIsDoneFirst_data() { addKinds(); }
    void aRoundDoesNotDependOnWhoIsDoneFirst();
    void badTablesAreRefused_data();
    void badTablesAreRefused();
};

/// plan_first helps and self_tests harms; 30 seeds.
void TestStrategySearch::everyDimensionIsLearntAtOnce()
{
    QFETCH(int, kind);
    const World world = [](const Picks &picks) {
        return Worth{0.5 + (picks.at(u"plan_first"_s) == 1 ? 0.2 : -0.2) + (picks.at(u"self_tests"_s) == 1 ? -0.2 : 0.2)};
    };
    double planned = 0, tested = 0;
    for (int seed = 0; seed < 30; ++seed) {
        Random random = Random::of({seed}, "dimensions");
        StrategySearch first(switches(), rulesOf(kind)), second = first;
        planned += play(first, python, world, 1'000, random) / 30;
        tested += play(second, python, world, 1'000, random, u"self_tests"_s) / 30;
    }
    qInfo("second half of 1,000 tasks: helpful option on in %.0f %%, harmful one in %.0f %%", 100 * planned, 100 * tested);
    QVERIFY(planned > 0.85);
    QVERIFY(tested < 0.15);
}

/// Both succeed in 70 %; planning takes all of the token scale instead of a fifth, at half of a success for the scale.
void TestStrategySearch::theDearOptionIsDropped()
{
    QFETCH(int, kind);
    const RewardRules costly{0.5, 4'000}, free{0, 4'000};
    for (const RewardRules &rules : {costly, free}) {
        const World world = [&](const Picks &picks) {
            return Worth{0.7, rewardOf(1, picks.at(u"plan_first"_s) == 1 ? 4'000 : 800, rules)};
        };
        double dear = 0;
        for (int seed = 0; seed < 30; ++seed) {
            Random random = Random::of({seed}, "cost");
            StrategySearch search(switches(), rulesOf(kind));
            dear += play(search, python, world, 1'000, random) / 30;
        }
        qInfo("cost weight %g: dear option on in %.0f %%", rules.costWeight, 100 * dear);
        QVERIFY(rules.costWeight > 0 ? dear < 0.2 : dear > 0.3 && dear < 0.7);
    }
}

void TestStrategySearch::contextsLearnOppositeOptions()
{
    QFETCH(int, kind);
    double inPython = 0, inRust = 0;
    for (int seed = 0; seed < 30; ++seed) {
        Random random = Random::of({seed}, "contexts");
        StrategySearch search(switches(), rulesOf(kind));
        for (int turn = 0; turn < 20; ++turn) {
            const double python_ = play(search, python, planIsWorth(0.3, 0.7), 50, random);
            const double rust_ = play(search, rust, planIsWorth(0.7, 0.3), 50, random);
            inPython += turn >= 10 ? python_ / 300 : 0;
            inRust += turn >= 10 ? rust_ / 300 : 0;
        }
    }
    qInfo("planning on in %.0f %% where it helps, in %.0f %% where it harms", 100 * inPython, 100 * inRust);
    QVERIFY(inPython > 0.85);
    QVERIFY(inRust < 0.15);
}

/// 40 tasks in a language never met, where the same helps as in the one known.
void TestStrategySearch::aNewLanguageBorrows()
{
    QFETCH(int, kind);
    QList<double> on;
    for (const double borrowed : {0.0, 8.0}) {
        SearchRules rules = rulesOf(kind);
        rules.borrowed = borrowed;
        double sum = 0;
        for (int seed = 0; seed < 60; ++seed) {
            Random random = Random::of({seed}, "borrow");
            StrategySearch search(switches(), rules);
            play(search, python, planIsWorth(0.3, 0.7), 500, random);
            sum += play(search, rust, planIsWorth(0.3, 0.7), 40, random) / 60;
        }
        on.append(sum);
    }
    qInfo("helpful option on in %.0f %% of a new language's tasks, %.0f %% with what was borrowed", 100 * on[0], 100 * on[1]);
    QVERIFY(on[1] > on[0] + 0.02);
}

void TestStrategySearch::errorClassesAreApart()
{
    StrategySearch search(switches(), {});
    Random random(4);
    play(search, python, planIsWorth(0.1, 0.9), 200, random);
    QVERIFY(search.weights(python).at(u"plan_first"_s)[1] > 0.7);
    QCOMPARE(search.weights(pythonAfterLogic).at(u"plan_first"_s), QList<double>({0.5, 0.5}));
    QCOMPARE(QStringList(search.toJson().keys()), QStringList({u"any/none"_s, u"python/none"_s}));
}

void TestStrategySearch::savedAndLoadedPicksTheSame()
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
void TestStrategySearch::aRoundDoesNotDependOnWhoIsDoneFirst()
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

void TestStrategySearch::badTablesAreRefused_data()
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
    for (const auto &[key, states] : {std::pair(u"python"_s, row), std::pair(u"cobol/none"_s, row), std::pair(u"rust/luck"_s, row),
                                      std::pair(u"rust/none"_s, fewer), std::pair(u"rust/logic"_s, emptied)}) {
        QJsonObject bad = good;
        bad[key] = states;
        QTest::newRow(qPrintable(key)) << bad;
    }
}

void TestStrategySearch::badTablesAreRefused()
{
    QFETCH(QJsonObject, json);
    StrategySearch search(switches(), {});
    const Status status = search.load(json, u"round 3"_s);
    QVERIFY(!status && status.error().kind == ErrorKind::BadInput);
    QVERIFY2(status.error().detail.startsWith(u"round 3: "_s), qPrintable(status.error().detail));
    QVERIFY(search.table().empty());   // nothing is half loaded
}

QTEST_APPLESS_MAIN(TestStrategySearch)
#include "tst_strategysearch.moc"
