#include "core/runners/runnerfactory.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// Files executions: pytest runs the suite's test files on the program, lines are counted,
/// forgeries are seen.
class tst_FileAttempt : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void passesAndCounts();
    void failsWithDetails();
    void classes_data();
    void classes();
    void findsThePlaceOfTheProgram();
    void refusesFilesOutside();
    void knowsUnittest_data();
    void knowsUnittest();
    void tellsWhatUnittestCompared();
    void saysThatPytestIsMissing();

private:
    Verdict run(const QString &code, const QString &tests);

    std::unique_ptr<Runner> m_runner;
};

namespace {

Execution execution(const QString &code, const QString &tests)
{
    Execution execution;
    execution.kind = TaskKind::Files;
    execution.isolation = Isolation::InProcess;
    execution.code = code;
    execution.limits.cpuMs = 6000;
    execution.coverage = true;
    execution.testFiles << TestFile{u"tests/test_solution.py"_s, tests}
                        << TestFile{u"tests/numbers_used.py"_s, u"TWO = 2\n"_s};
    return execution;
}

const QString tests = u"from solution import f\nfrom numbers_used import TWO\n\ndef test_one():\n  "
                      u"  assert f(1) == TWO\n\n"
                      "def test_negative():\n    assert f(-1) == 0\n"_s;

} // namespace

Verdict tst_FileAttempt::run(const QString &code, const QString &tests)
{
    const Result<Verdict> verdict = m_runner->run(execution(code, tests), {});
    return verdict.value_or(
        Verdict{.errorClass = ErrorClass::Infrastructure, .errorDetail = u"no verdict"_s});
}

void tst_FileAttempt::initTestCase()
{
    Result<std::unique_ptr<Runner>> runner = makeRunner({.jobs = 1});
    QVERIFY2(runner, runner ? "" : qPrintable(runner.error().detail));
    m_runner = std::move(*runner);
}

void tst_FileAttempt::passesAndCounts()
{
    const Verdict verdict =
        run(u"def f(n):\n    if n > 100:\n        return 0\n    return n + 1\n"_s, tests);
    QVERIFY2(verdict.passed, qPrintable(verdict.errorDetail));
    QCOMPARE(verdict.tests.size(), 2);
    QCOMPARE(verdict.tests.first().name, u"tests/test_solution.py::test_one"_s);
    QCOMPARE(verdict.coveredLines, (QList{1, 2, 4}));
    QCOMPARE(verdict.missedLines, (QList{3}));
    QCOMPARE(verdict.gear, u"pytest"_s);
}

void tst_FileAttempt::failsWithDetails()
{
    const Verdict verdict = run(u"def f(n):\n    return [10][n] if n < 0 else n\n"_s, tests);
    QVERIFY(verdict.errorClass == ErrorClass::Logic);
    QCOMPARE(verdict.tests.size(), 2);
    QCOMPARE(verdict.tests.first().expected, u"2"_s);
    QCOMPARE(verdict.tests.first().actual, u"1"_s);
    QCOMPARE(verdict.tests.first().testCode, u"assert f(1) == TWO"_s);
    const Verdict raising = run(u"def f(n):\n    return [][n]\n"_s, tests);
    QVERIFY(raising.errorClass == ErrorClass::Runtime);
    QCOMPARE(raising.tests.first().exceptionType, u"IndexError"_s);
    QCOMPARE(raising.tests.first().line, 2);
}

void tst_FileAttempt::classes_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("tampering");
    QTest::newRow("syntax") << u"def f(n) return n"_s << u"syntax"_s << false;
    QTest::newRow("missing name") << u"def g(n): return n"_s << u"import"_s << false;
    QTest::newRow("missing module") << u"import no_such_module"_s << u"import"_s << false;
    QTest::newRow("raises while loading") << u"1 / 0"_s << u"runtime"_s << false;
    QTest::newRow("endless") << u"def f(n):\n    while True: pass"_s << u"timeout"_s << false;
    QTest::newRow("memory") << u"def f(n): return bytearray(10**10)"_s << u"memory"_s << false;
    QTest::newRow("network")
        << u"import socket\ndef f(n):\n    try: socket.socket()\n    except OSError: pass\n    return n + 1"_s
        << u"forbidden"_s << false;
    QTest::newRow("exit") << u"import os\nos._exit(0)"_s << u"logic"_s << true;
    QTest::newRow("deleted tests")
        << u"import os\nos.remove('tests/test_solution.py')\ndef f(n): return n + 1"_s << u"logic"_s
        << true;
    QTest::newRow("emptied tests")
        << u"open('tests/test_solution.py', 'w').close()\ndef f(n): return n + 1"_s << u"logic"_s
        << true;
    QTest::newRow("replaced pytest")
        << u"import _pytest.python\n_pytest.python.Function.runtest = lambda self: None\ndef f(n): return 0"_s
        << u"logic"_s << true;
    QTest::newRow("uncollected tests")
        << u"import sys\ndef f(n): return 0\nframe = sys._getframe()\nwhile frame:\n"
           "    if frame.f_globals.get('__name__') == 'test_solution': frame.f_globals['__test__'] "
           "= False\n"
           "    frame = frame.f_back\n"_s
        << u"logic"_s << true;
    QTest::newRow("forged report")
        << u"import os\nfor n in range(3, 64):\n    try: os.write(n, b'x' * 100)\n    except OSError: pass\nos._exit(0)"_s
        << u"logic"_s << true;
}

