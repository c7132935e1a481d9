#include "core/search/bandit.h"

#include <QTest>

#include <cmath>

using namespace autodidact;

namespace {

BanditState stateOf(const QList<OptionState> &options, double baseline = 0.5)
{
    return {options, baseline};
}

/// A tried option: its pulls and rewards.
OptionState tried(int pulls, double reward)
{
    return {pulls, double(pulls), reward, 0};
}

} // namespace

/// Each rule against its formula, worked out by hand.
class TestBandit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ucbWeighsMeanAndDoubt_data();
    void ucbWeighsMeanAndDoubt();
    void thompsonPicksByThePosterior();
    void thompsonFlipsACoinForAFraction();
    void softmaxFollowsTheGradient();
    void softmaxPicksByItsProbabilities();
    void pickedByStandsForTheOwnState();
    void discountFadesEverythingKnown();
};

void TestBandit::ucbWeighsMeanAndDoubt_data()
{
    QTest::addColumn<double>("reward");
    QTest::addColumn<int>("picked");
    // 80 pulls: 30 / 50 + sqrt(2 ln 80 / 50) = 1.019 against x / 30 + sqrt(2 ln 80 / 30) = x / 30 + 0.541
    QTest::newRow("0.500 + 0.541 = 1.041") << 15.0 << 1;
    QTest::newRow("0.483 + 0.541 = 1.024") << 14.5 << 1;
    QTest::newRow("0.473 + 0.541 = 1.014") << 14.2 << 0;
    QTest::newRow("0.450 + 0.541 = 0.991") << 13.5 << 0;
}

void TestBandit::ucbWeighsMeanAndDoubt()
{
    QFETCH(double, reward);
    QFETCH(int, picked);
    Random random(1);
    QCOMPARE(makeBandit(BanditKind::Ucb1)->pick(stateOf({tried(50, 30), tried(30, reward)}), random), picked);
}

/// Two successes against two failures: P(Beta(3, 1) > Beta(1, 3)) = 1 - 3 B(4, 3) = 0.95.
void TestBandit::thompsonPicksByThePosterior()
{
    const auto bandit = makeBandit(BanditKind::Thompson);
    const BanditState state = stateOf({tried(2, 2), tried(2, 0)});
    Random random(2);
    int first = 0;
    for (int draw = 0; draw < 20'000; ++draw)
        first += bandit->pick(state, random) == 0 ? 1 : 0;
    QVERIFY2(std::abs(first / 20'000.0 - 0.95) < 0.008, qPrintable(QString::number(first)));   // five sigma
    QCOMPARE(bandit->weights(state), QList<double>({0.75, 0.25}));
}

void TestBandit::thompsonFlipsACoinForAFraction()
{
    const auto bandit = makeBandit(BanditKind::Thompson);
    BanditState state = BanditState::fresh(1);
    Random random(3);
    for (int pull = 0; pull < 10'000; ++pull) {
        const double before = state.options[0].reward;
        bandit->learn(state, 0, 0.3, random);
        const double added = state.options[0].reward - before;
        QVERIFY(added == 0 || added == 1);
    }
    QVERIFY(std::abs(state.options[0].reward / 10'000 - 0.3) < 0.023);   // five sigma
    QVERIFY(std::abs(state.baseline - 0.3) < 1e-9);
}

/// step (r - baseline) (1[i = a] - p_i) with probabilities 0.8 and 0.2.
void TestBandit::softmaxFollowsTheGradient()
{
    const auto bandit = makeBandit(BanditKind::Softmax, 1, 0.25);
    BanditState state = stateOf({tried(10, 4), tried(10, 6)}, 0.5);
    state.options[0].weight = std::log(4.0);
    Random random(4);
    bandit->learn(state, 1, 1.0, random);
    QVERIFY(std::abs(state.options[0].weight - (std::log(4.0) - 0.25 * 0.5 * 0.8)) < 1e-12);
    QVERIFY(std::abs(state.options[1].weight - 0.25 * 0.5 * 0.8) < 1e-12);
    QVERIFY(std::abs(state.baseline - (0.5 * 20 + 1) / 21) < 1e-12);
}

void TestBandit::softmaxPicksByItsProbabilities()
{
    const auto bandit = makeBandit(BanditKind::Softmax);
    BanditState state = BanditState::fresh(2);
    state.options[0].weight = std::log(4.0);
    Random random(5);
    int first = 0;
    for (int draw = 0; draw < 20'000; ++draw)
        first += bandit->pick(state, random) == 0 ? 1 : 0;
    QVERIFY2(std::abs(first / 20'000.0 - 0.8) < 0.015, qPrintable(QString::number(first)));   // five sigma
}

/// What was picked with probability 0.5 moves its preference by half of the step, whatever the state has become since.
void TestBandit::pickedByStandsForTheOwnState()
{
    const auto bandit = makeBandit(BanditKind::Softmax, 1, 0.25);
    const BanditState begun = BanditState::fresh(2);
    BanditState state = stateOf({tried(10, 4), tried(10, 6)}, 0.5);
    state.options[0].weight = std::log(4.0);
    Random random(6);
    bandit->learn(state, begun, 1, 1.0, random);
    QVERIFY(std::abs(state.options[1].weight - 0.25 * 0.5 * 0.5) < 1e-12);
}

void TestBandit::discountFadesEverythingKnown()
{
    Random random(7);
    for (const BanditKind kind : {BanditKind::Ucb1, BanditKind::Softmax}) {
        const auto bandit = makeBandit(kind, 0.9);
        BanditState state = stateOf({tried(10, 4), tried(10, 6)}, 0.5);
        bandit->learn(state, 0, 1, random);
        QCOMPARE(state.options[0].pulls, 10.0);
        QCOMPARE(state.options[0].reward, 4.6);
        QCOMPARE(state.options[1].pulls, 9.0);
        QCOMPARE(state.options[1].reward, 5.4);
        QCOMPARE(state.options[1].picks, 10);
    }
}

QTEST_APPLESS_MAIN(TestBandit)
#include "tst_bandit.moc"
