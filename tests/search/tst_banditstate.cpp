#include "core/base/json.h"
#include "core/search/bandit.h"

#include <QTest>

#include <cmath>

using namespace autodidact;

namespace {

const QList<BanditKind> kinds{BanditKind::Ucb1, BanditKind::Thompson, BanditKind::Softmax};

void addKinds()
{
    QTest::addColumn<int>("kind");
    for (const BanditKind kind : kinds)
        QTest::addRow("%s", qPrintable(toString(kind))) << int(kind);
}

BanditState written(const BanditState &state)
{
    const QByteArray bytes = toJsonLine(state.toJson());
    return BanditState::fromJson(parseJsonObject(bytes, {}).value(), state.options.size(), {}).value();
}

} // namespace

/// What every kind keeps to, and what its stored state must be like.
class TestBanditState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedAndLoadedAnywherePicksTheSame_data() { addKinds(); }
    void savedAndLoadedAnywherePicksTheSame();
    void stateStaysPossibleForAnyReward_data() { addKinds(); }
    void stateStaysPossibleForAnyReward();
    void aSingleOptionIsAlwaysPicked_data() { addKinds(); }
    void aSingleOptionIsAlwaysPicked();
    void tiesAreDrawn_data() { addKinds(); }
    void tiesAreDrawn();
    void fractionsCountAsFractions();
    void ucbTriesEverythingFirst();
    void noStepOfTheSoftmaxIsLongerThanStated();
    void extremePreferencesStayProbabilities();
    void borrowingFades();
    void badStatesAreRefused_data();
    void badStatesAreRefused();
    void kindsHaveNames();
};

void TestBanditState::savedAndLoadedAnywherePicksTheSame()
{
    QFETCH(int, kind);
    const auto bandit = makeBandit(static_cast<BanditKind>(kind), 0.99);
    Random first(7), second(7), rewards(8);
    BanditState whole = BanditState::fresh(4), parts = whole;
    for (int step = 0; step < 1'000; ++step) {
        const qsizetype option = bandit->pick(whole, first);
        QCOMPARE(bandit->pick(parts, second), option);
        const double reward = rewards.uniform();
        bandit->learn(whole, option, reward, first);
        bandit->learn(parts, option, reward, second);
        parts = written(parts);
        QVERIFY(whole == parts);
    }
}

