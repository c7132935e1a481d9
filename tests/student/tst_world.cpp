#include "core/student/world.h"

#include <QTest>

#include <cmath>

using namespace autodidact;

class TestWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheFormula();
    void constantsAreDrawnAsWritten();
    void nothingWorksInTheNullWorld();
    void temperatureFlattens();
    void namesRoundTrip();
};

void TestWorld::followsTheFormula()
{
    const World world(WorldKind::Helpful, 7, 0.0);
    const FaultFamily family = FaultFamily::Boundary;
    const double raw = world.baseRate(family) + 2.5 * world.affinity(42, family);
    const auto sigma = [](double x) { return 1.0 / (1.0 + std::exp(-x)); };
    Guidance guidance;
    QCOMPARE(world.faultChance(family, 42, guidance, 0.5), sigma(raw / 0.5));
    guidance.of(family).remedyGiven = true;
    guidance.of(family).memory = 0.5;
    guidance.of(family).causeNamed = true;
    guidance.lengthRatio = 1.5;
    guidance.irrelevant = 2;
    const double helped = raw - world.remedyEffect(family) - 1.5 * 0.5 - 1.2 + 0.4 * 0.5 + 0.15 * 2;
    QCOMPARE(world.faultChance(family, 42, guidance, 0.5), sigma(helped / 0.5));
    guidance = {};
    guidance.of(family).contraryGiven = true;
    guidance.lengthRatio = 0.5;
    QCOMPARE(world.faultChance(family, 42, guidance, 0.0), sigma((raw + world.contraryEffect(family)) / 0.05));
    QVERIFY(world.contraryEffect(family) > 0);
}

void TestWorld::constantsAreDrawnAsWritten()
{
    double bases = 0;
    double squares = 0;
    double affinities = 0;
    std::array<double, 3> effects{};
    int count = 0;
    for (quint64 seed = 1; seed <= 200; ++seed) {
        const World helpful(WorldKind::Helpful, seed, 0.0);
        for (const FaultFamily family : allFaultFamilies()) {
            bases += helpful.baseRate(family);
            squares += std::pow(helpful.baseRate(family) + 2.4, 2);
            affinities += std::pow(helpful.affinity(seed * 31, family), 2);
            effects[0] += helpful.remedyEffect(family);
            effects[1] += World(WorldKind::Mixed, seed, 0.0).remedyEffect(family);
            effects[2] += World(WorldKind::Adverse, seed, 0.0).remedyEffect(family);
            ++count;
        }
    }
    QVERIFY(std::abs(bases / count + 2.4) < 0.04);
    QVERIFY(std::abs(std::sqrt(squares / count) - 0.6) < 0.03);
    QVERIFY(std::abs(affinities / count - 1.0) < 0.08);
    QVERIFY(std::abs(effects[0] / count - 1.0) < 0.04);
    QVERIFY(std::abs(effects[1] / count - 0.3) < 0.04);
    QVERIFY(std::abs(effects[2] / count + 0.3) < 0.04);
}

void TestWorld::nothingWorksInTheNullWorld()
{
    const World world(WorldKind::Null, 3, 0.0);
    Guidance everything;
    everything.lengthRatio = 9;
    everything.irrelevant = 30;
    for (FamilyGuidance &given : everything.families)
        given = {.remedyGiven = true, .contraryGiven = true, .memory = 1, .causeNamed = true};
    for (const FaultFamily family : allFaultFamilies()) {
        for (quint64 group = 0; group < 50; ++group)
            QVERIFY(world.faultChance(family, group, everything, 0.2) == world.faultChance(family, group, {}, 0.2));
    }
    QVERIFY(world.diagnosisEffect() == 0.0);
}

void TestWorld::temperatureFlattens()
{
    const World world(WorldKind::Helpful, 5, 0.0);
    for (quint64 group = 0; group < 100; ++group) {
        const double cold = world.faultChance(FaultFamily::Operator, group, {}, 0.05);
        const double warm = world.faultChance(FaultFamily::Operator, group, {}, 1.0);
        QVERIFY(std::abs(cold - 0.5) >= std::abs(warm - 0.5));
        QCOMPARE(world.faultChance(FaultFamily::Operator, group, {}, 0.0), cold);
    }
    const World novice(WorldKind::Helpful, 5, *skillShift(u"novice"));
    QVERIFY(novice.faultChance(FaultFamily::Operator, 1, {}, 1.0) > world.faultChance(FaultFamily::Operator, 1, {}, 1.0));
}

void TestWorld::namesRoundTrip()
{
    for (const WorldKind kind : {WorldKind::Helpful, WorldKind::Mixed, WorldKind::Adverse, WorldKind::Null, WorldKind::Drifting})
        QVERIFY(worldFromString(toString(kind)) == kind);
    QVERIFY(!worldFromString(u"kind").has_value());
    QVERIFY(!skillShift(u"genius").has_value());
    QCOMPARE(calibrationFromString(u"humaneval")->fix, 0.52);
    QVERIFY(!calibrationFromString(u"other").has_value());
}

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
