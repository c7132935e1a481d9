#include "arms.h"

#include <QTest>

using namespace autodidact;

namespace {

constexpr int seeds = 100;

/// A setting in which the world changes.
struct World {
    QByteArray name;
    int steps;
    double discount;   ///< remembers half of the time between two changes
    Arms arms;
};

/// The experiment of Garivier and Moulines (2011, section 4): a poor arm is the best one for a while.
World spell()
{
    return {"spell", 10'000, 0.999, [](int step) { return QList<double>{0.5, 0.3, step >= 3'000 && step < 5'000 ? 0.9 : 0.4}; }};
}

/// What was best for long falls behind, and nothing else rises.
World fall()
{
    return {"fall", 4'000, 0.999, [](int step) { return QList<double>{step < 2'000 ? 0.8 : 0.3, 0.5}; }};
}

/// The best arm wanders every 500 steps.
World wandering()
{
    return {"wandering", 4'000, 0.996, [](int step) {
                QList<double> means(4, 0.3);
                means[step / 500 % 4] = 0.7;
                return means;
            }};
}

struct Compared {
    double stationary;
    double discounted;
};

Compared compared(BanditKind kind, const World &world)
{
    const auto regret = [&](double discount) {
        return regretOf(*makeBandit(kind, discount), world.arms, world.steps, seeds).whole;
    };
    const Compared result{regret(1), regret(world.discount)};
    qInfo("%s, %s: regret %.0f stationary, %.0f with a discount of %g", qPrintable(toString(kind)), world.name.constData(),
          result.stationary, result.discounted, world.discount);
    return result;
}

} // namespace

/// Discounted bandits where the world changes, and what they cost where it does not.
class TestDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void discountedOnesBeatStationaryOnes_data();
    void discountedOnesBeatStationaryOnes();
    void discountedUcbPaysForQuickChanges();
    void discountingCostsWhereNothingChanges();
    void ofOneIsTheStationaryRule();
};

void TestDrift::discountedOnesBeatStationaryOnes_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<World>("world");
    for (const BanditKind kind : {BanditKind::Ucb1, BanditKind::Thompson, BanditKind::Softmax}) {
        for (const World &world : {spell(), fall(), wandering()}) {
            if (kind != BanditKind::Ucb1 || world.name != "wandering")   // see discountedUcbPaysForQuickChanges
                QTest::addRow("%s, %s", qPrintable(toString(kind)), world.name.constData()) << int(kind) << world;
        }
    }
}

void TestDrift::discountedOnesBeatStationaryOnes()
{
    QFETCH(int, kind);
    QFETCH(World, world);
    const auto [stationary, discounted] = compared(static_cast<BanditKind>(kind), world);
    QVERIFY(discounted < 0.8 * stationary);
}

/// With a short memory the padding of D-UCB is so wide that it explores most of the time, while plain UCB1 follows an arm
/// that has become better than it ever was. Where much changes quickly, the other two kinds are the ones to take.
void TestDrift::discountedUcbPaysForQuickChanges()
{
    const auto [stationary, discounted] = compared(BanditKind::Ucb1, wandering());
    const auto [slow, thompson] = compared(BanditKind::Thompson, wandering());
    QVERIFY(discounted > stationary);
    QVERIFY(thompson < discounted);
}

void TestDrift::discountingCostsWhereNothingChanges()
{
    const World calm{"calm", 4'000, 0.996, fixedArms({0.3, 0.5, 0.7})};
    const auto [stationary, discounted] = compared(BanditKind::Thompson, calm);
    QVERIFY(stationary < discounted);
    QVERIFY(discounted < 0.2 * 0.2 * calm.steps);   // a fifth of what picking blindly costs
}

void TestDrift::ofOneIsTheStationaryRule()
{
    const auto bandit = makeBandit(BanditKind::Ucb1, 1);
    Random random(5);
    BanditState state = BanditState::fresh(2);
    for (int step = 0; step < 500; ++step)
        bandit->learn(state, bandit->pick(state, random), step % 3 == 0 ? 1 : 0, random);
    for (const OptionState &option : state.options)
        QCOMPARE(option.pulls, double(option.picks));
}

QTEST_APPLESS_MAIN(TestDrift)
#include "tst_drift.moc"
