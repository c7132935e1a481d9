#include "core/runners/runnerfactory.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// What real programs and tests lead to: classes, messages, values that cross.
class tst_PythonRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void classes_data();
    void classes();
    void crossing_data();
    void crossing();
    void tellsExpectedAndActual_data();
    void tellsExpectedAndActual();
    void runsEveryTest();
    void pointsToTheLine();
    void reportsSyntaxErrors();
    void stopsAtTheTimeout();
    void copiesChangedArgumentsBack();
    void offersOtherNames();
    void neverHidesBuiltins();
    void capturesOutput();
    void measuresResources();
    void isDeterministic();
    void chanceRepeats_data();
    void chanceRepeats();
    void setUpRunsBeforeEveryTest();
    void brokenTestsSaySo_data();
    void brokenTestsSaySo();
    void runsWithoutIsolationWhenAsked();

private:
    Verdict run(
        const QString &code, const QStringList &tests, Isolation isolation = Isolation::Split);

    std::unique_ptr<Runner> m_runner;
};

namespace {

Execution execution(const QString &code, const QStringList &tests, Isolation isolation)
{
    Execution execution;
    execution.code = code;
    execution.entryPoint = u"f"_s;
    execution.isolation = isolation;
    execution.limits.cpuMs = 1000;
    for (const QString &test : tests)
        execution.tests << TestCase{u"test %1"_s.arg(execution.tests.size()), test};
    return execution;
}

} // namespace

Verdict tst_PythonRunner::run(const QString &code, const QStringList &tests, Isolation isolation)
{
    const Result<Verdict> verdict = m_runner->run(execution(code, tests, isolation), {});
    return verdict.value_or(
        Verdict{.errorClass = ErrorClass::Infrastructure, .errorDetail = u"no verdict"_s});
}

void tst_PythonRunner::initTestCase()
{
    Result<std::unique_ptr<Runner>> runner = makeRunner({.jobs = 1});
    QVERIFY2(runner, runner ? "" : qPrintable(runner.error().detail));
    m_runner = std::move(*runner);
}

void tst_PythonRunner::classes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    QTest::newRow("right") << u"def f(n): return n + 1"_s << u"none"_s;
    QTest::newRow("empty") << QString() << u"runtime"_s;
    QTest::newRow("no entry point") << u"def g(n): return n + 1"_s << u"runtime"_s;
    QTest::newRow("syntax") << u"def f(n) return n + 1"_s << u"syntax"_s;
    QTest::newRow("indentation") << u"def f(n):\nreturn n + 1"_s << u"syntax"_s;
    QTest::newRow("null byte") << u"def f(n): return n + 1\n"_s + QChar(0) << u"syntax"_s;
    QTest::newRow("missing module")
        << u"import no_such_module\ndef f(n): return n + 1"_s << u"import"_s;
    QTest::newRow("missing name in module") << u"from math import no_such_name"_s << u"import"_s;
    QTest::newRow("late import") << u"def f(n):\n    import no_such_module"_s << u"import"_s;
    QTest::newRow("wrong value") << u"def f(n): return n"_s << u"logic"_s;
    QTest::newRow("no value") << u"def f(n): pass"_s << u"logic"_s;
    QTest::newRow("own assertion") << u"def f(n): assert False"_s << u"logic"_s;
    QTest::newRow("exception") << u"def f(n): return n['a']"_s << u"runtime"_s;
    QTest::newRow("exception while loading") << u"1 / 0"_s << u"runtime"_s;
    QTest::newRow("missing file") << u"def f(n): return open('missing').read()"_s << u"runtime"_s;
    QTest::newRow("recursion") << u"def f(n): return f(n)"_s << u"runtime"_s;
    QTest::newRow("exit with an error") << u"import sys\ndef f(n): sys.exit(3)"_s << u"runtime"_s;
    QTest::newRow("exit with success") << u"import sys\ndef f(n): sys.exit()"_s << u"logic"_s;
    QTest::newRow("endless") << u"def f(n):\n    while True: pass"_s << u"timeout"_s;
    QTest::newRow("endless while loading") << u"while True: pass"_s << u"timeout"_s;
    QTest::newRow("endless in C") << u"def f(n): return sum(range(10**15))"_s << u"timeout"_s;
    QTest::newRow("memory at once") << u"def f(n): return len(bytearray(10**10))"_s << u"memory"_s;
    QTest::newRow("memory in steps")
        << u"def f(n):\n    a = []\n    while True: a.append('x' * 10**6)"_s << u"memory"_s;
    QTest::newRow("memory while loading") << u"a = [0] * 10**10"_s << u"memory"_s;
    QTest::newRow("object as result") << u"class A: pass\ndef f(n): return A()"_s << u"logic"_s;
    QTest::newRow("function as result") << u"def f(n): return lambda: n"_s << u"logic"_s;
    QTest::newRow("main guard") << u"def f(n): return n + 1\nif __name__ == '__main__': 1 / 0"_s
                                << u"none"_s;
    QTest::newRow("subprocess")
        << u"import subprocess\ndef f(n): return n + len(subprocess.run(['true']).args)"_s
        << u"none"_s;
    QTest::newRow("threads") << u"import threading\ndef f(n):\n    a = []\n    t = "
                                u"threading.Thread(target=lambda: a.append(n))\n"
                                "    t.start(); t.join()\n    return a[0] + 1"_s
                             << u"none"_s;
    QTest::newRow("event loop")
        << u"import asyncio\nasync def g(n):\n    await asyncio.sleep(0)\n    return n + 1\n"
           "def f(n): return asyncio.run(g(n))"_s
        << u"none"_s;
    QTest::newRow("dataclass")
        << u"from dataclasses import dataclass\n@dataclass\nclass A:\n    n: int\ndef f(n): return A(n).n + 1"_s
        << u"none"_s;
    QTest::newRow("temporary file")
        << u"import tempfile\ndef f(n):\n    with tempfile.TemporaryFile() as t:\n        t.write(b'x')\n    return n + 1"_s
        << u"none"_s;
}

