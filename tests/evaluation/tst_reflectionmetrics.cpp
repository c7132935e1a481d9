#include "core/evaluation/linediff.h"
#include "core/evaluation/metrics.h"
#include "tests/evaluation/runfixture.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestReflectionMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void touchedLines_data();
    void touchedLines();
    void echoesStandApart();
    void oracleFeedbackShowsEveryClass();
    void linesAgainstTheMendingDiff();
    void causesAgainstTheManifest();
    void ruleBasedOnesDoNotCount();
    void manifests();
    void styleIsTheMean();
    void linterScoreFallsWithFindingsPerLine();
    void onlyALinterThatRanCounts();
};

void TestReflectionMetrics::touchedLines_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QList<int>>("lines");
    QTest::newRow("same") << u"a\nb\n"_s << u"a\nb\n"_s << QList<int>{};
    QTest::newRow("changed") << u"a\nb\nc\n"_s << u"a\nB\nc\n"_s << QList<int>{2};
    QTest::newRow("removed") << u"a\nb\nc\n"_s << u"c\n"_s << QList<int>{1, 2};
    QTest::newRow("inserted") << u"a\nb\nc\n"_s << u"a\nb\nx\nc\n"_s << QList<int>{2};
    QTest::newRow("inserted at the start") << u"a\nb\n"_s << u"x\na\nb\n"_s << QList<int>{1};
    QTest::newRow("two places") << u"a\nb\nc\nd\ne\n"_s << u"A\nb\nc\nd\ne\nf\n"_s << QList<int>{1, 5};
    QTest::newRow("no final line feed") << u"a\nb"_s << u"a\nc"_s << QList<int>{2};
}

void TestReflectionMetrics::touchedLines()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QList<int>, lines);
    QCOMPARE(*autodidact::touchedLines(before, after), lines);
}

void TestReflectionMetrics::echoesStandApart()
{
    RunFixture run(u"----");
    // Feedback showed the class: agreement is an echo.
    AttemptRecord &shown = run.attempt(1, Phase::Learn, 0, false);
    run.reflection(shown).statedClass = ErrorClass::Logic;
    // Visible tests green, hidden ones red: these classes are the reviewer's own.
    const QList<std::pair<ErrorClass, ErrorClass>> own{{ErrorClass::Logic, ErrorClass::Logic},
                                                      {ErrorClass::Timeout, ErrorClass::Timeout},
                                                      {ErrorClass::Logic, ErrorClass::Timeout}};
    for (int i = 0; i < 3; ++i) {
        AttemptRecord &attempt = run.attempt(1, Phase::Learn, i + 1, false);
        attempt.visible->passed = true;
        attempt.hidden->errorClass = own[i].second;
        run.reflection(attempt).statedClass = own[i].first;
    }
    const ReflectionAccuracy accuracy = computeMetrics(run.record).reflection;
    QCOMPARE(accuracy.stated, 4);
    QCOMPARE(accuracy.echoed, 1);
    // Agreement 2/3, by chance (2/3 * 1/3 + 1/3 * 2/3) = 4/9: kappa (6/9 - 4/9) / (5/9) = 0.4.
    QVERIFY(std::abs(*accuracy.kappa - 0.4) < 1e-12);
    QVERIFY(!accuracy.kappaEchoed);
    QVERIFY(!accuracy.lift);
}

void TestReflectionMetrics::oracleFeedbackShowsEveryClass()
{
    RunFixture run(u"-");
    run.record.run.config.feedback = Feedback::Hidden;
    AttemptRecord &attempt = run.attempt(1, Phase::Learn, 0, false);
    attempt.visible->passed = true;
    run.reflection(attempt).statedClass = ErrorClass::Logic;
    QCOMPARE(computeMetrics(run.record).reflection.echoed, 1);
}

void TestReflectionMetrics::linesAgainstTheMendingDiff()
{
    RunFixture run(u"--");
    AttemptRecord &red = run.attempt(1, Phase::Learn, 0, false);
    red.code = u"a\nb\nc\nd\n"_s;
    run.reflection(red).statedLines = {2, 4};
    run.attempt(1, Phase::Learn, 0, false).code = u"other\n"_s;
    run.attempt(1, Phase::Learn, 0, true).code = u"a\nB\nC\nd\n"_s;
    // No green attempt follows: left out.
    AttemptRecord &hopeless = run.attempt(1, Phase::Learn, 1, false);
    run.reflection(hopeless).statedLines = {1};
    const ReflectionAccuracy accuracy = computeMetrics(run.record).reflection;
    QCOMPARE(accuracy.linesPairs, 1);
    QCOMPARE(*accuracy.linesF1, 0.5);    // stated {2, 4}, touched {2, 3}: one in common
}

