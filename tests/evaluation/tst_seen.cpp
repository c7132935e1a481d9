#include "core/evaluation/seen.h"

#include "core/evaluation/feedbacktext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

Verdict verdictOf(Visibility scope, bool passed, const QString &secret)
{
    Verdict verdict;
    verdict.scope = scope;
    verdict.passed = passed;
    verdict.errorClass = passed ? ErrorClass::None : ErrorClass::Logic;
    verdict.errorDetail = secret;
    verdict.output = secret;
    verdict.tests = {{.name = secret, .visibility = scope, .status = passed ? TestStatus::Passed : TestStatus::Failed,
                      .message = secret, .expected = secret, .testCode = secret}};
    return verdict;
}

Attempt attemptWithMetrics()
{
    Attempt attempt;
    attempt.code = u"def f(): pass"_s;
    attempt.exposure = 0.9;
    attempt.exposed = true;
    attempt.tokenSimilarity = 0.5;
    attempt.treeSimilarity = 0.5;
    attempt.manifest = u"{\"families\": [\"boundary\"]}"_s;
    return attempt;
}

const QString secret = u"HIDDENSECRET"_s;

} // namespace

class TestSeen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesByFeedback_data();
    void hidesByFeedback();
    void metricsNeverReachTheLoop();
    void infrastructureTellsNothing();
    void strayHiddenResultsAreDropped();
    void ownTestsStandInForVisibleOnes_data();
    void ownTestsStandInForVisibleOnes();
    void redactedTask();
};

void TestSeen::hidesByFeedback_data()
{
    QTest::addColumn<Feedback>("feedback");
    QTest::addColumn<bool>("visiblePassed");
    QTest::addColumn<bool>("hiddenPassed");
    QTest::addColumn<bool>("green");
    QTest::addColumn<bool>("tellsColour");
    QTest::addColumn<bool>("tellsOutput");
    for (const bool visible : {true, false}) {
        for (const bool hidden : {true, false}) {
            const auto row = [&](const char *name) -> QTestData & {
                return QTest::newRow(qPrintable(u"%1 visible %2 hidden %3"_s.arg(QString::fromLatin1(name)).arg(visible).arg(hidden)));
            };
            row("visible") << Feedback::Visible << visible << hidden << visible << false << false;
            row("verdict") << Feedback::Verdict << visible << hidden << (visible && hidden) << true << false;
            row("hidden") << Feedback::Hidden << visible << hidden << (visible && hidden) << true << true;
        }
    }
}

void TestSeen::hidesByFeedback()
{
    QFETCH(Feedback, feedback);
    QFETCH(bool, visiblePassed);
    QFETCH(bool, hiddenPassed);
    QFETCH(bool, green);
    QFETCH(bool, tellsColour);
    QFETCH(bool, tellsOutput);
    const SeenAttempt seen = seenAttempt({}, attemptWithMetrics(), verdictOf(Visibility::Visible, visiblePassed, u"shown"_s),
                                         verdictOf(Visibility::Hidden, hiddenPassed, secret), feedback);
    QCOMPARE(seen.green(), green);
    QCOMPARE(seen.hiddenPassed.has_value(), tellsColour);
    QCOMPARE(seen.verdict.tests.size(), tellsOutput ? 2 : 1);
    const QString text = feedbackText(seen);
    QCOMPARE(text.contains(u"Hidden tests:"), tellsColour);
    QCOMPARE(text.contains(secret), tellsOutput && !hiddenPassed);
    QCOMPARE(text.contains(u"Error class: logic"), !seen.verdict.passed);
}

void TestSeen::metricsNeverReachTheLoop()
{
    for (const Feedback feedback : {Feedback::Visible, Feedback::Verdict, Feedback::Hidden}) {
        const SeenAttempt seen = seenAttempt({}, attemptWithMetrics(), {}, verdictOf(Visibility::Hidden, false, secret), feedback);
        QCOMPARE(seen.attempt.code, u"def f(): pass"_s);
        QCOMPARE(seen.attempt.exposure, 0.0);
        QVERIFY(!seen.attempt.exposed);
        QVERIFY(!seen.attempt.tokenSimilarity && !seen.attempt.treeSimilarity);
        QVERIFY(seen.attempt.manifest.isEmpty());
    }
}