void tst_PythonRunner::classes()
{
    QFETCH(const QString, code);
    QFETCH(const QString, expected);
    for (const Isolation isolation : {Isolation::Split, Isolation::InProcess}) {
        if (isolation == Isolation::InProcess && code.contains(u"return lambda"_s))
            continue; // logic as well, by its wrong value; the message of the other process is the
                      // point
        const Verdict verdict = run(code, {u"assert f(1) == 2"_s}, isolation);
        QVERIFY2(toString(verdict.errorClass) == expected,
            qPrintable(
                toString(verdict.errorClass) + u": "_s + verdict.errorDetail + verdict.output));
        QCOMPARE(verdict.passed, expected == u"none");
        QCOMPARE(verdict.tests.size(), 1);
        QCOMPARE(verdict.errorDetail.isEmpty(), verdict.passed);
    }
}

void tst_PythonRunner::crossing_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {
             "None",
             "True",
             "0",
             "-1",
             "2**63",
             "-2**200",
             "1.5",
             "float('inf')",
             "-0.0",
             "1+2j",
             "''",
             "'a\\u20ac\\U0001f600'",
             "'\\ud800'",
             "b'\\x00\\xff'",
             "bytearray(b'ab')",
             "[]",
             "[1, [2, [3]]]",
             "(1,)",
             "()",
             "{}",
             "{'a': {1: (2, None)}}",
             "{1, 2, 3}",
             "frozenset({1, 'a'})",
             "range(1, 10, 3)",
             "...",
             "[[]] * 3",
             "{(1, 2): [3]}",
             "int",
             "[len, str]",
         })
        QTest::newRow(value) << QString::fromLatin1(value);
}

void tst_PythonRunner::crossing()
{
    QFETCH(const QString, value);
    const QString test =
        u"v = %1\nr = f(v)\nassert type(r) is type(v) and repr(r) == repr(v)"_s.arg(value);
    const Verdict there = run(u"def f(v): return v"_s, {test});
    QVERIFY2(there.passed, qPrintable(there.errorDetail));
    const Verdict back =
        run(u"def f(v): return repr(v)"_s, {u"v = %1\nassert f(v) == repr(v)"_s.arg(value)});
    QVERIFY2(back.passed, qPrintable(back.errorDetail));
}

