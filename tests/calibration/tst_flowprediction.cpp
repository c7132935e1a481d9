#include "core/calibration/flowprediction.h"

#include <QTest>

#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestFlowPrediction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void binomialByHand();
    void intervalsAreCentral_data();
    void intervalsAreCentral();
    void differenceByHand();
    void chancesByHand();
    void chancesAtTheEnds();
    void publishedRuns_data();
    void publishedRuns();
    void mbppCoversThePublishedCounts();
};

void TestFlowPrediction::binomialByHand()
{
    const CountDistribution three = binomial(3, 0.25); // 27, 27, 9 and 1 of 64
    const std::array wanted{27.0, 27.0, 9.0, 1.0};
    for (size_t i = 0; i < wanted.size(); ++i)
        QVERIFY(std::abs(three.chances.at(i) - wanted.at(i) / 64) < 1e-12);
    QVERIFY(std::abs(three.mean() - 0.75) < 1e-12);
    QCOMPARE(binomial(4, 0.0).mean(), 0.0);
    QCOMPARE(binomial(4, 1.0).mean(), 4.0);
    QCOMPARE(binomial(0, 0.5).chances.size(), 1);
    double sum = 0;
    for (const double chance : binomial(397, 0.189).chances)
        sum += chance;
    QVERIFY(std::abs(sum - 1) < 1e-9);
}

void TestFlowPrediction::intervalsAreCentral_data()
{
    QTest::addColumn<int>("trials");
    QTest::addColumn<double>("chance");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("a coin twice") << 2 << 0.5 << 0 << 2;
    QTest::newRow("five of ten") << 10 << 0.5 << 2
                                 << 8; // 1 + 10 of 1024 are below 2: 1.1 %; with 2, 5.5 %
    QTest::newRow("three of ten") << 10 << 0.3 << 0 << 6; // 0.7^10 = 2.82 % is more than 2.5 %
    QTest::newRow("never") << 10 << 0.0 << 0 << 0;
    QTest::newRow("always") << 10 << 1.0 << 10 << 10;
}

void TestFlowPrediction::intervalsAreCentral()
{
    QFETCH(int, trials);
    QFETCH(double, chance);
    const CountDistribution counts = binomial(trials, chance);
    QTEST(counts.interval().from, "from");
    QTEST(counts.interval().to, "to");
    QVERIFY(counts.covers(counts.interval().from) && counts.covers(counts.interval().to));
    QVERIFY(!counts.covers(counts.interval().from - 1) && !counts.covers(counts.interval().to + 1));
}

void TestFlowPrediction::differenceByHand()
{
    const CountDistribution net =
        difference(binomial(1, 0.5), binomial(1, 0.25)); // -1: 1/8, 0: 3/8 + 1/8, 1: 3/8
    QCOMPARE(net.low, -1);
    QCOMPARE(net.chances, (std::vector<double>{0.125, 0.5, 0.375}));
    QCOMPARE(net.mean(), 0.25);
}

void TestFlowPrediction::chancesByHand()
{
    const Calibration half{.falseRed = 0.5, .falseGreen = 0.5, .fix = 0.5, .spoil = 0.5};
    QCOMPARE(flowChances(half, 2).fixed, 0.25);  // noticed, mended
    QCOMPARE(flowChances(half, 2).broken, 0.25); // rejected, spoilt
    // Three attempts. From wrong: noticed 1/2, then mended 1/2 and kept right 3/4, or not mended
    // 1/2 and mended later 1/4.
    QCOMPARE(flowChances(half, 3).fixed, 0.5 * (0.5 * 0.75 + 0.5 * 0.25));
    // From right: rejected 1/2, then spoilt 1/2 and not mended 3/4, or not spoilt 1/2 and spoilt
    // later 1/4.
    QCOMPARE(flowChances(half, 3).broken, 0.5 * (0.5 * 0.75 + 0.5 * 0.25));
    const Calibration mbpp{0.31, 0.37, 0.30, 0.29};
    QVERIFY(std::abs(flowChances(mbpp, 2).fixed - 0.63 * 0.30) < 1e-12);
    QVERIFY(std::abs(flowChances(mbpp, 2).broken - 0.31 * 0.29) < 1e-12);
    QVERIFY(std::abs(flowChances(mbpp, 3).fixed - 0.2553579)
        < 1e-12); // in whole fractions, by another program
    QVERIFY(std::abs(flowChances(mbpp, 3).broken - 0.09269589) < 1e-12);
}

