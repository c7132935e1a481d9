#include "core/evaluation/feedbacktext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

class TestFeedbackText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAFailingTest();
    void tellsDiagnostics();
    void greenIsShort();
    void isBounded();
    void countsWhatIsLeftOut();
    void tellsToolFindings();
    void toolFindingsAreBounded();
};

static SeenAttempt redAttempt()
{
    SeenAttempt seen;
    seen.verdict.errorClass = ErrorClass::Logic;
    seen.verdict.tests = {
        {.name = u"one"_s, .status = TestStatus::Passed},
        {.name = u"empty list"_s, .status = TestStatus::Failed, .message = u"values differ"_s,
         .exceptionType = u"AssertionError"_s, .expected = u"[]"_s, .actual = u"None"_s,
         .testCode = u"assert f([]) == []"_s, .line = 7}};
    return seen;
}

void TestFeedbackText::tellsAFailingTest()
{
    QCOMPARE(feedbackText(redAttempt()),
             u"Passed 1 of 2 tests.\n"
             "Error class: logic\n"
             "### Failed: empty list\n"
             "Test: assert f([]) == []\n"
             "Message: AssertionError: values differ\n"
             "Expected: []\n"
             "Actual: None\n"
             "Line: 7\n"_s);
}

void TestFeedbackText::tellsDiagnostics()
{
    SeenAttempt seen;
    seen.verdict.errorClass = ErrorClass::Syntax;
    seen.verdict.errorDetail = u"the program does not parse"_s;
    seen.verdict.diagnostics = {{4, 1, u"error"_s, u"expected ':'"_s}};
    QCOMPARE(feedbackText(seen),
             u"No test reported.\nError class: syntax\nthe program does not parse\n- line 4: expected ':'\n"_s);
}

void TestFeedbackText::greenIsShort()
{
    SeenAttempt seen = redAttempt();
    seen.verdict.tests.removeLast();
    seen.verdict.passed = true;
    seen.verdict.output = u"chatter"_s;
    QCOMPARE(feedbackText(seen), u"Passed 1 of 1 tests.\n"_s);
}

void TestFeedbackText::isBounded()
{
    SeenAttempt seen = redAttempt();
    for (TestResult &test : seen.verdict.tests) {
        test.status = TestStatus::Errored;
        test.message = QString(100000, u'x');
        test.actual = QString(100000, u'y');
    }
    seen.verdict.output = QString(100000, u'z');
    seen.verdict.diagnostics = QList<Diagnostic>(50, {1, 1, u"error"_s, QString(5000, u'd')});
    const QString text = feedbackText(seen);
    QVERIFY2(text.size() <= 6400, qPrintable(QString::number(text.size())));
    QVERIFY(text.contains(u"characters left out"));
    QVERIFY(text.contains(u"Error class: logic"));
}

void TestFeedbackText::countsWhatIsLeftOut()
{
    SeenAttempt seen = redAttempt();
    seen.verdict.tests = QList<TestResult>(9, seen.verdict.tests.last());
    const QString text = feedbackText(seen, {.tests = 2});
    QCOMPARE(text.count(u"### Failed"), 2);
    QVERIFY(text.contains(u"7 more failing tests are not shown."));
}

void TestFeedbackText::tellsToolFindings()
{
    SeenAttempt seen = redAttempt();
    seen.verdict.tests.clear();
    seen.toolReports = {{u"syntax"_s, u"python"_s, {}}, {u"format"_s, {}, {}},
        {u"lint"_s, u"pyflakes"_s, {{3, 5, {}, u"'os' imported but unused"_s}, {0, 0, upsetCode, u"pyflakes broke down on this code"_s}}}};
    QCOMPARE(feedbackText(seen),
             u"No test reported.\nError class: logic\n"
             "### Tool findings\n"
             "- syntax (python): nothing found\n"
             "- lint (pyflakes), line 3: 'os' imported but unused\n"
             "- lint (pyflakes): pyflakes broke down on this code\n"_s);
    seen.toolReports = {{u"types"_s, {}, {}}};
    QVERIFY(!feedbackText(seen).contains(u"Tool findings"));
}

void TestFeedbackText::toolFindingsAreBounded()
{
    SeenAttempt seen = redAttempt();
    const QList<ToolFinding> many(20, {3, 5, {}, QString(300, u'm')});
    seen.toolReports = {{u"lint"_s, u"pyflakes"_s, many}, {u"types"_s, u"mypy"_s, many}};
    const QString text = feedbackText(seen);
    QVERIFY2(text.size() < 2000, qPrintable(QString::number(text.size())));
    QVERIFY(text.contains(u"36 more findings are not shown."));
    QVERIFY(text.contains(u"### Failed: empty list"));   // the tests come first
}

QTEST_APPLESS_MAIN(TestFeedbackText)
#include "tst_feedbacktext.moc"
