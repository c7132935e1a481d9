#include "core/experiments/studypage.h"

#include <QJsonArray>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

StudyPlan planOf(const QString &world, StudyMeasure measure)
{
    StudyPlan plan;
    plan.name = u"plan"_s;
    plan.title = u"A <plan>"_s;
    plan.worlds = {world};
    plan.seeds = 20;
    plan.arms = {{u"base"_s, StudyMeasure::Retries, u"base"_s, {}, {}}, {u"arm"_s, measure, u"base"_s, {}, {}}};
    return plan;
}

StudyOutcome outcome(const QString &world, int seed, int better, int worse)
{
    return {.place = {world, u"arm"_s, seed}, .better = better, .worse = worse, .equal = 100 - better - worse};
}

} // namespace

class TestStudyAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsCoins();
    void callsSeeds();
    void judgesWorlds_data();
    void judgesWorlds();
    void expectsNothing();
    void pairsRuns();
    void measuresLosses();
    void roundTripsOutcomes();
    void writesAPage();
};

void TestStudyAnalysis::countsCoins()
{
    QCOMPARE(signTest(0, 0), 1.0);
    QCOMPARE(signTest(3, 0), 0.125);
    QCOMPARE(signTest(2, 2), 11.0 / 16);         // 6 + 4 + 1 of 16
    QCOMPARE(signTest(0, 5), 1.0);
}

void TestStudyAnalysis::callsSeeds()
{
    QCOMPARE(callOf(outcome(u"null"_s, 1, 7, 0), 0.01), StudyCall::Helpful);     // 1/128
    QCOMPARE(callOf(outcome(u"null"_s, 1, 6, 0), 0.01), StudyCall::None);        // 1/64
    QCOMPARE(callOf(outcome(u"null"_s, 1, 0, 7), 0.01), StudyCall::Harmful);
}

void TestStudyAnalysis::judgesWorlds_data()
{
    QTest::addColumn<QString>("world");
    QTest::addColumn<int>("helped");             // seeds with seven better, none worse; the others have none of either
    QTest::addColumn<int>("harmed");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("null, nothing") << u"null"_s << 0 << 0 << u"machinery: no alarm"_s;
    QTest::newRow("null, one of twenty") << u"null"_s << 1 << 0 << u"machinery: no alarm"_s;
    QTest::newRow("null, two of twenty") << u"null"_s << 2 << 0 << u"machinery: false alarm"_s;
    QTest::newRow("helpful, fifteen right") << u"helpful"_s << 15 << 0 << u"machinery: missed"_s;
    QTest::newRow("helpful, sixteen right") << u"helpful"_s << 16 << 0 << u"machinery: detected"_s;
    QTest::newRow("adverse, harm") << u"adverse"_s << 0 << 3 << u"machinery: harm found in 3 of 20 worlds"_s;
    QTest::newRow("adverse, none") << u"adverse"_s << 0 << 0 << u"machinery: no harm found"_s;
}

void TestStudyAnalysis::judgesWorlds()
{
    QFETCH(const QString, world);
    QFETCH(const int, helped);
    QFETCH(const int, harmed);
    QFETCH(const QString, verdict);
    QList<StudyOutcome> outcomes;
    for (int seed = 1; seed <= 20; ++seed)
        outcomes.append(outcome(world, seed, seed <= helped ? 7 : 0, seed > 20 - harmed ? 7 : 0));
    const QList<StudyFinding> findings = findingsOf(planOf(world, StudyMeasure::Version), outcomes).value();
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].helpful, helped);
    QCOMPARE(findings[0].harmful, harmed);
    QCOMPARE(findings[0].positive, helped);
    QCOMPARE(findings[0].zero, 20 - helped - harmed);
    QCOMPARE(findings[0].effect.value, 0.07 * (helped - harmed) / 20);
    QVERIFY2(findings[0].verdict.startsWith(verdict), qPrintable(findings[0].verdict));
    if (helped == 0)
        QVERIFY(qAbs(findings[0].helpfulShare.high - 0.16843347) < 1e-6);    // 1 - 0.025^(1/20)
}

