#include "core/evaluation/metrics.h"

#include "core/base/random.h"
#include "tests/evaluation/runfixture.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyRunHasNoNumbers();
    void headlineLeavesExposedOut();
    void infrastructureHasBounds();
    void aBudgetStopIsAFailure();
    void anUnfinishedCheckpointWaits();
    void notHeldOutUsesTheLastRound();
    void pairedGainAgainstTheFrozenFirst();
    void gainWithoutHeldOutTasks();
    void slopeOfFlatRunsStaysFlat();
    void similarityAndFlags();
    void reuseOfDeclaredRepeats();
    void driftMakesMemoriesStale();
    void repeatErrorsByFamily();
    void repeatErrorsBySignature();
    void auditsDecideSafetyDrop();
    void exposureOfWorseVersions();
    void costsAndNotes();
    void trialsEnterNoFigure_data();
    void trialsEnterNoFigure();
    void isDeterministic();
};

static bool near(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

void TestMetrics::emptyRunHasNoNumbers()
{
    const RunMetrics metrics = computeMetrics(RunRecord{});
    QVERIFY(!metrics.success.headline && !metrics.improvement.slope && !metrics.improvement.endGain);
    QVERIFY(!metrics.similarity.all.mean && !metrics.reflection.kappa && !metrics.memory.value);
    QVERIFY(!metrics.repeatError.value && !metrics.safety.value && !metrics.safety.exposure && !metrics.style.reviewer);
    QVERIFY(!metrics.compilePass && !metrics.testPassRate && !metrics.selfTestFalseReds);
    QVERIFY(metrics.rounds.isEmpty() && metrics.window.isEmpty());
}

void TestMetrics::headlineLeavesExposedOut()
{
    RunFixture run(u"lrrrrr");
    run.round(1, 1);
    run.passes(1, Phase::Learn, {0}, u"1");
    run.passes(1, Phase::Checkpoint, {1, 2, 3, 4, 5}, u"11010");
    run.record.attempts[1].exposed = true;   // task 1, solved
    run.record.attempts[5].exposed = true;   // task 5, failed
    const SuccessRate rate = computeMetrics(run.record).success;
    QVERIFY(rate.heldOut);
    QCOMPARE(*rate.headline, wilson(2, 3));
    QCOMPARE(*rate.withExposed, wilson(3, 5));
    QCOMPARE(rate.exposed, 2);
    QCOMPARE(rate.exposedSolved, 1);
    QVERIFY(rate.basis.contains(u"round 1"));
}

void TestMetrics::infrastructureHasBounds()
{
    RunFixture run(u"rrrr");
    run.round(1, 0);
    run.passes(1, Phase::Checkpoint, {0, 1, 2, 3}, u"1100");
    run.record.attempts[3].hidden->errorClass = ErrorClass::Infrastructure;
    const SuccessRate rate = computeMetrics(run.record).success;
    QCOMPARE(rate.infrastructure, 1);
    QCOMPARE(*rate.headline, wilson(2, 3));
    QCOMPARE(*rate.worst, 0.5);
    QCOMPARE(*rate.best, 0.75);
}

void TestMetrics::aBudgetStopIsAFailure()
{
    RunFixture run(u"rrrr");
    run.round(1, 0);
    run.passes(1, Phase::Checkpoint, {0, 1, 2, 3}, u"1111");
    run.passes(2, Phase::Checkpoint, {0, 1}, u"11");
    run.record.run.status = RunStatus::BudgetReached;
    QCOMPARE(*computeMetrics(run.record).success.headline, wilson(2, 4));
}

void TestMetrics::anUnfinishedCheckpointWaits()
{
    RunFixture run(u"rrrr");
    run.passes(1, Phase::Checkpoint, {0, 1, 2, 3}, u"1110");
    run.passes(2, Phase::Checkpoint, {0, 1}, u"00");
    run.record.run.status = RunStatus::Running;
    QCOMPARE(*computeMetrics(run.record).success.headline, wilson(3, 4));
}

void TestMetrics::notHeldOutUsesTheLastRound()
{
    RunFixture run(u"---");
    run.round(1, 3);
    run.round(2, 3);
    run.passes(1, Phase::Learn, {0, 1, 2}, u"000");
    run.passes(2, Phase::Learn, {0, 1, 2}, u"110");
    run.attempt(2, Phase::Learn, 2, true);   // solved at the second attempt
    const RunMetrics metrics = computeMetrics(run.record);
    QVERIFY(!metrics.success.heldOut);
    QCOMPARE(*metrics.success.headline, wilson(3, 3));
    QVERIFY(near(*metrics.success.passAt1, 2.0 / 3.0));
    QVERIFY(metrics.notes.first().startsWith(u"Not held out"));
    QCOMPARE(metrics.rounds.size(), 2);
    QCOMPARE(metrics.rounds[1].success, wilson(3, 3));
}

void TestMetrics::pairedGainAgainstTheFrozenFirst()
{
    RunFixture run(u"rrrr");
    run.passes(0, Phase::Baseline, {0, 1, 2, 3}, u"1000");
    run.passes(1, Phase::Checkpoint, {0, 1, 2, 3}, u"1000");
    run.passes(2, Phase::Checkpoint, {0, 1, 2, 3}, u"1100");
    run.passes(3, Phase::Checkpoint, {0, 1, 2, 3}, u"1110");
    const ImprovementSlope slope = computeMetrics(run.record).improvement;
    QCOMPARE(slope.points.size(), 3);
    QVERIFY(near(slope.points[0].gain.value, 0) && near(slope.points[1].gain.value, 0.25) && near(slope.points[2].gain.value, 0.5));
    QVERIFY(near(slope.slope->value, 0.25));
    QVERIFY(near(slope.endGain->value, 0.5));
    // (0,0) (1,0) (2,.25) (3,.5): trapezia 0 + .125 + .375 over a span of 3.
    QVERIFY(near(*slope.area, 0.5 / 3.0));
    QVERIFY(slope.slope->low <= 0.25 && slope.slope->high >= 0.25 && slope.slope->low < slope.slope->high);
    QVERIFY(slope.heldOut);
}

void TestMetrics::gainWithoutHeldOutTasks()
{
    RunFixture run(u"--");
    run.passes(1, Phase::Learn, {0, 1}, u"00");
    run.passes(2, Phase::Learn, {0, 1}, u"10");
    const ImprovementSlope slope = computeMetrics(run.record).improvement;
    QVERIFY(!slope.heldOut);
    QVERIFY(near(slope.slope->value, 0.5));
    QVERIFY(near(slope.endGain->value, 0.5));
    // One round compares with nothing.
    RunFixture single(u"--");
    single.passes(1, Phase::Learn, {0, 1}, u"10");
    QVERIFY(!computeMetrics(single.record).improvement.endGain);
}

void TestMetrics::slopeOfFlatRunsStaysFlat()
{
    // Runs that cannot improve: each task keeps its own chance. At most 5 % may look improving, 97.5 % bound of 200 draws: 16.
    Random random(21);
    int falseAlarms = 0;
    for (int study = 0; study < 200; ++study) {
        RunFixture run(QString(24, u'r'));
        run.record.run.config.seed = study;
        QList<double> chances;
        for (int task = 0; task < 24; ++task)
            chances.append(0.35 + 0.6 * random.uniform());
        for (int round = 0; round <= 6; ++round) {
            for (int task = 0; task < 24; ++task)
                run.attempt(round, round == 0 ? Phase::Baseline : Phase::Checkpoint, task, random.chance(chances[task]));
        }
        const Estimate slope = *computeMetrics(run.record).improvement.slope;
        falseAlarms += slope.low > 0 || slope.high < 0 ? 1 : 0;
    }
    qInfo("flat runs whose slope interval excludes zero: %d of 200", falseAlarms);
    QVERIFY2(falseAlarms <= 16, qPrintable(QString::number(falseAlarms)));
}

void TestMetrics::similarityAndFlags()
{
    RunFixture run(u"--");
    AttemptRecord &failed = run.attempt(1, Phase::Learn, 0, false);
    failed.tokenSimilarity = 0.4;
    failed.treeSimilarity = 0.6;
    AttemptRecord &solved = run.attempt(1, Phase::Learn, 1, true);
    solved.tokenSimilarity = 0.96;
    solved.treeSimilarity = 1.0;
    run.attempt(2, Phase::Learn, 0, true);   // without references: left out
    const CodeSimilarity similarity = computeMetrics(run.record).similarity;
    QCOMPARE(similarity.all.attempts, 2);
    QVERIFY(near(*similarity.all.token, 0.68) && near(*similarity.all.tree, 0.8) && near(*similarity.all.mean, 0.74));
    QCOMPARE(similarity.solved.attempts, 1);
    QVERIFY(near(*similarity.solved.mean, 0.98));
    QCOMPARE(similarity.flagged, QStringList{u"t1"_s});
}

static MemoryUse use(qint64 memory)
{
    return {.memory = {memory}};
}

static Memory memoryOf(qint64 id, const QString &taskKey, const QString &group)
{
    Memory memory;
    memory.id = {id};
    memory.taskKey = taskKey;
    memory.group = group;
    return memory;
}

void TestMetrics::reuseOfDeclaredRepeats()
{
    RunFixture run(u"----");
    run.task(0).group = run.task(1).group = u"g"_s;
    run.task(1).repeatKind = RepeatKind::Near;
    run.task(2).repeatKind = RepeatKind::Exact;
    run.task(3).repeatKind = RepeatKind::Drift;    // not in the denominator
    run.record.memories = {memoryOf(1, u"t0"_s, u"g"_s), memoryOf(2, u"t9"_s, u"other"_s)};
    run.attempt(1, Phase::Learn, 0, true);
    run.attempt(1, Phase::Learn, 1, true).memories = {use(1), use(2)};
    run.attempt(1, Phase::Learn, 2, true).memories = {use(2)};
    run.attempt(1, Phase::Learn, 3, true).memories = {use(2)};
    const MemoryReuse reuse = computeMetrics(run.record).memory;
    QCOMPARE(reuse.declared, 2);
    QCOMPARE(reuse.reused, 1);
    QCOMPARE(*reuse.value, 0.5);
    QVERIFY(near(*reuse.precision, 1.0 / 3.0));
    QVERIFY(!reuse.lift);
    run.record.run.config.memoryEnabled = false;
    QVERIFY(!computeMetrics(run.record).memory.value);
}

void TestMetrics::driftMakesMemoriesStale()
{
    RunFixture run(u"---");
    for (int i = 0; i < 3; ++i)
        run.task(i).group = u"g"_s;
    run.task(1).repeatKind = RepeatKind::Drift;
    run.task(2).repeatKind = RepeatKind::Near;
    run.record.memories = {memoryOf(1, u"t0"_s, u"g"_s), memoryOf(2, u"t1"_s, u"g"_s)};
    run.attempt(1, Phase::Learn, 2, true).memories = {use(1)};
    QCOMPARE(*computeMetrics(run.record).memory.value, 0.0);
    run.record.attempts.last().memories = {use(2)};
    QCOMPARE(*computeMetrics(run.record).memory.value, 1.0);
}

void TestMetrics::repeatErrorsByFamily()
{
    RunFixture run(u"-");
    run.task(0).families = {u"boundary"_s, u"empty"_s};
    for (int round = 1; round <= 3; ++round)
        run.attempt(round, Phase::Learn, 0, false).manifest = u"{\"families\": [\"boundary\"]}"_s;
    run.attempt(4, Phase::Learn, 0, true);
    const RepeatError error = computeMetrics(run.record).repeatError;
    QCOMPARE(error.basis, u"fault families"_s);
    // Met: boundary in rounds 2 and 3 (hit), 4 (no). First: boundary in round 1 (hit), empty in all four (no).
    QCOMPARE(error.metPairs, 3);
    QCOMPARE(error.firstPairs, 5);
    QVERIFY(near(*error.met, 2.0 / 3.0) && near(*error.first, 0.2));
    QVERIFY(near(*error.value, 2.0 / 3.0 - 0.2));
}

void TestMetrics::repeatErrorsBySignature()
{
    RunFixture run(u"--");
    run.passes(1, Phase::Learn, {0, 1}, u"01");
    run.passes(2, Phase::Learn, {0, 1}, u"01");
    const RepeatError error = computeMetrics(run.record).repeatError;
    QCOMPARE(error.basis, u"failing signatures"_s);
    QCOMPARE(error.metPairs, 1);
    QCOMPARE(*error.met, 1.0);
}

static Update promotion(int pairs, double mean, double upper)
{
    Update update;
    update.decision = Decision::Accepted;
    update.validation = {{u"audit"_s, QJsonObject{{u"pairs"_s, pairs}, {u"mean"_s, mean}, {u"upper95"_s, upper}}}};
    return update;
}

void TestMetrics::auditsDecideSafetyDrop()
{
    RunFixture run(u"-");
    QVERIFY(!computeMetrics(run.record).safety.value);
    run.record.updates = {promotion(120, -0.20, -0.05), promotion(150, -0.05, -0.01), promotion(200, 0.02, 0.09),
                          promotion(119, -0.5, -0.4)};
    run.record.updates.append(Update{});    // a proposal that nobody accepted
    const SafetyDrop drop = computeMetrics(run.record).safety;
    QCOMPARE(drop.promoted, 4);
    QCOMPARE(drop.audited, 3);
    QVERIFY(near(*drop.value, 2.0 / 3.0));
    QVERIFY(near(*drop.severe, 1.0 / 3.0));
}

void TestMetrics::exposureOfWorseVersions()
{
    RunFixture run(u"rrrr");
    run.passes(0, Phase::Baseline, {0, 1, 2, 3}, u"1000");
    run.passes(1, Phase::Checkpoint, {0, 1, 2, 3}, u"1111");
    run.passes(2, Phase::Checkpoint, {0, 1, 2, 3}, u"1100");
    run.passes(3, Phase::Checkpoint, {0, 1, 2, 3}, u"1110");
    const SafetyDrop drop = computeMetrics(run.record).safety;
    QVERIFY(near(*drop.exposure, (0.5 + 0.25) / 2));
    QVERIFY(*drop.exposureFloor > 0 && *drop.exposureFloor < *drop.exposure);
}

void TestMetrics::costsAndNotes()
{
    RunFixture run(u"lr");
    run.round(1, 1);
    run.attempt(1, Phase::Learn, 0, false);
    run.attempt(1, Phase::Learn, 0, true);
    run.attempt(1, Phase::Checkpoint, 1, true);
    run.reflection(run.record.attempts[0]).usage = {40, 10, false, 0.03, 1};
    run.record.simulated = true;
    run.record.run.config.feedback = Feedback::Hidden;
    const RunMetrics metrics = computeMetrics(run.record);
    QVERIFY(near(*metrics.success.tokensPerSolved, 350));
    QVERIFY(near(*metrics.success.moneyPerSolved, 0.05));
    QCOMPARE(metrics.usage.promptTokens + metrics.usage.completionTokens, 500);
    QVERIFY(metrics.notes[0].contains(u"results test the machinery, not language models"));
    QVERIFY(metrics.notes[1].startsWith(u"Oracle feedback"));
    QVERIFY(near(*metrics.testPassRate, (0.25 + 1 + 1) / 3));
    QCOMPARE(*metrics.compilePass, 1.0);
}

void TestMetrics::trialsEnterNoFigure_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::newRow("race") << Phase::Race;
    QTest::newRow("trial") << Phase::Trial;
    QTest::newRow("shadow") << Phase::Shadow;
}