void TestBanditState::stateStaysPossibleForAnyReward()
{
    QFETCH(int, kind);
    for (const double discount : {1.0, 0.9, 0.01}) {
        const auto bandit = makeBandit(static_cast<BanditKind>(kind), discount, 1.0);
        Random random(9);
        BanditState state = BanditState::fresh(3);
        for (int step = 0; step < 3'000; ++step) {
            const double reward = step % 700 < 350 ? 1.0 : step % 2 ? 0.0 : random.uniform();
            bandit->learn(state, bandit->pick(state, random), reward, random);
            if (step % 50 == 0)
                QVERIFY(written(state) == state);   // refuses what is impossible
        }
        QCOMPARE(state.picks(), 3'000);
    }
}

void TestBanditState::aSingleOptionIsAlwaysPicked()
{
    QFETCH(int, kind);
    const auto bandit = makeBandit(static_cast<BanditKind>(kind));
    Random random(10);
    BanditState state = BanditState::fresh(1);
    for (int step = 0; step < 20; ++step) {
        QCOMPARE(bandit->pick(state, random), 0);
        bandit->learn(state, 0, 0.5, random);
    }
}

/// Or the bandits of a factored search would move in step, and share each other's credit.
void TestBanditState::tiesAreDrawn()
{
    QFETCH(int, kind);
    const auto bandit = makeBandit(static_cast<BanditKind>(kind));
    Random random(11);
    QList<int> counts(4, 0);
    for (int draw = 0; draw < 4'000; ++draw)
        ++counts[bandit->pick(BanditState::fresh(4), random)];
    for (const int count : counts)
        QVERIFY2(std::abs(count - 1'000) < 140, qPrintable(QString::number(count)));   // five sigma
}

/// The coin flips of Thompson sampling keep the mean: of 0.3 and 0.6 always paid in full, 0.6 wins.
void TestBanditState::fractionsCountAsFractions()
{
    for (const BanditKind kind : kinds) {
        const auto bandit = makeBandit(kind);
        int best = 0;
        for (int seed = 0; seed < 50; ++seed) {
            Random random = Random::of({seed}, "fractions");
            BanditState state = BanditState::fresh(2);
            for (int step = 0; step < 400; ++step) {
                const qsizetype option = bandit->pick(state, random);
                bandit->learn(state, option, option == 1 ? 0.6 : 0.3, random);
            }
            best += state.options[1].picks > 250 ? 1 : 0;
        }
        QVERIFY2(best >= 48, qPrintable(toString(kind) + QString::number(best)));
    }
}

void TestBanditState::ucbTriesEverythingFirst()
{
    const auto bandit = makeBandit(BanditKind::Ucb1);
    Random random(12);
    BanditState state = BanditState::fresh(6);
    for (int step = 0; step < 6; ++step)
        bandit->learn(state, bandit->pick(state, random), 1, random);
    for (const OptionState &option : state.options)
        QCOMPARE(option.picks, 1);
}

void TestBanditState::noStepOfTheSoftmaxIsLongerThanStated()
{
    const auto bandit = makeBandit(BanditKind::Softmax, 1, 0.25);
    Random random(13);
    BanditState state = BanditState::fresh(3);
    for (int step = 0; step < 2'000; ++step) {
        const BanditState before = state;
        const qsizetype option = bandit->pick(state, random);
        bandit->learn(state, option, random.chance(0.5) ? 1 : 0, random);
        double sum = 0;
        for (qsizetype i = 0; i < 3; ++i) {
            QVERIFY(std::abs(state.options[i].weight - before.options[i].weight) <= 0.25);
            sum += state.options[i].weight;
        }
        QVERIFY(std::abs(sum) < 1e-9);   // what one preference gains the others lose
    }
}

void TestBanditState::extremePreferencesStayProbabilities()
{
    BanditState state = BanditState::fresh(3);
    state.options[0].weight = 1e6;
    state.options[1].weight = -1e6;
    const QList<double> shares = makeBandit(BanditKind::Softmax)->weights(state);
    QCOMPARE(shares, QList<double>({1, 0, 0}));
}

void TestBanditState::borrowingFades()
{
    BanditState general = BanditState::fresh(2);
    general.options[0] = {100, 100, 90, 2};
    general.options[1] = {100, 100, 10, -2};
    BanditState own = BanditState::fresh(2);
    for (const BanditKind kind : kinds) {
        const auto bandit = makeBandit(kind);
        const QList<double> unknown = bandit->weights(bandit->blended(own, general, 8));
        QVERIFY(unknown[0] > unknown[1] + 0.4);
        BanditState contrary = own;
        contrary.options[0] = {200, 200, 20, -2};
        contrary.options[1] = {200, 200, 180, 2};
        const QList<double> known = bandit->weights(bandit->blended(contrary, general, 8));
        QVERIFY(known[1] > known[0] + 0.4);
    }
}

void TestBanditState::badStatesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &option, const QByteArray &baseline = "0.5") {
        QTest::newRow(name) << QByteArray("{\"baseline\":" + baseline + ",\"options\":[" + option + "]}");
    };
    const QByteArray good(R"({"picks":2,"pulls":2,"reward":1,"weight":0})");
    row("no options", "");
    row("too many", good + ',' + good);
    row("no baseline", good, "null");
    row("baseline above 1", good, "1.5");
    row("negative pulls", R"({"picks":2,"pulls":-1,"reward":0,"weight":0})");
    row("more pulls than picks", R"({"picks":2,"pulls":3,"reward":0,"weight":0})");
    row("more reward than pulls", R"({"picks":2,"pulls":2,"reward":2.5,"weight":0})");
    row("no weight", R"({"picks":2,"pulls":2,"reward":1})");
    row("no object", "7");
}

void TestBanditState::badStatesAreRefused()
{
    QFETCH(QByteArray, json);
    const auto state = BanditState::fromJson(parseJsonObject(json, {}).value(), 1, QStringLiteral("round 3"));
    QVERIFY(!state);
    QVERIFY(state.error().kind == ErrorKind::BadInput);
    QVERIFY2(state.error().detail.startsWith(QStringLiteral("round 3: ")), qPrintable(state.error().detail));
}

void TestBanditState::kindsHaveNames()
{
    for (const BanditKind kind : kinds)
        QVERIFY(banditKindFromString(toString(kind)) == kind);
    QVERIFY(!banditKindFromString(u"ucb2"));
}

QTEST_APPLESS_MAIN(TestBanditState)
#include "tst_banditstate.moc"
