#include "core/calibration/flowprediction.h"
#include "core/calibration/flowsimulation.h"
#include "suites.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestFlowSimulation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithThePrediction_data();
    void agreesWithThePrediction();
    void namedCausesAddToTheRepairs();
    void oneAttemptChangesNothing();
    void jobsChangeNothing();
    void tooFewWrongProgramsAreSaid();

private:
    QList<Task> m_tasks;
    std::vector<CalibrationPreset> m_presets;
};

void TestFlowSimulation::initTestCase()
{
    m_tasks = fixtures::bundledTasks(u"starter-python"_s);
    m_presets = StudentParameters::bundled().value().calibrations;
    QVERIFY(m_tasks.size() >= 12 && m_presets.size() == 3);
}

void TestFlowSimulation::agreesWithThePrediction_data()
{
    QTest::addColumn<int>("preset");
    QTest::addColumn<int>("attempts");
    for (int preset = 0; preset < 3; ++preset) {
        for (const int attempts : {2, 3})
            QTest::addRow("%d, %d attempts", preset, attempts) << preset << attempts;
    }
}

/// In the null world the sum over runs has the predicted binomial distribution: it lies within all
/// but one in ten thousand of its mass. A right program without a place for a mistake cannot be
/// spoilt, which takes a little off.
void TestFlowSimulation::agreesWithThePrediction()
{
    QFETCH(int, preset);
    QFETCH(int, attempts);
    constexpr int runs = 5;
    const CalibrationPreset &calibration = m_presets.at(size_t(preset));
    const FlowSettings settings{
        .world = WorldKind::Null, .repeats = runs, .attempts = attempts, .jobs = 2};
    const SimulatedFlow flow = simulateFlow(m_tasks, calibration, settings).value();
    QCOMPARE(flow.runs.size(), runs);
    int fixed = 0;
    int broken = 0;
    for (const FlowCount &run : flow.runs) {
        fixed += run.fixed;
        broken += run.broken;
    }
    const PublishedFlow &published = calibration.published;
    const FlowChances chances = flowChances(calibration.calibration, attempts);
    const auto wantedFixed =
        binomial(runs * (published.tasks - published.rightAtFirst), chances.fixed).interval(0.9999);
    const auto wantedBroken =
        binomial(runs * published.rightAtFirst, chances.broken).interval(0.9999);
    qInfo("fixed %d of %d to %d, broken %d of %d to %d", fixed, wantedFixed.from, wantedFixed.to,
        broken, wantedBroken.from, wantedBroken.to);
    QVERIFY(fixed >= wantedFixed.from && fixed <= wantedFixed.to);
    QVERIFY(broken >= wantedBroken.from * 0.95 && broken <= wantedBroken.to);
}

void TestFlowSimulation::namedCausesAddToTheRepairs()
{
    const auto fixed = [&](WorldKind world) {
        const SimulatedFlow flow =
            simulateFlow(m_tasks, m_presets[0], {.world = world, .repeats = 8, .jobs = 2}).value();
        int sum = 0;
        for (const FlowCount &run : flow.runs)
            sum += run.fixed;
        return sum;
    };
    const int helpful = fixed(WorldKind::Helpful);
    const int null = fixed(WorldKind::Null);
    qInfo("fixed: %d in the helpful world, %d in the null world", helpful, null);
    QVERIFY(helpful > 1.15 * null);
}

void TestFlowSimulation::oneAttemptChangesNothing()
{
    const SimulatedFlow flow =
        simulateFlow(m_tasks, m_presets[0], {.repeats = 2, .attempts = 1}).value();
    for (const FlowCount &run : flow.runs)
        QCOMPARE(run, FlowCount());
}

void TestFlowSimulation::jobsChangeNothing()
{
    const FlowSettings settings{.world = WorldKind::Helpful, .repeats = 3, .jobs = 1};
    FlowSettings shared = settings;
    shared.jobs = 3;
    QCOMPARE(simulateFlow(m_tasks, m_presets[0], shared).value(),
        simulateFlow(m_tasks, m_presets[0], settings).value());
}

void TestFlowSimulation::tooFewWrongProgramsAreSaid()
{
    CalibrationPreset preset = m_presets[0];
    preset.published = {.tasks = 100'000, .rightAtFirst = 0, .fixed = {}, .broken = {}, .net = 0};
    const auto flow = simulateFlow(m_tasks.first(1), preset, {.repeats = 1});
    QCOMPARE(flow.error().kind, ErrorKind::BadInput);
    QVERIFY(flow.error().detail.contains(u"larger suite"_s));
}

QTEST_GUILESS_MAIN(TestFlowSimulation)
#include "tst_flowsimulation.moc"