void TestFlowPrediction::chancesAtTheEnds()
{
    QCOMPARE(flowChances({0.3, 0.3, 0.3, 0.3}, 1).fixed, 0.0);
    QCOMPARE(flowChances({0.3, 0.3, 0.3, 0.3}, 1).broken, 0.0);
    QCOMPARE(flowChances({0.0, 0.0, 1.0, 0.3}, 2).fixed, 1.0); // perfect tests, perfect repair
    QCOMPARE(flowChances({0.0, 0.0, 1.0, 0.3}, 9).broken, 0.0);
    QCOMPARE(flowChances({0.5, 1.0, 1.0, 1.0}, 9).fixed, 0.0); // blind tests
}

/// Intervals worked out in whole fractions by another program.
void TestFlowPrediction::publishedRuns_data()
{
    using Range = CountDistribution::Range;
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<Range>("fixed");
    QTest::addColumn<Range>("broken");
    QTest::addColumn<Range>("net");
    QTest::newRow("mbpp 2") << u"mbpp"_s << 2 << Range{8, 22} << Range{19, 39} << Range{-26, -2};
    QTest::newRow("mbpp 3") << u"mbpp"_s << 3 << Range{13, 28} << Range{20, 40} << Range{-22, 3};
    QTest::newRow("humaneval 2") << u"humaneval"_s << 2 << Range{9, 20} << Range{0, 5}
                                 << Range{6, 18};
    QTest::newRow("humaneval 3") << u"humaneval"_s << 3 << Range{14, 25} << Range{0, 4}
                                 << Range{12, 24};
    QTest::newRow("rust 2") << u"mbpp-rust"_s << 2 << Range{19, 36} << Range{8, 23} << Range{1, 24};
    QTest::newRow("rust 3") << u"mbpp-rust"_s << 3 << Range{26, 45} << Range{7, 21}
                            << Range{10, 33};
}

void TestFlowPrediction::publishedRuns()
{
    QFETCH(QString, name);
    QFETCH(int, attempts);
    const StudentParameters parameters = StudentParameters::bundled().value();
    const auto preset = std::ranges::find(parameters.calibrations, name, &CalibrationPreset::name);
    QVERIFY(preset != parameters.calibrations.end());
    const FlowPrediction prediction = predictFlow(*preset, attempts);
    QTEST(prediction.fixed.interval(), "fixed");
    QTEST(prediction.broken.interval(), "broken");
    QTEST(prediction.net.interval(), "net");
}

/// The check of SCIENCE section 5.
void TestFlowPrediction::mbppCoversThePublishedCounts()
{
    const CalibrationPreset mbpp = StudentParameters::bundled().value().calibrations.front();
    QCOMPARE(mbpp.name, u"mbpp"_s);
    const FlowPrediction prediction = predictFlow(mbpp, 2);
    QVERIFY(std::abs(prediction.fixed.mean() - 79 * 0.63 * 0.30) < 1e-9);
    QVERIFY(std::abs(prediction.broken.mean() - 318 * 0.31 * 0.29) < 1e-9);
    QVERIFY(prediction.fixed.covers(17));
    QVERIFY(prediction.broken.covers(29));
}

QTEST_GUILESS_MAIN(TestFlowPrediction)
#include "tst_flowprediction.moc"
