#include "core/evaluation/estimators.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestEstimators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passAtKAgainstCounting();
    void passAtKEdges();
    void kappaWorkedExample();
    void kappaEdges();
    void slopeWorkedExample();
    void slopeNeedsTwoPlaces();
    void heightOfAPolyline();
    void drawdown();
};

/// Share of the subsets of size k among n samples, the first c right, that hold a right one.
static double countedPassAtK(int n, int c, int k)
{
    int subsets = 0;
    int passing = 0;
    for (int mask = 0; mask < (1 << n); ++mask) {
        if (__builtin_popcount(unsigned(mask)) != k)
            continue;
        ++subsets;
        passing += (mask & ((1 << c) - 1)) != 0 ? 1 : 0;
    }
    return double(passing) / subsets;
}

void TestEstimators::passAtKAgainstCounting()
{
    for (int n = 1; n <= 8; ++n) {
        for (int c = 0; c <= n; ++c) {
            for (int k = 1; k <= n; ++k)
                QVERIFY(std::abs(*passAtK(n, c, k) - countedPassAtK(n, c, k)) < 1e-12);
        }
    }
    // 1 - C(199, 10) / C(200, 10) = 10 / 200.
    QVERIFY(std::abs(*passAtK(200, 1, 10) - 0.05) < 1e-12);
}

void TestEstimators::passAtKEdges()
{
    QVERIFY(!passAtK(5, 2, 6));
    QVERIFY(!passAtK(5, 2, 0));
    QVERIFY(!passAtK(5, 6, 1));
    QCOMPARE(passAtK(5, 0, 5), 0.0);
    QCOMPARE(passAtK(5, 1, 5), 1.0);
}

static QList<std::pair<QString, QString>> table(int bothYes, int yesNo, int noYes, int bothNo)
{
    QList<std::pair<QString, QString>> pairs;
    pairs.append(QList<std::pair<QString, QString>>(bothYes, {u"yes"_s, u"yes"_s}));
    pairs.append(QList<std::pair<QString, QString>>(yesNo, {u"yes"_s, u"no"_s}));
    pairs.append(QList<std::pair<QString, QString>>(noYes, {u"no"_s, u"yes"_s}));
    pairs.append(QList<std::pair<QString, QString>>(bothNo, {u"no"_s, u"no"_s}));
    return pairs;
}

void TestEstimators::kappaWorkedExample()
{
    // The grant proposals known from textbooks: 20, 5, 10, 15 gives (0.70 - 0.50) / 0.50 = 0.40.
    QVERIFY(std::abs(*cohenKappa(table(20, 5, 10, 15)) - 0.4) < 1e-12);
    // Same agreement, other margins: 45, 15, 25, 15 gives 0.1304; 25, 35, 5, 35 gives 0.2593.
    QVERIFY(std::abs(*cohenKappa(table(45, 15, 25, 15)) - 0.1304) < 5e-5);
    QVERIFY(std::abs(*cohenKappa(table(25, 35, 5, 35)) - 0.2593) < 5e-5);
}

void TestEstimators::kappaEdges()
{
    QVERIFY(!cohenKappa({}));
    QVERIFY(!cohenKappa(table(7, 0, 0, 0)));
    QCOMPARE(cohenKappa(table(4, 0, 0, 3)), 1.0);
    QCOMPARE(cohenKappa(table(0, 4, 4, 0)), -1.0);
}

void TestEstimators::slopeWorkedExample()
{
    // Anscombe, The American Statistician 27 (1973), first set: slope 0.5001.
    const QList<double> x{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    const QList<double> y{8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    QVERIFY(std::abs(*leastSquaresSlope(x, y) - 0.5001) < 5e-5);
}

void TestEstimators::slopeNeedsTwoPlaces()
{
    QVERIFY(!leastSquaresSlope({3}, {1}));
    QVERIFY(!leastSquaresSlope({3, 3}, {1, 2}));
    QVERIFY(!leastSquaresSlope({}, {}));
}

void TestEstimators::heightOfAPolyline()
{
    QVERIFY(std::abs(*meanHeight({0, 1, 3}, {0, 1, 1}) - 2.5 / 3.0) < 1e-12);
    QVERIFY(!meanHeight({2}, {1}));
}

void TestEstimators::drawdown()
{
    QVERIFY(std::abs(largestDrawdown({0.5, 0.7, 0.4, 0.9, 0.65}) - 0.3) < 1e-12);
    QCOMPARE(largestDrawdown({0.1, 0.2, 0.2}), 0.0);
    QCOMPARE(largestDrawdown({}), 0.0);
}

QTEST_APPLESS_MAIN(TestEstimators)
#include "tst_estimators.moc"