void tst_FileAttempt::classes()
{
    QFETCH(const QString, code);
    QFETCH(const QString, expected);
    QFETCH(const bool, tampering);
    const Verdict verdict = run(code, tests);
    QVERIFY2(toString(verdict.errorClass) == expected,
        qPrintable(toString(verdict.errorClass) + u": "_s + verdict.errorDetail
            + verdict.output.left(600)));
    QCOMPARE(verdict.tampering, tampering);
    QCOMPARE(verdict.passed, expected == u"none");
}

void tst_FileAttempt::findsThePlaceOfTheProgram()
{
    Execution nested =
        execution(u"from package.helper import two\ndef f(n): return n + two() - 1\n"_s,
            QString(tests).replace(u"from solution"_s, u"from package.deep.program"_s));
    nested.entryPoint = u"package/deep/program.py"_s;
    nested.testFiles << TestFile{u"package/helper.py"_s, u"def two(): return 2\n"_s};
    const Result<Verdict> verdict = m_runner->run(nested, {});
    QVERIFY(verdict);
    QVERIFY2(verdict->passed, qPrintable(verdict->errorDetail));
    QVERIFY(!verdict->coveredLines.isEmpty());
}

void tst_FileAttempt::refusesFilesOutside()
{
    for (const QString &path :
        {u"../escape.py"_s, u"/etc/escape.py"_s, u"a/../../b.py"_s, QString()}) {
        Execution outside = execution(u"x = 1"_s, tests);
        outside.testFiles << TestFile{path, u"x"_s};
        const Result<Verdict> verdict = m_runner->run(outside, {});
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().kind, ErrorKind::BadInput);
    }
}

void tst_FileAttempt::knowsUnittest_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("tampering");
    const QString right = u"def f(n): return n + 1\n"_s;
    QTest::newRow("right") << right << u"none"_s << false;
    QTest::newRow("wrong") << u"def f(n): return n"_s << u"logic"_s << false;
    QTest::newRow("raises") << u"def f(n): return n.x"_s << u"runtime"_s << false;
    QTest::newRow("syntax") << u"def f(n) return n"_s << u"syntax"_s << false;
    QTest::newRow("missing name") << u"def g(n): return n"_s << u"import"_s << false;
    QTest::newRow("exit while loading") << u"import sys\nsys.exit(0)"_s << u"runtime"_s << false;
    QTest::newRow("exit in a test") << u"import sys\ndef f(n): sys.exit(0)"_s << u"runtime"_s << false;
    QTest::newRow("hard exit") << u"import os\ndef f(n): os._exit(0)"_s << u"logic"_s << true;
    QTest::newRow("endless") << u"def f(n):\n    while True: pass"_s << u"timeout"_s << false;
    QTest::newRow("memory") << u"def f(n): return bytearray(10**10)"_s << u"memory"_s << false;
    QTest::newRow("deleted tests") << right + u"import os\nos.remove('tests/test_solution.py')"_s << u"logic"_s << true;
    QTest::newRow("replaced unittest") << u"import unittest\nunittest.TestCase.assertEqual = lambda *a: None\ndef f(n): return 1"_s << u"logic"_s << true;
    QTest::newRow("emptied class") << u"def f(n): return 0\nimport sys\nframe = sys._getframe()\nwhile frame:\n"
        "    if frame.f_globals.get('__name__') == 'test_solution': frame.f_globals['load_tests'] = lambda l, t, p: type(t)()\n"
        "    frame = frame.f_back\n"_s << u"logic"_s << true;
}

