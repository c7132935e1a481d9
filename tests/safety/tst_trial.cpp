#include "core/safety/trial.h"

#include "core/base/json.h"

#include "pairworld.h"

#include <QTest>

using namespace autodidact;

namespace {

/// Pairs as characters: '+' better, '=' equal, '-' worse.
Trial played(const QByteArray &pairs)
{
    Trial trial;
    for (const char pair : pairs)
        trial.add(pair == '+' ? Pair::Better : pair == '-' ? Pair::Worse : Pair::Equal);
    return trial;
}

double promotedShare(double effect, int trials, double concentration = 1.0)
{
    const PairWorld world(effect, concentration);
    int promoted = 0;
    double pairs = 0;
    for (int i = 0; i < trials; ++i) {
        Random random = Random::of({i, qint64(effect * 1000)}, "trial");
        Trial trial;
        while (trial.decision() == Decision::Pending)
            trial.add(world.draw(random));
        promoted += trial.decision() == Decision::Accepted ? 1 : 0;
        pairs += trial.evidence().counts.pairs();
    }
    qInfo("c = %g, effect %+.1f points (shift %+.3f): promoted %.2f %%, %.0f pairs on average", concentration, 100 * effect,
          world.shift(), 100.0 * promoted / trials, pairs / trials);
    return double(promoted) / trials;
}

} // namespace

class TestTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesByTheRules_data();
    void decidesByTheRules();
    void waitsForTheEarliestPair();
    void aDecisionIsFinal();
    void promotesAsSimulated_data();
    void promotesAsSimulated();
    void neverPromotesAHarmOnEitherWorld();
    void orderBetweenLooksDoesNotMatter();
    void savedAndLoadedAnywhereDecidesTheSame();
    void impossibleStatesAreRefused_data();
    void impossibleStatesAreRefused();
    void numbersTellTheEvidence();
};

void TestTrial::decidesByTheRules_data()
{
    QTest::addColumn<QByteArray>("played");
    QTest::addColumn<int>("pairs");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *name, const QByteArray &played, int pairs, TrialReason reason) {
        QTest::newRow(name) << played << pairs << int(reason);
    };
    const auto equal = [](int count) { return QByteArray(count, '='); };
    row("all better", QByteArray(30, '+'), 20, TrialReason::EvidenceOfGain);
    row("all worse", QByteArray(30, '-'), 20, TrialReason::EvidenceOfLoss);
    row("better later", equal(12) + QByteArray(30, '+'), 20, TrialReason::EvidenceOfGain);
    row("all equal", equal(30), 20, TrialReason::NoGainEarly);
    row("as many worse as better", "+-" + equal(30), 20, TrialReason::NoGainEarly);
    row("one better at 20", "+" + equal(19), 20, TrialReason::Undecided);
    row("one better of 60", "+" + equal(70), 60, TrialReason::LittleGainMidway);
    row("two better of 60", "++" + equal(58), 60, TrialReason::Undecided);
    row("three better of 120", "+++" + equal(130), 120, TrialReason::LittleGainAtEnd);
    row("four better of 120", "++++" + equal(130), 120, TrialReason::GainAtEnd);
    row("lost again after 60", "++++" + equal(57) + QByteArray(20, '-'), 77, TrialReason::EvidenceOfLoss);
}

void TestTrial::decidesByTheRules()
{
    QFETCH(QByteArray, played);
    QFETCH(int, pairs);
    QFETCH(int, reason);
    const Trial trial = ::played(played);
    QCOMPARE(trial.evidence().counts.pairs(), pairs);
    QCOMPARE(int(trial.reason()), reason);
}

void TestTrial::waitsForTheEarliestPair()
{
    Trial trial;
    for (int pair = 1; pair < 20; ++pair)
        QVERIFY(trial.add(Pair::Better) == Decision::Pending);
    QVERIFY(trial.evidence().plus() > 20);
    QVERIFY(trial.add(Pair::Better) == Decision::Accepted);
}

void TestTrial::aDecisionIsFinal()
{
    Trial trial = played(QByteArray(20, '+'));
    const Trial before = trial;
    for (int pair = 0; pair < 50; ++pair)
        QVERIFY(trial.add(Pair::Worse) == Decision::Accepted);
    QVERIFY(trial == before);
}

void TestTrial::promotesAsSimulated_data()
{
    QTest::addColumn<double>("effect");
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("within");
    // The figures of SCIENCE section 4; the margins are three standard errors of 4,000 trials and their own rounding.
    QTest::newRow("-10 points") << -0.10 << 0.002 << 0.003;
    QTest::newRow("equal") << 0.0 << 0.13 << 0.021;
    QTest::newRow("+9 points") << 0.09 << 0.66 << 0.03;
    QTest::newRow("+16 points") << 0.16 << 0.90 << 0.02;
}

