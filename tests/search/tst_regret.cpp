#include "arms.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace autodidact;

namespace {

constexpr int steps = 3'000;
constexpr int seeds = 200;

QList<double> gapsOf(const QList<double> &means)
{
    QList<double> gaps;
    for (const double mean : means)
        gaps.append(std::ranges::max(means) - mean);
    return gaps;
}

/// Theorem 1 of Auer, Cesa-Bianchi and Fischer (2002): 8 sum(ln n / gap) + (1 + pi^2 / 3) sum(gap).
double auerBound(const QList<double> &means, int n)
{
    double bound = 0;
    for (const double gap : gapsOf(means)) {
        if (gap > 0)
            bound += 8 * std::log(n) / gap + (1 + std::numbers::pi * std::numbers::pi / 3) * gap;
    }
    return bound;
}

/// The best constant there is: sum(gap / KL(mean, best)), below which no consistent rule stays (Lai and Robbins, Advances
/// in Applied Mathematics 6, 1985) and which Thompson sampling reaches (Kaufmann, Korda and Munos, ALT 2012).
double laiRobbins(const QList<double> &means)
{
    const double best = std::ranges::max(means);
    double constant = 0;
    for (const double mean : means) {
        const double kl = mean * std::log(mean / best) + (1 - mean) * std::log((1 - mean) / (1 - best));
        constant += mean < best ? (best - mean) / kl : 0.0;
    }
    return constant;
}

/// What picking without learning costs.
double blindRegret(const QList<double> &means, int n)
{
    double sum = 0;
    for (const double gap : gapsOf(means))
        sum += gap;
    return n * sum / double(means.size());
}

void addArms()
{
    QTest::addColumn<QList<double>>("means");
    for (const int arms : {2, 5, 10}) {
        for (const double gap : {0.1, 0.2, 0.4})
            QTest::addRow("%d arms, gap %g", arms, gap) << gapped(arms, gap);
    }
    QTest::newRow("rare rewards") << QList<double>{0.05, 0.15, 0.10};
    QTest::newRow("frequent rewards") << QList<double>{0.95, 0.85, 0.75, 0.65};
}

} // namespace

/// Regret over 200 seeds against what is proved about each rule.
class TestRegret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ucbStaysBelowItsBound_data() { addArms(); }
    void ucbStaysBelowItsBound();
    void thompsonIsNearTheBestConstant_data() { addArms(); }
    void thompsonIsNearTheBestConstant();
    void softmaxBeatsEpsilonGreedy_data() { addArms(); }
    void softmaxBeatsEpsilonGreedy();
};

void TestRegret::ucbStaysBelowItsBound()
{
    QFETCH(QList<double>, means);
    const Regret regret = regretOf(*makeBandit(BanditKind::Ucb1), fixedArms(means), steps, seeds);
    const double bound = auerBound(means, steps);
    const double blind = blindRegret(means, steps);
    qInfo("UCB1: regret %.1f (half way %.1f); Auer's bound %.1f; blind %.1f", regret.whole, regret.half, bound, blind);
    QVERIFY(regret.whole <= bound);
    QVERIFY(regret.whole < 0.85 * blind);                  // where gaps are small the bound forgives blind picking
    QVERIFY(regret.whole - regret.half < regret.half);     // slower than the steps
}

void TestRegret::thompsonIsNearTheBestConstant()
{
    QFETCH(QList<double>, means);
    const Regret regret = regretOf(*makeBandit(BanditKind::Thompson), fixedArms(means), steps, seeds);
    const double best = laiRobbins(means) * std::log(steps);
    qInfo("Thompson: regret %.1f (half way %.1f); Lai-Robbins constant %.2f * ln T = %.1f; ratio %.2f", regret.whole, regret.half,
          laiRobbins(means), best, regret.whole / best);
    QVERIFY(regret.whole <= 1.5 * best);
    QVERIFY(regret.whole - regret.half <= 1.5 * laiRobbins(means) * std::numbers::ln2);   // the slope over ln T itself
    QVERIFY(regret.whole < 0.5 * blindRegret(means, steps));   // where gaps are small the constant alone forgives everything
}

void TestRegret::softmaxBeatsEpsilonGreedy()
{
    QFETCH(QList<double>, means);
    const Regret regret = regretOf(*makeBandit(BanditKind::Softmax), fixedArms(means), steps, seeds);
    const Regret greedy = regretOf(EpsilonGreedy(0.1), fixedArms(means), steps, seeds);
    qInfo("softmax: regret %.1f (half way %.1f); epsilon-greedy %.1f (half way %.1f)", regret.whole, regret.half, greedy.whole,
          greedy.half);
    QVERIFY(regret.whole - regret.half < 0.75 * regret.half);
    QVERIFY(regret.whole < greedy.whole);
}

QTEST_APPLESS_MAIN(TestRegret)
#include "tst_regret.moc"