void tst_PythonRunner::tellsExpectedAndActual_data()
{
    QTest::addColumn<QString>("test");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("actual");
    QTest::newRow("equal") << u"assert f(1) == [3]"_s << u"[3]"_s << u"1"_s;
    QTest::newRow("turned round") << u"assert 'x' == f(1)"_s << u"'x'"_s << u"1"_s;
    QTest::newRow("less") << u"assert f(5) < 2"_s << u"< 2"_s << u"5"_s;
    QTest::newRow("not") << u"assert not f(5)"_s << u"a false value"_s << u"5"_s;
    QTest::newRow("plain") << u"assert f(0)"_s << u"a true value"_s << u"0"_s;
    QTest::newRow("in a function")
        << u"def check(candidate):\n    for i in range(3):\n        assert candidate(i) == 0, 'no'\ncheck(f)"_s
        << u"0"_s << u"1"_s;
    QTest::newRow("in a class")
        << u"class T:\n    def go(self):\n        assert f(1) == 2\nT().go()"_s << u"2"_s << u"1"_s;
}

void tst_PythonRunner::tellsExpectedAndActual()
{
    QFETCH(const QString, test);
    QFETCH(const QString, expected);
    QFETCH(const QString, actual);
    for (const Isolation isolation : {Isolation::Split, Isolation::InProcess}) {
        const Verdict verdict = run(u"def f(n): return n"_s, {test}, isolation);
        QCOMPARE(verdict.tests.first().expected, expected);
        QCOMPARE(verdict.tests.first().actual, actual);
        QVERIFY(verdict.tests.first().testCode.startsWith(u"assert "_s));
        QVERIFY(verdict.tests.first().status == TestStatus::Failed);
    }
}

void tst_PythonRunner::runsEveryTest()
{
    const Verdict verdict = run(u"def f(n): return 10 // n"_s,
        {u"assert f(1) == 10"_s, u"f(0)"_s, u"assert f(5) == 3"_s, u"assert f(10) == 1"_s});
    QList<TestStatus> seen;
    for (const TestResult &test : verdict.tests)
        seen << test.status;
    QVERIFY(seen
        == (QList{
            TestStatus::Passed, TestStatus::Errored, TestStatus::Failed, TestStatus::Passed}));
    QCOMPARE(verdict.tests.at(1).exceptionType, u"ZeroDivisionError"_s);
    QVERIFY(verdict.errorClass == ErrorClass::Runtime); // of the first test that failed
    QCOMPARE(verdict.passRate(), 0.5);
}

void tst_PythonRunner::pointsToTheLine()
{
    for (const Isolation isolation : {Isolation::Split, Isolation::InProcess}) {
        const Verdict verdict = run(
            u"import math\n\ndef g(n):\n    return math.sqrt(n)\n\ndef f(n):\n    return g(-n)\n"_s,
            {u"f(1)"_s}, isolation);
        QCOMPARE(verdict.tests.first().line, 4);
        QCOMPARE(verdict.tests.first().exceptionType, u"ValueError"_s);
    }
}

void tst_PythonRunner::reportsSyntaxErrors()
{
    const Verdict verdict = run(u"def f(n):\n    return (n +\n"_s, {u"f(1)"_s, u"f(2)"_s});
    QVERIFY(verdict.errorClass == ErrorClass::Syntax);
    QVERIFY(!verdict.compiled());
    QCOMPARE(verdict.diagnostics.size(), 1);
    QCOMPARE(verdict.diagnostics.first().line, 2);
    QCOMPARE(verdict.diagnostics.first().column, 12);
    QVERIFY(verdict.tests.at(1).status == TestStatus::NotRun);
}

void tst_PythonRunner::stopsAtTheTimeout()
{
    const Verdict verdict = run(u"def f(n):\n    while n: pass\n    return 0"_s,
        {u"assert f(0) == 0"_s, u"f(1)"_s, u"f(0)"_s});
    QVERIFY(verdict.errorClass == ErrorClass::Timeout);
    QVERIFY(verdict.tests.at(0).passed());
    QVERIFY(verdict.tests.at(1).status == TestStatus::Errored);
    QVERIFY(verdict.tests.at(2).status == TestStatus::NotRun);
}

