#include "core/student/world.h"
#include "fixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// The worlds of SCIENCE section 5, number by number; written here a second time on purpose.
class TestWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheFormula_data();
    void followsTheFormula();
    void constantsAreDrawnAsWritten_data();
    void constantsAreDrawnAsWritten();
    void basesAndAffinitiesAreDrawnAsWritten();
    void nothingWorksInTheNullWorld();
    void temperatureFlattens();
    void skillsScaleTheEffects_data();
    void skillsScaleTheEffects();
    void namesRoundTrip();
};

namespace {

/// What section 5 says of a world, and what it leaves to us (phi and psi).
struct Planted {
    WorldKind kind;
    double rule;
    double memory;
    double diagnosis;
};

constexpr std::array<Planted, 4> planted{
    {{WorldKind::Helpful, 1.0, 1.5, 1.2}, {WorldKind::Mixed, 0.3, 0.8, 0.6},
        {WorldKind::Adverse, -0.3, 0.4, 0.3}, {WorldKind::Drifting, 1.0, 1.5, 1.2}}};

double sigma(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

/// The bounds are exact and miss a right program once in a million: the mean of n normal values by
/// their quantile 4.9; the distribution by the inequality of Dvoretzky, Kiefer and Wolfowitz with
/// Massart's constant (Annals of Probability 18, 1990): P(sup |F_n - F| > e) <= 2 exp(-2 n e^2).
void verifyNormal(std::vector<double> values, double mean, double sd)
{
    const double n = double(values.size());
    double sum = 0;
    for (const double value : values)
        sum += value;
    QVERIFY2(std::abs(sum / n - mean) < 4.9 * sd / std::sqrt(n),
        qPrintable(u"mean %1, wanted %2"_s.arg(sum / n).arg(mean)));
    std::ranges::sort(values);
    double furthest = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        const double wanted = 0.5 * std::erfc(-(values[i] - mean) / sd / std::sqrt(2.0));
        furthest = std::max({furthest, double(i + 1) / n - wanted, wanted - double(i) / n});
    }
    QVERIFY2(furthest < std::sqrt(std::log(2e6) / (2 * n)), qPrintable(QString::number(furthest)));
}

World worldOf(WorldKind kind, quint64 seed, const Skill &skill = {})
{
    return World(kind, seed, fixtures::parameters(), skill);
}

} // namespace

void TestWorld::followsTheFormula_data()
{
    QTest::addColumn<int>("number");
    for (size_t i = 0; i < planted.size(); ++i)
        QTest::newRow(qPrintable(toString(planted[i].kind))) << int(i);
}

void TestWorld::followsTheFormula()
{
    QFETCH(int, number);
    const Planted &wanted = planted.at(size_t(number));
    const World world = worldOf(wanted.kind, 7);
    const FaultFamily family = FaultFamily::Boundary;
    const double raw = world.baseRate(family) + 2.5 * world.affinity(42, family);
    Guidance guidance;
    QCOMPARE(world.faultChance(family, 42, guidance, 0.5), sigma(raw / 0.5));
    guidance.of(family).remedyGiven = true;
    guidance.of(family).memory = 0.5;
    guidance.of(family).causeNamed = true;
    guidance.lengthRatio = 1.5;
    guidance.irrelevant = 2;
    const double helped = raw - world.remedyEffect(family) - wanted.memory * 0.5 - wanted.diagnosis
        + 0.4 * 0.5 + 0.15 * 2;
    QCOMPARE(world.faultChance(family, 42, guidance, 0.5), sigma(helped / 0.5));
    guidance = {};
    guidance.of(family).contraryGiven = true;
    guidance.lengthRatio = 0.5;
    QCOMPARE(world.faultChance(family, 42, guidance, 0.0),
        sigma((raw + world.contraryEffect(family)) / 0.05));
    QVERIFY(world.contraryEffect(family) > 0);
    QCOMPARE(world.drifts(), wanted.kind == WorldKind::Drifting);
}

void TestWorld::constantsAreDrawnAsWritten_data()
{
    followsTheFormula_data();
}

