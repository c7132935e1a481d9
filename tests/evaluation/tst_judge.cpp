#include "core/evaluation/judge.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

/// Notes what it was given and answers with one result per test.
class NotingRunner : public Runner
{
public:
    Result<Verdict> run(const Execution &execution, std::stop_token stop) override
    {
        if (stop.stop_requested())
            return fail(ErrorKind::Cancelled, u"stopped"_s);
        executions.append(execution);
        Verdict verdict;
        verdict.passed = true;
        for (const TestCase &test : execution.tests)
            verdict.tests.append({.name = test.name, .status = TestStatus::Passed});
        return verdict;
    }

    QList<Execution> executions;
};

Task functionTask()
{
    Task task;
    task.entryPoint = u"f"_s;
    task.testSetup = u"import math"_s;
    task.visibleTests = {{u"v1"_s, u"assert f(1) == 1"_s}};
    task.hiddenTests = {{u"h1"_s, u"assert f(2) == 2"_s}, {u"h2"_s, u"assert f(3) == 3"_s}};
    task.limits.cpuMs = 777;
    return task;
}

} // namespace

class TestJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsByVisibility();
    void aChangeIsTriedWithoutVisibleTests();
    void noVisibleTestsIsGreen();
    void noHiddenTestsIsRed();
    void noReportIsNoPass();
    void filesOfTheScope();
    void testsOfItsOwn();
    void measuresLinesOnce();
    void cancelPasses();
};

void TestJudge::splitsByVisibility()
{
    NotingRunner runner;
    const Judge judge(runner);
    const Verdict visible = *judge.judge(functionTask(), u"code"_s, Visibility::Visible, {});
    const Verdict hidden = *judge.judge(functionTask(), u"code"_s, Visibility::Hidden, {});
    QCOMPARE(runner.executions.size(), 2);
    QCOMPARE(runner.executions[0].tests, functionTask().visibleTests);
    QCOMPARE(runner.executions[1].tests, functionTask().hiddenTests);
    QCOMPARE(runner.executions[1].limits.cpuMs, 777);
    QCOMPARE(runner.executions[1].testSetup, u"import math"_s);
    QCOMPARE(visible.tests.first().visibility, Visibility::Visible);
    QCOMPARE(hidden.tests.size(), 2);
    QCOMPARE(hidden.tests.first().visibility, Visibility::Hidden);
    QCOMPARE(hidden.scope, Visibility::Hidden);
}

void TestJudge::aChangeIsTriedWithoutVisibleTests()
{
    NotingRunner runner;
    Task task;
    task.kind = TaskKind::Repository;
    task.repository = {.name = u"a/b"_s, .folder = u"/b"_s, .baseCommit = u"c0"_s, .testPatch = u"t"_s, .goldPatch = u"g"_s,
        .failToPass = {u"f"_s}, .testCommands = {u"make"_s}};
    (void)*Judge(runner).judge(task, u"change"_s, Visibility::Visible, {});
    (void)*Judge(runner).judge(task, u"change"_s, Visibility::Hidden, {});
    QCOMPARE(runner.executions.size(), 2);
    QCOMPARE(runner.executions[0].repository, (Repository{.name = u"a/b"_s, .folder = u"/b"_s, .baseCommit = u"c0"_s}));
    QCOMPARE(runner.executions[1].repository.testPatch, u"t"_s);
    QVERIFY(runner.executions[1].repository.goldPatch.isEmpty());
}

void TestJudge::noVisibleTestsIsGreen()
{
    NotingRunner runner;
    Task task = functionTask();
    task.visibleTests.clear();
    const Verdict verdict = *Judge(runner).judge(task, u"code"_s, Visibility::Visible, {});
    QVERIFY(verdict.passed);
    QCOMPARE(verdict.errorDetail, u"no visible tests"_s);
    QVERIFY(runner.executions.isEmpty());
}

void TestJudge::noHiddenTestsIsRed()
{
    NotingRunner runner;
    Task task = functionTask();
    task.hiddenTests.clear();
    QVERIFY(!Judge(runner).judge(task, u"code"_s, Visibility::Hidden, {})->passed);
}

void TestJudge::noReportIsNoPass()
{
    class Silent : public Runner
    {
        Result<Verdict> run(const Execution &, std::stop_token) override
        {
            Verdict verdict;
            verdict.passed = true;
            return verdict;
        }
    } runner;
    QVERIFY(!Judge(runner).judge(functionTask(), u"code"_s, Visibility::Hidden, {})->passed);
}

void TestJudge::filesOfTheScope()
{
    Task task;
    task.kind = TaskKind::Files;
    task.testFiles = {{u"conftest.py"_s, u"c"_s, Visibility::Visible}, {u"test_h.py"_s, u"h"_s, Visibility::Hidden}};
    QCOMPARE(executionFor(task, {}, Visibility::Visible).testFiles.size(), 1);
    QCOMPARE(executionFor(task, {}, Visibility::Visible).testFiles.first().path, u"conftest.py"_s);
    // Hidden test files may lean on what is visible.
    QCOMPARE(executionFor(task, {}, Visibility::Hidden).testFiles.size(), 2);
}

void TestJudge::testsOfItsOwn()
{
    NotingRunner runner;
    const QList<TestCase> own{{u"own test 1"_s, u"assert f(9) == 9"_s}};
    const Verdict verdict = *Judge(runner).judgeOwn(functionTask(), u"code"_s, own, {});
    QCOMPARE(runner.executions.size(), 1);
    QCOMPARE(runner.executions[0].tests, own);
    QCOMPARE(runner.executions[0].testSetup, u"import math"_s);
    QVERIFY(verdict.scope == Visibility::Own && verdict.passed);
    QVERIFY(verdict.tests.first().visibility == Visibility::Own);
}

void TestJudge::measuresLinesOnce()
{
    Task task;
    task.kind = TaskKind::Files;
    task.testFiles = {{u"test_h.py"_s, u"h"_s, Visibility::Hidden}};
    QVERIFY(executionFor(task, {}, Visibility::Hidden).coverage);
    task.testFiles << TestFile{u"test_v.py"_s, u"v"_s, Visibility::Visible};
    QVERIFY(executionFor(task, {}, Visibility::Visible).coverage);
    QVERIFY(!executionFor(task, {}, Visibility::Hidden).coverage);
    QVERIFY(!executionFor(functionTask(), {}, Visibility::Visible).coverage);
}

void TestJudge::cancelPasses()
{
    NotingRunner runner;
    std::stop_source source;
    source.request_stop();
    const auto verdict = Judge(runner).judge(functionTask(), u"code"_s, Visibility::Hidden, source.get_token());
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().kind, ErrorKind::Cancelled);
}

QTEST_APPLESS_MAIN(TestJudge)
#include "tst_judge.moc"