void tst_PythonRunner::copiesChangedArgumentsBack()
{
    const QString code =
        u"def f(a, d, s, *, b):\n    a.sort(); a[0].append(9); d['k'] = 1; s.add(5); b.extend(b'z')\n"_s;
    const QString test =
        u"inner = [1]\na = [[2], inner]\nd = {}\ns = {1}\nb = bytearray()\nf(a, d, s, b=b)\n"
        "assert a == [[1, 9], [2]] and d == {'k': 1} and s == {1, 5} and b == b'z'"_s;
    const Verdict verdict = run(code, {test});
    QVERIFY2(verdict.passed, qPrintable(verdict.errorDetail));
}

void tst_PythonRunner::offersOtherNames()
{
    const QString code =
        u"import math\nfrom collections import Counter\nLIMIT = {'a': [1]}\nclass "
        u"Broken(KeyError): pass\n"
        "def g(n): return n * 2\ndef f(n):\n    if n < 0: raise Broken(n)\n    return n\n"_s;
    const QString test =
        u"assert g(2) == 4 and LIMIT == {'a': [1]} and math.pi > 3 and Counter('aa') == {'a': 2}\n"
        "try:\n    f(-1)\nexcept Broken as error:\n    assert error.args == (-1,)\nelse:\n    assert False"_s;
    const Verdict verdict = run(code, {test});
    QVERIFY2(verdict.passed, qPrintable(verdict.errorDetail));
}

void tst_PythonRunner::neverHidesBuiltins()
{
    const Verdict verdict =
        run(u"def f(n): return n\ndef sorted(x): return [1]\ndef len(x): return 0\n"_s,
            {u"assert sorted([f(2)]) == [2] and len([1]) == 1"_s});
    QVERIFY2(verdict.passed, qPrintable(verdict.errorDetail));
}

void tst_PythonRunner::capturesOutput()
{
    const Verdict verdict = run(
        u"import sys\nprint('loaded')\ndef f(n):\n    print('called', n, file=sys.stderr)\n    return n"_s,
        {u"print('of the test')\nassert f(1) == 1"_s});
    QCOMPARE(verdict.output, u"loaded\ncalled 1\n"_s);
    QVERIFY(!verdict.outputTruncated);
    const Verdict endless = run(u"def f(n):\n    while True: print('x' * 100)"_s, {u"f(1)"_s});
    QVERIFY(endless.outputTruncated);
    QCOMPARE(endless.output.size(), 256 * 1024);
    QVERIFY(endless.errorClass == ErrorClass::Forbidden);
}

void tst_PythonRunner::measuresResources()
{
    const Verdict verdict =
        run(u"def f(n):\n    a = bytearray(50 << 20)\n    return sum(range(3000000)) and len(a)"_s,
            {u"assert f(1)"_s});
    QVERIFY2(verdict.passed, qPrintable(verdict.errorDetail));
    QVERIFY(verdict.resources.peakKb > 50 * 1024);
    QVERIFY(verdict.resources.peakKb < 120 * 1024);
    QVERIFY(verdict.resources.cpuMs > 5);
    QVERIFY(verdict.resources.wallMs > 5);
}

void tst_PythonRunner::isDeterministic()
{
    const QString code =
        u"class A: pass\ndef f(n): return [hash('text'), list({'a', 'b', 'c'}), [type(x).__name__ for x in {A(), 1, 'z'}], repr(A())]"_s;
    QStringList seen;
    for (int i = 0; i < 3; ++i) {
        const Result<std::unique_ptr<Runner>> fresh = makeRunner({.jobs = 1});
        QVERIFY(fresh);
        const Result<Verdict> verdict =
            (*fresh)->run(execution(code, {u"assert f(1) == 0"_s}, Isolation::Split), {});
        seen << verdict->tests.first().actual;
    }
    QCOMPARE(seen.at(1), seen.at(0));
    QCOMPARE(seen.at(2), seen.at(0));
    QVERIFY(seen.first().contains(u"at 0x0"_s));
}