void TestReflectionMetrics::causesAgainstTheManifest()
{
    RunFixture run(u"---");
    const QStringList causes{u"Empty input"_s, u"boundary"_s, u"wrong return"_s};
    for (int i = 0; i < 3; ++i) {
        AttemptRecord &attempt = run.attempt(1, Phase::Learn, i, false);
        if (i < 2)
            attempt.manifest = u"{\"faults\": [{\"family\": \"empty_input\", \"line\": 3}]}"_s;
        run.reflection(attempt).statedCause = causes[i];
    }
    const ReflectionAccuracy accuracy = computeMetrics(run.record).reflection;
    QCOMPARE(accuracy.causePairs, 2);
    QCOMPARE(*accuracy.cause, 0.5);
}

void TestReflectionMetrics::ruleBasedOnesDoNotCount()
{
    RunFixture run(u"-");
    Reflection &reflection = run.reflection(run.attempt(1, Phase::Learn, 0, false));
    reflection.origin = ReflectionOrigin::RuleBased;
    reflection.statedClass = ErrorClass::Logic;
    const ReflectionAccuracy accuracy = computeMetrics(run.record).reflection;
    QCOMPARE(accuracy.ruleBased, 1);
    QCOMPARE(accuracy.stated, 0);
}

void TestReflectionMetrics::manifests()
{
    QCOMPARE(manifestFamilies(u"{\"families\": [\"a\", \"b\", \"a\"]}"_s), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(manifestFamilies(u"{\"faults\": [\"a\", {\"family\": \"b\"}]}"_s), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(manifestFamilies({}).isEmpty());
    QVERIFY(manifestFamilies(u"not json"_s).isEmpty());
}

void TestReflectionMetrics::styleIsTheMean()
{
    RunFixture run(u"--");
    run.reflection(run.attempt(1, Phase::Learn, 0, false)).styleScore = 4;
    run.reflection(run.attempt(1, Phase::Learn, 1, false)).styleScore = 9;
    const StyleScore style = computeMetrics(run.record).style;
    QCOMPARE(*style.reviewer, 6.5);
    QCOMPARE(style.scores, 2);
    QVERIFY(!style.linter);
}

void TestReflectionMetrics::linterScoreFallsWithFindingsPerLine()
{
    RunFixture run(u"---"_s);
    run.attempt(1, Phase::Learn, 0, false).code = u"x\n\n  \ny\n"_s;      // two lines count as ten
    run.record.attempts.last().lintFindings = 1;
    QCOMPARE(*computeMetrics(run.record).style.linter, 5.0);
    run.attempt(1, Phase::Learn, 1, true).code = u"x\n"_s.repeated(40);
    run.record.attempts.last().lintFindings = 4;                            // one in ten lines as well
    QCOMPARE(*computeMetrics(run.record).style.linter, 5.0);
    run.attempt(1, Phase::Learn, 2, true).lintFindings = 0;
    const StyleScore style = computeMetrics(run.record).style;
    QCOMPARE(*style.linter, 20.0 / 3);
    QCOMPARE(style.linted, 3);
    QCOMPARE(style.scores, 0);
}

void TestReflectionMetrics::onlyALinterThatRanCounts()
{
    QVERIFY(!lintFindings({}));
    QVERIFY(!lintFindings({{u"lint"_s, {}, {}}, {u"types"_s, u"mypy"_s, {{1, 1, {}, u"x"_s}}}}));
    QVERIFY(!lintFindings({{u"lint"_s, u"pyflakes"_s, {{0, 0, upsetCode, u"broke down"_s}}}}));
    QCOMPARE(lintFindings({{u"lint"_s, u"pyflakes"_s, {}}}), std::optional(0));
    QCOMPARE(lintFindings({{u"lint"_s, u"pyflakes"_s, {{1, 1, {}, u"x"_s}, {2, 1, {}, u"x"_s}}}}), std::optional(2));
}

QTEST_APPLESS_MAIN(TestReflectionMetrics)
#include "tst_reflectionmetrics.moc"
