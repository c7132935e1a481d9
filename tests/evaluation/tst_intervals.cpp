#include "core/evaluation/intervals.h"

#include "core/base/random.h"

#include <QTest>

#include <cmath>

using namespace autodidact;

class TestIntervals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wilsonWorkedExamples_data();
    void wilsonWorkedExamples();
    void wilsonWithoutTrials();
    void clopperPearsonWorkedExample();
    void quantileInterpolates();
    void bootstrapIsSeeded();
    void bootstrapCoversTheMean();
    void bootstrapLeavesNanOut();
    void oneGroupHasNoInterval();
    void twoWayIsWiderThanSeedsAlone();
    void twoWaySkipsMissingCells();
};

void TestIntervals::wilsonWorkedExamples_data()
{
    QTest::addColumn<int>("successes");
    QTest::addColumn<int>("trials");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    QTest::newRow("81 of 263") << 81 << 263 << 0.2553 << 0.3662;
    QTest::newRow("15 of 148") << 15 << 148 << 0.0624 << 0.1605;
    QTest::newRow("0 of 20") << 0 << 20 << 0.0000 << 0.1611;
    QTest::newRow("1 of 29") << 1 << 29 << 0.0061 << 0.1718;
    QTest::newRow("all of 20") << 20 << 20 << 0.8389 << 1.0000;
}

void TestIntervals::wilsonWorkedExamples()
{
    QFETCH(int, successes);
    QFETCH(int, trials);
    QFETCH(double, low);
    QFETCH(double, high);
    const Estimate estimate = wilson(successes, trials);
    QVERIFY2(std::abs(estimate.low - low) < 5e-5, qPrintable(QString::number(estimate.low, 'f', 6)));
    QVERIFY2(std::abs(estimate.high - high) < 5e-5, qPrintable(QString::number(estimate.high, 'f', 6)));
    QCOMPARE(estimate.value, double(successes) / trials);
}

void TestIntervals::wilsonWithoutTrials()
{
    QCOMPARE(wilson(0, 0), (Estimate{0, 0, 1}));
}

void TestIntervals::clopperPearsonWorkedExample()
{
    // Newcombe (1998), table I, method 5.
    const Estimate estimate = clopperPearson(81, 263);
    QVERIFY(std::abs(estimate.low - 0.2527) < 5e-5);
    QVERIFY(std::abs(estimate.high - 0.3676) < 5e-5);
    const Estimate none = clopperPearson(0, 20);
    QCOMPARE(none.low, 0.0);
    QVERIFY(std::abs(none.high - 0.1684) < 5e-5);
}

void TestIntervals::quantileInterpolates()
{
    // Type 7 on 1..4: position 0.25 * 3 = 0.75.
    QCOMPARE(quantile({1, 2, 3, 4}, 0.25), 1.75);
    QCOMPARE(quantile({1, 2, 3, 4}, 1.0), 4.0);
    QVERIFY(std::isnan(quantile({}, 0.5)));
}

static double meanOf(const QList<double> &values, const QList<int> &chosen)
{
    double sum = 0;
    for (int index : chosen)
        sum += values[index];
    return sum / double(chosen.size());
}

void TestIntervals::bootstrapIsSeeded()
{
    const QList<double> values{1, 5, 2, 8, 3, 9, 4, 4};
    const auto statistic = [&](const QList<int> &chosen) { return meanOf(values, chosen); };
    QCOMPARE(bootstrap(8, statistic, 7), bootstrap(8, statistic, 7));
    QVERIFY(bootstrap(8, statistic, 7) != bootstrap(8, statistic, 8));
    QCOMPARE(bootstrap(8, statistic, 7).value, 4.5);
}

void TestIntervals::bootstrapCoversTheMean()
{
    // 12 groups is what a small suite leaves for checkpoints; the plain percentile interval covers 90 % there.
    Random random(11);
    int covered = 0;
    constexpr int studies = 1000;
    for (int study = 0; study < studies; ++study) {
        QList<double> values;
        for (int i = 0; i < 12; ++i)
            values.append(random.normal());
        const Estimate e = bootstrap(12, [&](const QList<int> &chosen) { return meanOf(values, chosen); }, quint64(study), 1000);
        covered += e.low <= 0 && 0 <= e.high ? 1 : 0;
    }
    qInfo("covered %d of %d", covered, studies);
    QVERIFY2(covered >= 0.93 * studies && covered <= 0.97 * studies, qPrintable(QString::number(covered)));
}

void TestIntervals::bootstrapLeavesNanOut()
{
    const QList<double> values{1, std::nan(""), 3};
    const Estimate e = bootstrap(3, [&](const QList<int> &chosen) {
        double sum = 0;
        int n = 0;
        for (int i : chosen) {
            if (!std::isnan(values[i])) {
                sum += values[i];
                ++n;
            }
        }
        return n > 0 ? sum / n : std::nan("");
    }, 3);
    QCOMPARE(e.value, 2.0);
    QCOMPARE(e.low, 1.0);
    QCOMPARE(e.high, 3.0);
}

void TestIntervals::oneGroupHasNoInterval()
{
    QCOMPARE(bootstrap(1, [](const QList<int> &) { return 0.5; }, 1), (Estimate{0.5, 0.5, 0.5}));
}

void TestIntervals::twoWayIsWiderThanSeedsAlone()
{
    Random random(5);
    QList<QList<double>> cells(10, QList<double>(20));
    QList<double> seedMeans(10);
    QList<double> groupEffect(20);
    for (double &effect : groupEffect)
        effect = random.normal();
    for (int s = 0; s < 10; ++s) {
        for (int g = 0; g < 20; ++g) {
            cells[s][g] = groupEffect[g] + 0.1 * random.normal();
            seedMeans[s] += cells[s][g] / 20;
        }
    }
    const Estimate both = bootstrapTwoWay(cells, 1);
    const Estimate seeds = bootstrap(10, [&](const QList<int> &chosen) { return meanOf(seedMeans, chosen); }, 1);
    QVERIFY(std::abs(both.value - seeds.value) < 1e-12);
    // All variance is between groups: an interval over seeds alone would be a tenth as wide.
    QVERIFY(both.high - both.low > 4 * (seeds.high - seeds.low));
}

void TestIntervals::twoWaySkipsMissingCells()
{
    const double missing = std::nan("");
    const Estimate e = bootstrapTwoWay({{1, missing}, {missing, 3}}, 1);
    QCOMPARE(e.value, 2.0);
    QVERIFY(e.low >= 1.0 && e.high <= 3.0);
}

QTEST_APPLESS_MAIN(TestIntervals)
#include "tst_intervals.moc"
