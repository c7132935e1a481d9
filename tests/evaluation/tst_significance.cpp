#include "core/evaluation/significance.h"

#include <QTest>

#include <cmath>

using namespace autodidact;

class TestSignificance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signFlipOnDarwinsMaize();
    void signFlipByHand();
    void signFlipOfZerosIsOne();
    void signFlipSamplesAboveTwenty();
    void fewSeedsAreADemonstration();
    void mcnemarWorkedExamples();
    void binomialWorkedExamples();
    void holmWorkedExample();
};

void TestSignificance::signFlipOnDarwinsMaize()
{
    // Fisher, The Design of Experiments (1935), section 21: Darwin's 15 pairs, in eighths of an inch. 863 of the
    // 32,768 sums are at least as large as the seen one, on one side; two-sided 1,726 / 32,768 = 5.267 %.
    const QList<double> maize{49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
    const SignFlip test = signFlip(maize);
    QVERIFY(test.exact);
    QCOMPARE(test.p, 1726.0 / 32768.0);
    QVERIFY(std::abs(test.mean - 314.0 / 15.0) < 1e-12);
}

void TestSignificance::signFlipByHand()
{
    // Six equal differences: only all plus and all minus are as extreme.
    QCOMPARE(signFlip({0.1, 0.1, 0.1, 0.1, 0.1, 0.1}).p, 2.0 / 64.0);
    // {3, 1, 1}: |sum| 5 only for two of eight assignments.
    QCOMPARE(signFlip({3, 1, 1}).p, 0.25);
    // {3, 1, -1}: |sum| 3 or more in six of eight.
    QCOMPARE(signFlip({3, 1, -1}).p, 0.75);
}

void TestSignificance::signFlipOfZerosIsOne()
{
    QCOMPARE(signFlip({0, 0, 0, 0, 0, 0}).p, 1.0);
    QCOMPARE(signFlip({}).p, 1.0);
}

void TestSignificance::signFlipSamplesAboveTwenty()
{
    QList<double> balanced;
    QList<double> shifted;
    for (int i = 0; i < 24; ++i) {
        balanced.append(i % 2 == 0 ? 1.0 : -1.0);
        shifted.append(i < 18 ? 1.0 : -1.0);
    }
    QVERIFY(!signFlip(balanced).exact);
    QCOMPARE(signFlip(balanced).p, 1.0);
    // Sums of 24 signs: P(|S| >= 12) = 2 P(B(24, 1/2) >= 18) = 0.022656.
    const double p = signFlip(shifted, 9).p;
    QVERIFY2(std::abs(p - 0.022656) < 0.002, qPrintable(QString::number(p)));
    QCOMPARE(signFlip(shifted, 9).p, p);
}

void TestSignificance::fewSeedsAreADemonstration()
{
    QVERIFY(!signFlip({1, 1, 1, 1, 1}).enough);
    QVERIFY(signFlip({1, 1, 1, 1, 1, 1}).enough);
}

void TestSignificance::mcnemarWorkedExamples()
{
    // 132 and 107: the normal approximation with continuity correction, 24 / sqrt(239), gives 0.1206.
    QVERIFY(std::abs(mcnemar(132, 107) - 0.1205) < 0.001);
    // By hand: 1 of 10 discordant, 2 (1 + 10) / 1024.
    QVERIFY(std::abs(mcnemar(9, 1) - 22.0 / 1024.0) < 1e-12);
    QCOMPARE(mcnemar(1, 9), mcnemar(9, 1));
    QCOMPARE(mcnemar(0, 0), 1.0);
    QCOMPARE(mcnemar(5, 5), 1.0);
}

void TestSignificance::binomialWorkedExamples()
{
    // Conover (1971), the example of R's binom.test: 682 of 925 against 3/4 gives 0.3825.
    QVERIFY(std::abs(binomialTest(682, 925, 0.75) - 0.3825) < 5e-5);
    // The lady tasting eight cups by coin flips: all right, both tails.
    QVERIFY(std::abs(binomialTest(8, 8, 0.5) - 2.0 / 256.0) < 1e-12);
    QCOMPARE(binomialTest(0, 0, 0.5), 1.0);
}

void TestSignificance::holmWorkedExample()
{
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02.
    const QList<double> adjusted = holm({0.01, 0.04, 0.03, 0.005});
    const QList<double> expected{0.03, 0.06, 0.06, 0.02};
    for (int i = 0; i < 4; ++i)
        QVERIFY(std::abs(adjusted[i] - expected[i]) < 1e-12);
    QCOMPARE(holm({0.9, 0.8}), (QList<double>{1.0, 1.0}));
    QVERIFY(holm({}).isEmpty());
}

QTEST_APPLESS_MAIN(TestSignificance)
#include "tst_significance.moc"