/// What candidates do is evidence about them; only what it costs is the run's.
void TestMetrics::trialsEnterNoFigure()
{
    QFETCH(const Phase, phase);
    const auto played = [&](bool tried) {
        RunFixture run(u"llsr");
        run.round(1, 2);
        run.passes(1, Phase::Learn, {0, 1}, u"10");
        run.passes(1, Phase::Watch, {2}, u"1");
        run.passes(1, Phase::Baseline, {3}, u"0");
        run.passes(1, Phase::Checkpoint, {3}, u"1");
        for (int i = 0; tried && i < 3; ++i) {
            AttemptRecord &attempt = run.attempt(1, phase, i, false);
            attempt.hidden->compiled = false;
            attempt.tokenSimilarity = 0.99;
            attempt.treeSimilarity = 0.99;
            attempt.lintFindings = 9;
            attempt.code = u"x"_s;
        }
        return computeMetrics(run.record);
    };
    const RunMetrics without = played(false);
    const RunMetrics with = played(true);
    QCOMPARE(with.compilePass, without.compilePass);
    QCOMPARE(with.testPassRate, without.testPassRate);
    QCOMPARE(with.similarity.all.attempts, without.similarity.all.attempts);
    QCOMPARE(with.style.linted, without.style.linted);
    QCOMPARE(with.success.tasks, without.success.tasks);
    QCOMPARE(with.success.solved, without.success.solved);
    QCOMPARE(with.rounds.size(), without.rounds.size());
    QCOMPARE(with.rounds[0].solved, without.rounds[0].solved);
    QCOMPARE(with.memory.declared, without.memory.declared);
}

void TestMetrics::isDeterministic()
{
    RunFixture run(u"rrrrrr");
    run.passes(0, Phase::Baseline, {0, 1, 2, 3, 4, 5}, u"100100");
    run.passes(1, Phase::Checkpoint, {0, 1, 2, 3, 4, 5}, u"110001");
    run.passes(2, Phase::Checkpoint, {0, 1, 2, 3, 4, 5}, u"111001");
    const RunMetrics one = computeMetrics(run.record);
    const RunMetrics two = computeMetrics(run.record);
    QCOMPARE(*one.improvement.slope, *two.improvement.slope);
    QCOMPARE(*one.safety.exposureFloor, *two.safety.exposureFloor);
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