/// Without pytest, which refuses to be imported here.
void tst_FileAttempt::knowsUnittest()
{
    QFETCH(const QString, code);
    QFETCH(const QString, expected);
    QFETCH(const bool, tampering);
    const QString classes =
        u"import unittest\nfrom solution import f\n\nclass Cases(unittest.TestCase):\n"
        "    def test_a(self):\n        self.assertEqual(f(1), 2)\n    def test_b(self):\n        self.assertTrue(f(0))\n"_s;
    Execution task = execution(code, classes);
    task.testFiles << TestFile{u"pytest.py"_s, u"raise ModuleNotFoundError(name='pytest')"_s};
    const Result<Verdict> verdict = m_runner->run(task, {});
    QVERIFY(verdict);
    QVERIFY2(toString(verdict->errorClass) == expected, qPrintable(toString(verdict->errorClass) + u": "_s + verdict->errorDetail));
    QCOMPARE(verdict->tampering, tampering);
    QCOMPARE(verdict->passed, expected == u"none");
    if (verdict->passed) {
        QCOMPARE(verdict->tests.size(), 2);
        QCOMPARE(verdict->gear, u"unittest"_s);
        QCOMPARE(verdict->coveredLines, QList{1});
    }
}

void tst_FileAttempt::tellsWhatUnittestCompared()
{
    const Verdict verdict = run(u"def f(n):\n    if n > 5:\n        return {}[n]\n    return n\n"_s,
        u"import unittest\nfrom solution import f\n\nclass Cases(unittest.TestCase):\n"
        "    def test_equal(self):\n        self.assertEqual(\n            f(1), 2)\n"
        "    def test_list(self):\n        self.assertEqual([f(1)], [2])\n"
        "    def test_true(self):\n        self.assertTrue(f(0))\n"
        "    def test_in(self):\n        self.assertIn(f(3), [1])\n"
        "    def test_raises(self):\n        f(6)\n"
        "    def test_parts(self):\n        for n in (1, 7):\n            with self.subTest(n=n):\n                self.assertEqual(f(n), n)\n"
        "    @unittest.skip('later')\n    def test_skipped(self):\n        pass\n\n"
        "class Late(unittest.TestCase):\n    @classmethod\n    def setUpClass(cls):\n        raise OSError('no disk')\n"
        "    def test_never(self):\n        pass\n"_s);
    QVERIFY(verdict.errorClass == ErrorClass::Logic);
    QVERIFY(!verdict.tampering);
    QHash<QString, TestResult> tests;
    for (const TestResult &test : verdict.tests)
        tests.insert(test.name.section(u"::"_s, -1), test);
    QCOMPARE(tests.size(), 8);
    QCOMPARE(tests[u"test_equal"_s].expected, u"2"_s);
    QCOMPARE(tests[u"test_equal"_s].actual, u"1"_s);
    QVERIFY2(tests[u"test_equal"_s].testCode.startsWith(u"self.assertEqual("), qPrintable(tests[u"test_equal"_s].testCode));
    QCOMPARE(tests[u"test_list"_s].expected, u"[2]"_s);
    QCOMPARE(tests[u"test_true"_s].expected, u"a true value"_s);
    QCOMPARE(tests[u"test_in"_s].expected, u"in [1]"_s);
    QCOMPARE(tests[u"test_raises"_s].exceptionType, u"KeyError"_s);
    QCOMPARE(tests[u"test_raises"_s].line, 3);
    QCOMPARE(tests[u"test_parts"_s].exceptionType, u"KeyError"_s);
    QVERIFY(tests[u"test_skipped"_s].status == TestStatus::NotRun);
    QCOMPARE(tests[u"test_never"_s].message, u"no disk"_s);
}

void tst_FileAttempt::saysThatPytestIsMissing()
{
    Execution task = execution(u"def f(n): return n + 1"_s, tests);
    task.testFiles << TestFile{u"pytest.py"_s, u"raise ModuleNotFoundError(name='pytest')"_s};
    const Result<Verdict> verdict = m_runner->run(task, {});
    QVERIFY(verdict && verdict->errorClass == ErrorClass::Infrastructure);
    QVERIFY2(verdict->errorDetail.contains(u"python3-pytest"), qPrintable(verdict->errorDetail));
}

QTEST_GUILESS_MAIN(tst_FileAttempt)
#include "tst_fileattempt.moc"