void tst_PythonRunner::chanceRepeats_data()
{
    QTest::addColumn<Isolation>("isolation");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("test");
    const QString draw = u"import random\ndef f(n): return [random.random(), random.randint(0, 10 ** 9)]"_s;
    const QString late = u"def f(n):\n    from random import choice\n    return [choice(range(10 ** 9)) for _ in range(3)]"_s;
    const QString testDraws = u"import random\nvalue = random.random()\nassert f(value) == 0"_s;
    for (const auto &[name, isolation] : {std::pair("split", Isolation::Split), {"in-process", Isolation::InProcess}}) {
        QTest::addRow("program, %s", name) << isolation << draw << u"assert f(1) == 0"_s;
        QTest::addRow("in a function, %s", name) << isolation << late << u"assert f(1) == 0"_s;
        QTest::addRow("test, %s", name) << isolation << u"def f(n): return n"_s << testDraws;
    }
}

void tst_PythonRunner::chanceRepeats()
{
    QFETCH(Isolation, isolation);
    QFETCH(QString, code);
    QFETCH(QString, test);
    const Result<Verdict> first = m_runner->run(execution(code, {test}, isolation), {});
    const Result<Verdict> second = m_runner->run(execution(code, {test}, isolation), {});
    QVERIFY(first && second);
    QVERIFY2(first->tests.first().actual.contains(u'.') || first->tests.first().actual.contains(u','),
        qPrintable(first->errorDetail));
    QCOMPARE(second->tests.first().actual, first->tests.first().actual);
}

void tst_PythonRunner::brokenTestsSaySo_data()
{
    QTest::addColumn<QString>("setUp");
    QTest::addColumn<QString>("test");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("message");
    const QString right = u"assert f(1) == 2"_s;
    QTest::newRow("return in the set-up") << u"a = 1\nreturn a"_s << right << u"SyntaxError"_s
                                          << u"'return' outside function (<set-up of the tests>, line 2)"_s;
    QTest::newRow("no Python in the set-up") << u"a = = 1"_s << right << u"SyntaxError"_s << u"invalid syntax (<set-up of the tests>, line 1)"_s;
    QTest::newRow("set-up that raises") << u"a = 1\n{}['a']"_s << right << u"KeyError"_s << u"'a'"_s;
    QTest::newRow("return in a test") << QString() << u"return 1"_s << u"SyntaxError"_s << u"'return' outside function (<test>, line 1)"_s;
}

/// A fault of whoever wrote the tests.
void tst_PythonRunner::brokenTestsSaySo()
{
    QFETCH(const QString, setUp);
    QFETCH(const QString, test);
    for (const Isolation isolation : {Isolation::Split, Isolation::InProcess}) {
        Execution task = execution(u"def f(n): return n + 1"_s, {test}, isolation);
        task.testSetup = setUp;
        const Result<Verdict> verdict = m_runner->run(task, {});
        QVERIFY(verdict && verdict->tests.size() == 1 && !verdict->passed);
        QTEST(verdict->tests[0].exceptionType, "type");
        QTEST(verdict->tests[0].message, "message");
        QVERIFY2(setUp.isEmpty() || verdict->tests[0].testCode.isEmpty(), qPrintable(verdict->tests[0].testCode));
    }
}

void tst_PythonRunner::setUpRunsBeforeEveryTest()
{
    Execution twice = execution(u"def f(n): return n"_s,
        {u"items.append(f(1))\nassert items == [1]"_s, u"assert items == []"_s}, Isolation::Split);
    twice.testSetup = u"items = []"_s;
    const Result<Verdict> verdict = m_runner->run(twice, {});
    QVERIFY(verdict);
    QVERIFY2(verdict->passed, qPrintable(verdict->errorDetail));
}

void tst_PythonRunner::runsWithoutIsolationWhenAsked()
{
    const Result<std::unique_ptr<Runner>> plain =
        makeRunner({.gear = SandboxGear::None, .jobs = 1});
    QVERIFY(plain);
    const Result<Verdict> right = (*plain)->run(
        execution(u"def f(n): return n + 1"_s, {u"assert f(1) == 2"_s}, Isolation::Split), {});
    QVERIFY(right);
    QVERIFY2(right->passed, qPrintable(right->errorDetail));
    QCOMPARE(right->sandbox, u"none"_s);
    const Result<Verdict> endless = (*plain)->run(
        execution(u"def f(n):\n    while True: pass"_s, {u"f(1)"_s}, Isolation::Split), {});
    QVERIFY(endless->errorClass == ErrorClass::Timeout);
}

QTEST_GUILESS_MAIN(tst_PythonRunner)
#include "tst_pythonrunner.moc"