/// Whatever the world holds, students that listen to nothing cannot be helped.
void TestStudyAnalysis::expectsNothing()
{
    StudyPlan plan = planOf(u"helpful"_s, StudyMeasure::Version);
    plan.expectsNothing = true;
    QList<StudyOutcome> outcomes;
    for (int seed = 1; seed <= 20; ++seed)
        outcomes.append(outcome(u"helpful"_s, seed, seed <= 1 ? 7 : 0, 0));
    QVERIFY(findingsOf(plan, outcomes).value().first().verdict.startsWith(u"machinery: no alarm"));
    outcomes[1].better = 7;
    QVERIFY(findingsOf(plan, outcomes).value().first().verdict.startsWith(u"machinery: false alarm"));
}

void TestStudyAnalysis::pairsRuns()
{
    StudyOutcome base{.place = {u"null"_s, u"base"_s, 1}, .solvedInRun = u"0011-0"_s};
    StudyOutcome arm{.place = {u"null"_s, u"arm"_s, 1}, .solvedInRun = u"101110"_s};
    const StudyOutcome pair = paired(arm, base).value();
    QCOMPARE(pair.better, 1);
    QCOMPARE(pair.worse, 0);
    QCOMPARE(pair.equal, 4);
    QCOMPARE(pair.before, 0.4);
    QCOMPARE(pair.after, 0.6);
    base.solvedInRun = u"0"_s;
    QCOMPARE(paired(arm, base).error().kind, ErrorKind::Conflict);

    base.solvedInRun = u"000000"_s;
    const QList<StudyFinding> findings = findingsOf(planOf(u"null"_s, StudyMeasure::Retries), {base, arm}).value();
    QCOMPARE(findings.size(), 1);                // the partner itself is compared with nothing
    QCOMPARE(findings[0].arm, u"arm"_s);
    QCOMPARE(findings[0].outcomes[0].better, 4);
    QVERIFY(findings[0].verdict.startsWith(u"demonstration"));
}

void TestStudyAnalysis::measuresLosses()
{
    QList<StudyOutcome> outcomes;
    for (int seed = 1; seed <= 10; ++seed) {
        StudyOutcome one = outcome(u"helpful"_s, seed, 0, 0);
        one.after = 0.60;
        one.best = 0.75;
        one.bestAgain = seed == 1 ? 0.70 : 0.61;
        outcomes.append(one);
    }
    StudyFinding finding = findingsOf(planOf(u"helpful"_s, StudyMeasure::Safety), outcomes).value().first();
    QCOMPARE(finding.loss->value, 0.019);
    QVERIFY(qAbs(finding.worstLoss - 0.10) < 1e-12);
    QCOMPARE(finding.verdict, u"machinery: held"_s);
    for (StudyOutcome &one : outcomes)
        one.bestAgain = 0.63;
    finding = findingsOf(planOf(u"helpful"_s, StudyMeasure::Safety), outcomes).value().first();
    QCOMPARE(finding.verdict, u"machinery: lost"_s);
}

void TestStudyAnalysis::roundTripsOutcomes()
{
    StudyOutcome one = outcome(u"mixed"_s, 7, 3, 2);
    one.before = 0.5;
    one.after = 0.625;
    one.best = 0.75;
    one.promoted = 2;
    one.proposed = 5;
    one.rollbacks = 1;
    one.solvedInRun = u"01-"_s;
    QCOMPARE(StudyOutcome::fromJson(one.toJson(), {}).value(), one);
    QVERIFY(StudyOutcome::fromJson({{u"world"_s, u"null"_s}}, u"f:3"_s).error().detail.startsWith(u"f:3: "));
}

void TestStudyAnalysis::writesAPage()
{
    QList<StudyOutcome> outcomes;
    for (int seed = 1; seed <= 20; ++seed)
        outcomes.append(outcome(u"null"_s, seed, seed % 3, seed % 2));
    const StudyPlan plan = planOf(u"null"_s, StudyMeasure::Version);
    const QList<StudyFinding> findings = findingsOf(plan, outcomes).value();
    const QString page = studyPage(plan, findings, {{u"version"_s, 1}});
    QVERIFY(page.contains(u"A &lt;plan&gt;"_s));
    QVERIFY(page.contains(u"not language models"_s));
    QVERIFY(page.contains(u"<svg"_s));
    QVERIFY(!page.contains(u"<script"_s));
    const QJsonObject document = studyDocument(plan, findings, {});
    QCOMPARE(document[u"findings"_s].toArray().size(), 1);
    QCOMPARE(document[u"findings"_s][0][u"per_seed"_s].toArray().size(), 20);
}

QTEST_GUILESS_MAIN(TestStudyAnalysis)
#include "tst_studyanalysis.moc"