void TestWorld::constantsAreDrawnAsWritten()
{
    QFETCH(int, number);
    const Planted &wanted = planted.at(size_t(number));
    std::vector<double> effects;
    for (quint64 seed = 1; seed <= 500; ++seed) {
        const World world = worldOf(wanted.kind, seed);
        for (const FaultFamily family : allFaultFamilies())
            effects.push_back(world.remedyEffect(family));
    }
    verifyNormal(effects, wanted.rule, 0.6);
}

void TestWorld::basesAndAffinitiesAreDrawnAsWritten()
{
    std::vector<double> bases;
    std::vector<double> affinities;
    for (quint64 seed = 1; seed <= 500; ++seed) {
        const World world = worldOf(WorldKind::Helpful, seed);
        for (const FaultFamily family : allFaultFamilies()) {
            bases.push_back(world.baseRate(family));
            affinities.push_back(world.affinity(seed * 31, family));
        }
    }
    verifyNormal(bases, -2.4, 0.6);
    verifyNormal(affinities, 0, 1);
}

void TestWorld::nothingWorksInTheNullWorld()
{
    Guidance everything;
    everything.lengthRatio = 9;
    everything.irrelevant = 30;
    for (FamilyGuidance &given : everything.families)
        given = {.remedyGiven = true, .contraryGiven = true, .memory = 1, .causeNamed = true};
    for (quint64 seed = 1; seed <= 20; ++seed) {
        const World world = worldOf(WorldKind::Null, seed);
        QVERIFY(world.diagnosisEffect() == 0.0);
        QVERIFY(world.memoryEffect() == 0.0);
        for (const FaultFamily family : allFaultFamilies()) {
            QVERIFY(world.remedyEffect(family) == 0.0);
            QVERIFY(world.contraryEffect(family) == 0.0);
            for (quint64 group = 0; group < 50; ++group)
                QVERIFY(world.faultChance(family, group, everything, 0.2)
                    == world.faultChance(family, group, {}, 0.2));
        }
    }
}

void TestWorld::temperatureFlattens()
{
    const World world = worldOf(WorldKind::Helpful, 5);
    for (quint64 group = 0; group < 100; ++group) {
        const double cold = world.faultChance(FaultFamily::Operator, group, {}, 0.05);
        const double warm = world.faultChance(FaultFamily::Operator, group, {}, 1.0);
        QVERIFY(std::abs(cold - 0.5) >= std::abs(warm - 0.5));
        QCOMPARE(world.faultChance(FaultFamily::Operator, group, {}, 0.0), cold);
    }
}

void TestWorld::skillsScaleTheEffects_data()
{
    QTest::addColumn<QString>("name");
    for (const SkillPreset &preset : fixtures::parameters().skills)
        QTest::newRow(qPrintable(preset.name)) << preset.name;
}

void TestWorld::skillsScaleTheEffects()
{
    QFETCH(QString, name);
    const Skill skill = fixtures::parameters().skill(name).value();
    const World average = worldOf(WorldKind::Helpful, 5);
    const World world = worldOf(WorldKind::Helpful, 5, skill);
    const FaultFamily family = FaultFamily::Operator;
    Guidance guidance;
    guidance.of(family) = {
        .remedyGiven = true, .contraryGiven = false, .memory = 0.5, .causeNamed = true};
    guidance.lengthRatio = 2;
    guidance.irrelevant = 1;
    const double raw = average.baseRate(family) + skill.shift + 2.5 * average.affinity(3, family);
    const double helped = raw - skill.rule * average.remedyEffect(family) - skill.memory * 0.75
        - skill.diagnosis * 1.2 + skill.length * 0.4 + skill.irrelevant * 0.15;
    QCOMPARE(world.faultChance(family, 3, guidance, 0.3), sigma(helped / (skill.heat * 0.3)));
    if (name != u"deaf")
        return;
    guidance.lengthRatio = 1;
    QVERIFY(world.faultChance(family, 3, guidance, 0.3) == world.faultChance(family, 3, {}, 0.3));
}

void TestWorld::namesRoundTrip()
{
    for (const WorldKind kind : {WorldKind::Helpful, WorldKind::Mixed, WorldKind::Adverse,
             WorldKind::Null, WorldKind::Drifting})
        QVERIFY(worldFromString(toString(kind)) == kind);
    QVERIFY(!worldFromString(u"kind").has_value());
}

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
