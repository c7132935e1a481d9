#include "core/evaluation/claimscheck.h"

#include "core/evaluation/metrics.h"
#include "tests/evaluation/runfixture.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestClaimsCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksTheClass_data();
    void checksTheClass();
    void checksLines_data();
    void checksLines();
    void checksTheCause_data();
    void checksTheCause();
    void whatWeWroteIsNoClaim();
    void countsOverARun();
    void signalsGoWithTheNextAttempt();
    void fewPairsGiveNoCorrelation();
    void aSignalWithoutVariationGivesNone();
};

void TestClaimsCheck::checksTheClass_data()
{
    QTest::addColumn<ErrorClass>("found");
    QTest::addColumn<ClaimState>("state");
    QTest::newRow("same") << ErrorClass::Logic << ClaimState::Supported;
    QTest::newRow("other") << ErrorClass::Runtime << ClaimState::Contradicted;
    QTest::newRow("a fault of ours") << ErrorClass::Infrastructure << ClaimState::Unverifiable;
}

void TestClaimsCheck::checksTheClass()
{
    QFETCH(const ErrorClass, found);
    QFETCH(const ClaimState, state);
    AttemptRecord attempt;
    attempt.hidden = VerdictSummary{.errorClass = found};
    Reflection reflection;
    reflection.statedClass = ErrorClass::Logic;
    const QList<Claim> claims = checkClaims(reflection, attempt, {});
    QCOMPARE(claims.size(), 1);
    QCOMPARE(claims[0].what, u"class"_s);
    QCOMPARE(claims[0].stated, u"logic"_s);
    QVERIFY(claims[0].state == state);
    QVERIFY(checkClaims(reflection, AttemptRecord(), {}).first().state == ClaimState::Unverifiable);
}

void TestClaimsCheck::checksLines_data()
{
    QTest::addColumn<QList<int>>("stated");
    QTest::addColumn<QList<int>>("touched");     // empty: no fix is known
    QTest::addColumn<ClaimState>("state");
    QTest::newRow("no fix") << QList<int>{1, 3} << QList<int>() << ClaimState::Unverifiable;
    QTest::newRow("the fix is there") << QList<int>{1, 3} << QList<int>{3} << ClaimState::Supported;
    QTest::newRow("the fix is elsewhere") << QList<int>{1} << QList<int>{3} << ClaimState::Contradicted;
    QTest::newRow("past the end") << QList<int>{4} << QList<int>() << ClaimState::Contradicted;
    QTest::newRow("before the start") << QList<int>{0} << QList<int>{1} << ClaimState::Contradicted;
    QTest::newRow("an empty line") << QList<int>{2} << QList<int>{2} << ClaimState::Contradicted;
}

void TestClaimsCheck::checksLines()
{
    QFETCH(const QList<int>, stated);
    QFETCH(const QList<int>, touched);
    QFETCH(const ClaimState, state);
    AttemptRecord attempt;
    attempt.code = u"def f():\n  \n    return 1"_s;
    Reflection reflection;
    reflection.statedLines = stated;
    const QList<Claim> claims = checkClaims(reflection, attempt, touched.isEmpty() ? std::nullopt : std::optional(touched));
    QCOMPARE(claims.size(), 1);
    QVERIFY(claims[0].state == state);
}

void TestClaimsCheck::checksTheCause_data()
{
    QTest::addColumn<QString>("manifest");
    QTest::addColumn<ClaimState>("state");
    QTest::newRow("a real model") << QString() << ClaimState::Unverifiable;
    QTest::newRow("named, spelt otherwise") << u"{\"families\": [\"boundary\", \"empty_input\"]}"_s << ClaimState::Supported;
    QTest::newRow("another") << u"{\"families\": [\"boundary\"]}"_s << ClaimState::Contradicted;
}

