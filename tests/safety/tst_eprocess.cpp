#include "core/safety/eprocess.h"

#include "core/base/random.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace autodidact;

namespace {

/// The definition itself, pair by pair.
double productMean(const std::vector<int> &differences, int sign)
{
    double mean = 0;
    for (int i = 1; i <= 9; ++i) {
        double product = 1;
        for (const int d : differences)
            product *= 1.0 + sign * i / 10.0 * d;
        mean += product / 9;
    }
    return mean;
}

EProcess after(const std::vector<int> &differences)
{
    EProcess process;
    for (const int d : differences)
        process.counts.add(static_cast<Pair>(d));
    return process;
}

bool isClose(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

} // namespace

class TestEProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAtOne();
    void isTheMeanOfTheProducts();
    void expectsOneBetweenEquals();
    void staysANumberOverThousandsOfPairs();
    void intervalExcludesZeroWithTheBets();
    void intervalCoversWhileOneLooksAfterEveryPair();
    void countsAreReadBack();
    void badCountsAreRefused_data();
    void badCountsAreRefused();
};

void TestEProcess::startsAtOne()
{
    QVERIFY(isClose(EProcess().minus(), 1));
    QVERIFY(isClose(EProcess().plus(), 1));
    QCOMPARE(EProcess().interval().value, 0.0);
    QVERIFY(EProcess().interval().low < -0.999 && EProcess().interval().high > 0.999);
}

void TestEProcess::isTheMeanOfTheProducts()
{
    Random random(3);
    for (int sample = 0; sample < 50; ++sample) {
        std::vector<int> differences(size_t(random.below(60)));
        for (int &d : differences)
            d = int(random.below(3)) - 1;
        const EProcess process = after(differences);
        QVERIFY(isClose(process.minus(), productMean(differences, -1)));
        QVERIFY(isClose(process.plus(), productMean(differences, 1)));
    }
}

/// A fair bet: over all sequences of four pairs with D = -1 and 1 equally likely, the mean of E is 1.
void TestEProcess::expectsOneBetweenEquals()
{
    double sum = 0;
    for (int sequence = 0; sequence < 81; ++sequence) {
        double weight = 1;
        EProcess process;
        for (int i = 0, rest = sequence; i < 4; ++i, rest /= 3) {
            process.counts.add(static_cast<Pair>(rest % 3 - 1));
            weight *= rest % 3 == 1 ? 0.7 : 0.15;
        }
        sum += weight * process.minus();
    }
    QVERIFY(isClose(sum, 1));
}

void TestEProcess::staysANumberOverThousandsOfPairs()
{
    for (const PairCounts &counts : {PairCounts{100'000, 0, 0}, PairCounts{0, 0, 100'000}, PairCounts{50'000, 9, 50'000}}) {
        const EProcess process{counts};
        QVERIFY(std::isfinite(process.logMinus()) && std::isfinite(process.logPlus()));
        QVERIFY(std::isfinite(process.minus()) && std::isfinite(process.plus()));
        const Estimate interval = process.interval();
        QVERIFY(interval.low <= interval.value && interval.value <= interval.high);
    }
    QVERIFY((EProcess{{100'000, 0, 0}}.logMinus() > 60'000));
}

void TestEProcess::intervalExcludesZeroWithTheBets()
{
    for (int better = 0; better < 40; ++better) {
        const EProcess process{{5, 30, better}};
        const Estimate interval = process.interval(0.9);   // each end at 0.05, so at a threshold of 20
        QCOMPARE(interval.low > 0, process.plus() >= 20);
        QCOMPARE(interval.high < 0, process.minus() >= 20);
    }
}

void TestEProcess::intervalCoversWhileOneLooksAfterEveryPair()
{
    int missed = 0;
    for (int run = 0; run < 1'000; ++run) {
        Random random = Random::of({run}, "coverage");
        EProcess process;
        bool covered = true;
        for (int pair = 0; pair < 120; ++pair) {
            process.counts.add(pairOf(random.chance(0.75), random.chance(0.60)));
            const Estimate interval = process.interval();
            covered &= interval.low <= 0.15 && 0.15 <= interval.high;
        }
        missed += covered ? 0 : 1;
    }
    qInfo("interval missed the truth at some pair in %.1f %% of runs (at most 5 %%)", missed / 10.0);
    QVERIFY(missed <= 50);
}

void TestEProcess::countsAreReadBack()
{
    const PairCounts counts{3, 50, 8};
    const Result<PairCounts> read = PairCounts::fromJson(counts.toJson(), QStringLiteral("here"));
    QVERIFY(read && *read == counts);
}

void TestEProcess::badCountsAreRefused_data()
{
    QTest::addColumn<QJsonObject>("json");
    const QJsonObject good = PairCounts{1, 2, 3}.toJson();
    const QJsonArray all{-1, 1.5, 2e9, QStringLiteral("3"), QJsonValue()};
    for (const QJsonValue &bad : all) {
        QJsonObject json = good;
        json[QStringLiteral("equal")] = bad;
        QTest::addRow("%d, %g", int(bad.type()), bad.toDouble()) << json;
    }
}

void TestEProcess::badCountsAreRefused()
{
    QFETCH(QJsonObject, json);
    const Result<PairCounts> read = PairCounts::fromJson(json, QStringLiteral("trial 7"));
    QVERIFY(!read);
    QVERIFY(read.error().kind == ErrorKind::BadInput);
    QVERIFY2(read.error().detail.startsWith(QStringLiteral("trial 7: \"equal\"")), qPrintable(read.error().detail));
}

QTEST_APPLESS_MAIN(TestEProcess)
#include "tst_eprocess.moc"