void TestTrial::promotesAsSimulated()
{
    QFETCH(double, effect);
    QFETCH(double, share);
    QFETCH(double, within);
    const double found = promotedShare(effect, 4'000);
    QVERIFY2(std::abs(found - share) <= within, qPrintable(QString::number(found)));
}

void TestTrial::neverPromotesAHarmOnEitherWorld()
{
    QVERIFY(promotedShare(-0.10, 2'000, 4.0) <= 0.015);
    QVERIFY(promotedShare(-0.20, 2'000, 4.0) <= 0.001);
}

/// Between two looks at the mean only the evidence can decide; where it does not, the order of pairs is nothing.
void TestTrial::orderBetweenLooksDoesNotMatter()
{
    const PairWorld world(0.05);
    int compared = 0;
    for (int i = 0; i < 300; ++i) {
        Random random = Random::of({i}, "order");
        std::vector<Pair> pairs(120);
        for (Pair &pair : pairs)
            pair = world.draw(random);
        std::vector<Pair> shuffled;
        for (const auto &[from, to] : {std::pair(0, 20), std::pair(20, 60), std::pair(60, 120)}) {
            for (const int index : random.permutation(to - from))
                shuffled.push_back(pairs[size_t(from + index)]);
        }
        Trial straight, other;
        for (size_t p = 0; p < pairs.size(); ++p) {
            straight.add(pairs[p]);
            other.add(shuffled[p]);
        }
        const auto byMean = [](const Trial &trial) { return trial.reason() >= TrialReason::NoGainEarly; };
        if (byMean(straight) && byMean(other)) {
            QVERIFY(straight == other);
            ++compared;
        }
    }
    qInfo("%d of 300 trials ended by a look at the mean in both orders", compared);
    QVERIFY(compared > 150);
}

void TestTrial::savedAndLoadedAnywhereDecidesTheSame()
{
    const PairWorld world(0.09);
    for (int i = 0; i < 200; ++i) {
        Random random = Random::of({i}, "split");
        Trial whole, parts;
        while (whole.decision() == Decision::Pending) {
            const Pair pair = world.draw(random);
            whole.add(pair);
            parts.add(pair);
            const Result<Trial> loaded = Trial::fromJson(parts.toJson(), QStringLiteral("here"));
            QVERIFY2(loaded, qPrintable(loaded ? QString() : loaded.error().detail));
            QVERIFY(*loaded == parts);
            parts = *loaded;
        }
        QVERIFY(whole == parts);
    }
}

void TestTrial::impossibleStatesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("no reason") << QByteArray(R"({"worse":0,"equal":3,"better":0})");
    QTest::newRow("decided too early") << QByteArray(R"({"worse":0,"equal":3,"better":0,"reason":3})");
    QTest::newRow("unknown reason") << QByteArray(R"({"worse":0,"equal":3,"better":0,"reason":99})");
    QTest::newRow("undecided past the end") << QByteArray(R"({"worse":0,"equal":300,"better":0,"reason":0})");
    QTest::newRow("decided past the end") << QByteArray(R"({"worse":0,"equal":300,"better":0,"reason":6})");
    QTest::newRow("gain without gain") << QByteArray(R"({"worse":9,"equal":110,"better":1,"reason":5})");
}

void TestTrial::impossibleStatesAreRefused()
{
    QFETCH(QByteArray, json);
    const Result<Trial> trial = Trial::fromJson(parseJsonObject(json, {}).value(), QStringLiteral("update 4"));
    QVERIFY(!trial);
    QVERIFY(trial.error().kind == ErrorKind::BadInput);
    QVERIFY(trial.error().detail.startsWith(QStringLiteral("update 4: ")));
}

void TestTrial::numbersTellTheEvidence()
{
    const QJsonObject numbers = played(QByteArray(20, '+')).numbers();
    QCOMPARE(numbers[QStringLiteral("pairs")].toInt(), 20);
    QCOMPARE(numbers[QStringLiteral("mean")].toDouble(), 1.0);
    QCOMPARE(numbers[QStringLiteral("reason")].toString(), QStringLiteral("evidence-of-gain"));
    QVERIFY(numbers[QStringLiteral("e_plus")].toDouble() > 20);
    QVERIFY(numbers[QStringLiteral("low")].toDouble() > 0);
}

QTEST_APPLESS_MAIN(TestTrial)
#include "tst_trial.moc"
