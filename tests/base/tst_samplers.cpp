#include "core/base/samplers.h"

#include <QTest>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>

#include <algorithm>
#include <cmath>

using namespace autodidact;

namespace {

constexpr int draws = 20'000;

/// Kolmogorov-Smirnov distance times sqrt(n): above 1.95 with probability 0.001 (Smirnov, 1948).
template<typename Draw, typename Cdf>
double distance(Draw draw, Cdf cdf)
{
    std::vector<double> sample(draws);
    std::ranges::generate(sample, draw);
    std::ranges::sort(sample);
    double worst = 0;
    for (int i = 0; i < draws; ++i) {
        const double p = cdf(sample[size_t(i)]);
        worst = std::max({worst, p - double(i) / draws, double(i + 1) / draws - p});
    }
    return worst * std::sqrt(double(draws));
}

} // namespace

/// Samplers against the distributions of Boost.Math.
class TestSamplers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gammaFollowsItsDistribution_data();
    void gammaFollowsItsDistribution();
    void betaFollowsItsDistribution_data();
    void betaFollowsItsDistribution();
    void momentsOfBeta();
    void tinyShapesStayNumbers();
    void equalSeedsGiveEqualDraws();
};

void TestSamplers::gammaFollowsItsDistribution_data()
{
    QTest::addColumn<double>("shape");
    for (const double shape : {0.3, 1.0, 1.5, 7.0, 400.0})
        QTest::addRow("%g", shape) << shape;
}

void TestSamplers::gammaFollowsItsDistribution()
{
    QFETCH(double, shape);
    Random random = Random::of({qint64(shape * 10)}, "gamma");
    const boost::math::gamma_distribution<> truth(shape, 1.0);
    const double found = distance([&] { return std::exp(logGamma(random, shape)); },
                                  [&](double x) { return boost::math::cdf(truth, x); });
    QVERIFY2(found < 1.95, qPrintable(QString::number(found)));
}

void TestSamplers::betaFollowsItsDistribution_data()
{
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    QTest::newRow("uniform") << 1.0 << 1.0;
    QTest::newRow("two humps") << 0.65 << 0.35;
    QTest::newRow("skewed") << 1.0 << 30.0;
    QTest::newRow("many outcomes") << 900.5 << 100.5;
    QTest::newRow("small shapes") << 0.05 << 0.4;
}

void TestSamplers::betaFollowsItsDistribution()
{
    QFETCH(double, a);
    QFETCH(double, b);
    Random random = Random::of({qint64(a * 100), qint64(b * 100)}, "beta");
    const boost::math::beta_distribution<> truth(a, b);
    const double found = distance([&] { return beta(random, a, b); },
                                  [&](double x) { return boost::math::cdf(truth, x); });
    QVERIFY2(found < 1.95, qPrintable(QString::number(found)));
}

void TestSamplers::momentsOfBeta()
{
    Random random(23);
    const boost::math::beta_distribution<> truth(2.0, 5.0);
    double sum = 0, square = 0;
    for (int i = 0; i < draws; ++i) {
        const double x = beta(random, 2, 5);
        sum += x;
        square += x * x;
    }
    const double mean = sum / draws;
    const double variance = square / draws - mean * mean;
    QVERIFY(std::abs(mean - boost::math::mean(truth)) < 5 * std::sqrt(boost::math::variance(truth) / draws));
    QVERIFY(std::abs(variance / boost::math::variance(truth) - 1) < 0.05);
}

void TestSamplers::tinyShapesStayNumbers()
{
    Random random(29);
    for (int i = 0; i < 1'000; ++i) {
        const double x = beta(random, 1e-3, 1e-3);
        QVERIFY2(x >= 0 && x <= 1, qPrintable(QString::number(x)));
    }
}

void TestSamplers::equalSeedsGiveEqualDraws()
{
    Random a(31);
    Random b(31);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(beta(a, 0.4, 3), beta(b, 0.4, 3));
}

QTEST_APPLESS_MAIN(TestSamplers)
#include "tst_samplers.moc"