void TestSeen::infrastructureTellsNothing()
{
    Verdict fault = verdictOf(Visibility::Hidden, false, secret);
    fault.errorClass = ErrorClass::Infrastructure;
    const SeenAttempt seen = seenAttempt({}, {}, verdictOf(Visibility::Visible, true, u"shown"_s), fault, Feedback::Hidden);
    QVERIFY(!seen.hiddenPassed);
    QVERIFY(seen.green());
    QVERIFY(!feedbackText(seen).contains(secret));
}

void TestSeen::strayHiddenResultsAreDropped()
{
    Verdict mixed = verdictOf(Visibility::Visible, false, u"shown"_s);
    mixed.tests.append({.name = secret, .visibility = Visibility::Hidden, .status = TestStatus::Failed});
    const SeenAttempt seen = seenAttempt({}, {}, mixed, std::nullopt, Feedback::Visible);
    QCOMPARE(seen.verdict.tests.size(), 1);
}

void TestSeen::ownTestsStandInForVisibleOnes_data()
{
    QTest::addColumn<bool>("hasVisible");
    QTest::addColumn<bool>("ownPassed");
    QTest::addColumn<bool>("fault");
    QTest::addColumn<bool>("green");
    QTest::newRow("shown tests decide") << true << false << false << true;
    QTest::newRow("own red") << false << false << false << false;
    QTest::newRow("own green") << false << true << false << true;
    QTest::newRow("a fault of ours says nothing") << false << false << true << true;
}

void TestSeen::ownTestsStandInForVisibleOnes()
{
    QFETCH(const bool, hasVisible);
    QFETCH(const bool, ownPassed);
    QFETCH(const bool, fault);
    QFETCH(const bool, green);
    Verdict visible = verdictOf(Visibility::Visible, true, u"shown"_s);
    if (!hasVisible)
        visible.tests.clear();
    Verdict own = verdictOf(Visibility::Own, ownPassed, u"written"_s);
    if (fault)
        own.errorClass = ErrorClass::Infrastructure;
    const SeenAttempt seen = seenAttempt(Task(), attemptWithMetrics(), visible, verdictOf(Visibility::Hidden, false, secret),
                                         Feedback::Visible, own);
    QCOMPARE(seen.green(), green);
    const QString told = feedbackText(seen);
    QCOMPARE(told.contains(u"written"_s), !ownPassed && !fault);
    QCOMPARE(told.contains(u"Of your own tests 0 of 1 passed."_s), hasVisible);
    QVERIFY(!told.contains(secret));
}

void TestSeen::redactedTask()
{
    Task task;
    task.statement = u"statement"_s;
    task.visibleTests = {{u"v"_s, u"v"_s}};
    task.hiddenTests = {{secret, secret}};
    task.references = {secret};
    task.testFiles = {{u"a"_s, u"a"_s, Visibility::Visible}, {u"b"_s, secret, Visibility::Hidden}};
    task.repository = {.name = u"a/b"_s, .folder = u"/b"_s, .baseCommit = u"c0"_s, .testPatch = secret, .goldPatch = secret,
        .failToPass = {secret}, .passToPass = {secret}, .setUpCommands = {secret}, .testCommands = {secret}, .environment = u"e"_s};
    const Task seen = redacted(task);
    QCOMPARE(seen.repository, (Repository{.name = u"a/b"_s, .folder = u"/b"_s, .baseCommit = u"c0"_s, .environment = u"e"_s}));
    QVERIFY(seen.hiddenTests.isEmpty() && seen.references.isEmpty());
    QCOMPARE(seen.testFiles.size(), 1);
    QCOMPARE(seen.visibleTests, task.visibleTests);
    QCOMPARE(seen.statement, task.statement);
}

QTEST_APPLESS_MAIN(TestSeen)
#include "tst_seen.moc"