void TestClaimsCheck::checksTheCause()
{
    QFETCH(const QString, manifest);
    QFETCH(const ClaimState, state);
    AttemptRecord attempt;
    attempt.manifest = manifest;
    Reflection reflection;
    reflection.statedCause = u"Empty input"_s;
    const QList<Claim> claims = checkClaims(reflection, attempt, {});
    QCOMPARE(claims.size(), 1);
    QVERIFY(claims[0].state == state);
}

void TestClaimsCheck::whatWeWroteIsNoClaim()
{
    Reflection reflection;
    reflection.origin = ReflectionOrigin::RuleBased;
    reflection.statedClass = ErrorClass::Logic;
    QVERIFY(checkClaims(reflection, AttemptRecord(), {}).isEmpty());
    QVERIFY(checkClaims(Reflection(), AttemptRecord(), {}).isEmpty());
}

void TestClaimsCheck::countsOverARun()
{
    RunFixture run(u"--");
    run.attempt(1, Phase::Learn, 0, false).hidden->errorClass = ErrorClass::Runtime;
    Reflection &wrong = run.reflection(run.record.attempts.last());
    wrong.statedClass = ErrorClass::Logic;
    run.attempt(1, Phase::Learn, 1, false).hidden->errorClass = ErrorClass::Logic;
    Reflection &right = run.reflection(run.record.attempts.last());
    right.statedClass = ErrorClass::Logic;
    const ClaimsCheck check = computeMetrics(run.record).claims;
    QCOMPARE(check.counts.value(u"class"_s).supported, 1);
    QCOMPARE(check.counts.value(u"class"_s).contradicted, 1);
    QCOMPARE(check.contradictions.size(), 1);
    QCOMPARE(check.contradictions[0].place.task, 0);
    QCOMPARE(check.contradictions[0].claim.found, u"runtime"_s);
}

void TestClaimsCheck::signalsGoWithTheNextAttempt()
{
    // Four tasks, three rounds: the next attempt is green exactly where the visible tests nearly passed.
    RunFixture run(u"----");
    for (int round = 1; round <= 3; ++round) {
        for (int task = 0; task < 4; ++task) {
            const bool good = (task + round) % 2 == 0;
            AttemptRecord &first = run.attempt(round, Phase::Learn, task, false);
            first.visible = VerdictSummary{.tests = 4, .testsPassed = good ? 3 : 1};
            run.attempt(round, Phase::Learn, task, good);
        }
    }
    const auto correlations = computeMetrics(run.record).evaluationSignals;
    const auto found = std::ranges::find(correlations, u"visible tests passed"_s, &SignalCorrelation::signal);
    QVERIFY(found != correlations.end());
    QCOMPARE(found->pairs, 12);
    QVERIFY(found->correlation);
    QVERIFY(std::abs(found->correlation->value - 1) < 1e-9);
}

void TestClaimsCheck::fewPairsGiveNoCorrelation()
{
    RunFixture run(u"---");
    for (int task = 0; task < 3; ++task) {
        run.attempt(1, Phase::Learn, task, false).visible = VerdictSummary{.tests = 4, .testsPassed = task};
        run.attempt(1, Phase::Learn, task, task > 1);
    }
    for (const SignalCorrelation &one : computeMetrics(run.record).evaluationSignals) {
        QCOMPARE(one.pairs, 3);
        QVERIFY(!one.correlation);
    }
}

void TestClaimsCheck::aSignalWithoutVariationGivesNone()
{
    RunFixture run(u"----");
    for (int round = 1; round <= 3; ++round) {
        for (int task = 0; task < 4; ++task) {
            run.attempt(round, Phase::Learn, task, false).visible = VerdictSummary{.tests = 4, .testsPassed = 2};
            run.attempt(round, Phase::Learn, task, task > 1);
        }
    }
    const auto correlations = computeMetrics(run.record).evaluationSignals;
    const auto found = std::ranges::find(correlations, u"visible tests passed"_s, &SignalCorrelation::signal);
    QCOMPARE(found->pairs, 12);
    QVERIFY(!found->correlation);
}

QTEST_APPLESS_MAIN(TestClaimsCheck)
#include "tst_claimscheck.moc"
