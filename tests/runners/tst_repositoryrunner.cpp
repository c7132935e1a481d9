#include "core/runners/repository/judgedtests.h"
#include "core/runners/runnerfactory.h"
#include "tests/runners/repositoryfixture.h"

#include <QTest>

#include <thread>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

QString block(const QString &path, const QString &before, const QString &after)
{
    return u"%1\n<<<<<<< SEARCH\n%2\n=======\n%3\n>>>>>>> REPLACE\n"_s.arg(path, before, after);
}

QString file(const QString &path, const QString &content)
{
    return u"%1\n```\n%2\n```\n"_s.arg(path, content);
}

const QString price = u"shop/price.py"_s;

QString told(const Verdict &verdict)
{
    QString text = toString(verdict.errorClass) + u": "_s + verdict.errorDetail + u'\n';
    for (const TestResult &test : verdict.tests)
        text += u"%1 %2 %3\n"_s.arg(test.name).arg(int(test.status)).arg(test.message);
    return text + verdict.output.left(3000);
}

} // namespace

Q_DECLARE_METATYPE(OtherProject)

/// Real repositories, real git, the real sandbox.
class TestRepositoryRunner : public QObject
{
    Q_OBJECT

private:
    PytestProject m_shop;
    std::unique_ptr<Runner> m_runner;

    Verdict judged(const Execution &execution) const
    {
        const Result<Verdict> verdict = m_runner->run(execution, {});
        if (!verdict)
            qFatal("%s", qPrintable(verdict.error().detail));
        return *verdict;
    }

private Q_SLOTS:
    void initTestCase()
    {
        Result<std::unique_ptr<Runner>> runner = makeRunner({.jobs = 2});
        QVERIFY2(runner, runner ? "" : qPrintable(runner.error().detail));
        m_runner = std::move(*runner);
    }

    void theAcceptedPatchIsGreen()
    {
        const QByteArray before = m_shop.git.fingerprint();
        const Verdict verdict = judged(m_shop.execution(m_shop.gold));
        QVERIFY2(verdict.passed, qPrintable(told(verdict)));
        QCOMPARE(verdict.tests.size(), 5);
        QCOMPARE(verdict.tests.at(0).name, u"tests/test_price.py::test_two[4-5-9]"_s);
        QCOMPARE(verdict.gear, u"repository"_s);
        QCOMPARE(m_shop.git.fingerprint(), before);
        QCOMPARE(m_shop.git.git({u"worktree"_s, u"list"_s}).count('\n'), 1);
    }

    void classes_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<ErrorClass>("errorClass");
        QTest::addColumn<bool>("tampering");
        QTest::addColumn<QString>("detail");
        const QString all = u"def total(prices):\n    return len(prices) and prices[0] and len(prices)"_s;
        const auto body = [&](const QString &code) { return block(price, all, code); };
        QTest::newRow("right") << body(u"def total(prices):\n    return sum(prices)"_s) << ErrorClass::None << false << QString();
        QTest::newRow("wrong") << body(u"def total(prices):\n    return len(prices)"_s) << ErrorClass::Logic << false
                               << u"assert"_s;
        QTest::newRow("raises") << body(u"def total(prices):\n    return prices + 1"_s) << ErrorClass::Runtime << false
                                << u"TypeError"_s;
        QTest::newRow("no Python") << body(u"def total(prices)\n    return 1"_s) << ErrorClass::Syntax << false
                                   << u"SyntaxError"_s;
        QTest::newRow("unknown module") << body(u"import nosuchmodule\ndef total(prices):\n    return 1"_s) << ErrorClass::Import
                                        << false << u"nosuchmodule"_s;
        QTest::newRow("endless") << body(u"def total(prices):\n    while True: pass"_s) << ErrorClass::Timeout << false
                                 << QString();
        QTest::newRow("exit 0") << body(u"import os\nos._exit(0)"_s) << ErrorClass::Logic << true << u"without a report"_s;
        QTest::newRow("exit 3") << body(u"import os\nos._exit(3)"_s) << ErrorClass::Runtime << false << u"status 3"_s;
        QTest::newRow("exit 0 in a test") << body(u"import os\ndef total(prices):\n    os._exit(0)"_s) << ErrorClass::Logic
                                          << true << u"without a report"_s;
        QTest::newRow("network") << body(u"import socket\nsocket.create_connection(('1.1.1.1', 80))"_s) << ErrorClass::Runtime
                                 << false << QString();
        QTest::newRow("does not apply") << block(price, u"def nothing():"_s, u"x"_s) << ErrorClass::Syntax << false
                                        << u"search/replace block 1"_s;
        QTest::newRow("escapes") << file(u"../../x.py"_s, u"x"_s) << ErrorClass::Syntax << false << u"leaves the repository"_s;
        QTest::newRow("empty") << QString() << ErrorClass::Syntax << false << u"no change"_s;
        QTest::newRow("deletes tests")
            << u"--- a/tests/test_price.py\n+++ /dev/null\n@@ -1,5 +0,0 @@\n-from shop.price import total\n-\n-\n-def test_one():\n-    assert total([3]) == 3\n"_s
            << ErrorClass::Logic << true << u"deletes tests/test_price.py"_s;
        QTest::newRow("deletes other tests")
            << u"--- a/tests/test_other.py\n+++ /dev/null\n"_s << ErrorClass::Logic << true << u"deletes tests/test_other.py"_s;
        QTest::newRow("empties tests") << m_shop.gold + file(u"tests/test_price.py"_s, u"x = 1"_s) << ErrorClass::Logic << true
                                       << u"test_one"_s;
        QTest::newRow("tests and mends") << block(price, u"    return len(prices) and prices[0] and len(prices)"_s,
                                                u"    return sum(prices)"_s)
                + block(u"tests/test_price.py"_s, u"    assert total([3]) == 3"_s, u"    assert total([3]) == 4"_s)
                                         << ErrorClass::None << false << QString();
        QTest::newRow("greets pytest") << file(u"conftest.py"_s,
            u"import pytest\n@pytest.hookimpl(hookwrapper=True)\ndef pytest_runtest_makereport(item, call):\n"
            "    outcome = yield\n    outcome.get_result().outcome = 'passed'"_s)
                                       << ErrorClass::Logic << false << u"assert"_s;
        QTest::newRow("shadows pytest") << file(u"pytest.py"_s, u"import os\nos._exit(0)"_s) << ErrorClass::Logic << false
                                        << u"assert"_s;
        QTest::newRow("no room for tests")
            << u"--- a/tests/test_price.py\n+++ /dev/null\n--- a/tests/test_other.py\n+++ /dev/null\n"_s + u"\n"_s
            << ErrorClass::Logic << true << QString();
    }

    void classes()
    {
        QFETCH(QString, change);
        QFETCH(ErrorClass, errorClass);
        QFETCH(bool, tampering);
        QFETCH(QString, detail);
        Execution execution = m_shop.execution(change);
        execution.limits.cpuMs = 2000;
        const Verdict verdict = judged(execution);
        QVERIFY2(verdict.errorClass == errorClass, qPrintable(told(verdict)));
        QVERIFY2(verdict.tampering == tampering, qPrintable(told(verdict)));
        QCOMPARE(verdict.passed, errorClass == ErrorClass::None);
        QCOMPARE(verdict.tests.size(), 5);
        QVERIFY2(verdict.errorDetail.contains(detail), qPrintable(told(verdict)));
    }

    void visibleJudgingOnlyApplies()
    {
        const Verdict good =
            judged(m_shop.execution(block(price, u"def total(prices):"_s, u"def total(prices) wrong"_s), Visibility::Visible));
        QVERIFY(good.passed && good.tests.isEmpty());
        const Verdict bad = judged(
            m_shop.execution(block(price, u"nothing"_s, u"x"_s) + block(u"none.py"_s, u"a"_s, u"b"_s), Visibility::Visible));
        QVERIFY(!bad.passed && bad.errorClass == ErrorClass::Syntax);
        QCOMPARE(bad.diagnostics.size(), 2);
        QVERIFY(bad.diagnostics.at(1).message.startsWith(u"none.py, "));
    }

    void saysWhatIsMissing()
    {
        Execution execution = m_shop.execution(m_shop.gold);
        execution.repository.folder.clear();
        QVERIFY(m_runner->run(execution, {}).error().kind == ErrorKind::Missing);
        execution.repository.folder = m_shop.git.path();
        execution.repository.baseCommit = u"0123456789012345678901234567890123456789"_s;
        const auto gone = m_runner->run(execution, {});
        QVERIFY(!gone && gone.error().kind == ErrorKind::Missing && gone.error().detail.contains(u"0123456789"));
    }

    void aTestPatchThatDoesNotFitCountsForNobody()
    {
        Execution execution = m_shop.execution(m_shop.gold);
        execution.repository.testPatch.replace(u"-from shop.price import total"_s, u"-from shop import other"_s)
            .replace(u" from shop.price"_s, u" from shop.other"_s);
        const Verdict verdict = judged(execution);
        QVERIFY2(!verdict.counts() && !verdict.passed && verdict.errorDetail.contains(u"test patch"), qPrintable(told(verdict)));
    }

    void anUnknownCommandIsOneTest()
    {
        Execution execution = m_shop.execution(m_shop.gold);
        execution.repository.testCommands = {u"python -c 'from shop.price import total; assert total([2, 3]) == 5'"_s};
        const Verdict green = judged(execution);
        QVERIFY2(green.passed && green.tests.size() == 1, qPrintable(told(green)));
        execution.code = block(price, u"def total(prices):"_s, u"def total(prices):\n    return 1"_s);
        const Verdict red = judged(execution);
        QVERIFY2(
            !red.passed && red.tests.size() == 1 && red.tests.first().message.contains(u"AssertionError"), qPrintable(told(red)));
    }

    void setUpRunsFirst()
    {
        Execution execution = m_shop.execution(m_shop.gold);
        execution.repository.setUpCommands = {u"echo made > made.txt"_s};
        execution.repository.testCommands = {u"test -f made.txt && test ! -e .git && python -m pytest tests"_s};
        QVERIFY2(judged(execution).passed, "the set-up was not seen");
        execution.repository.setUpCommands = {u"echo broken >&2; false"_s};
        const Verdict red = judged(execution);
        QVERIFY2(red.errorClass == ErrorClass::Compile && red.errorDetail.contains(u"broken"), qPrintable(told(red)));
    }

    void testsMayComeFromAnotherCommit()
    {
        const GitRepository git;
        git.write(u"a.py"_s, "x = 1\n");
        const QString base = git.commit();
        git.write(u"test_a.py"_s, "import a\n\n\ndef test_x():\n    assert a.x == 2\n");
        const QString later = git.commit();
        git.git({u"reset"_s, u"-q"_s, u"--hard"_s, base});
        Execution execution;
        execution.kind = TaskKind::Repository;
        execution.limits = {.cpuMs = 5000, .memoryMb = 256};
        execution.repository = {.name = u"me/a"_s, .folder = git.path(), .baseCommit = base, .failToPass = {u"test_a.py"_s},
            .setUpCommands = {u"git checkout %1 -- test_a.py"_s.arg(later)}, .testCommands = {u"pytest test_a.py"_s}};
        execution.code = block(u"a.py"_s, u"x = 1"_s, u"x = 2"_s);
        QVERIFY2(judged(execution).passed, qPrintable(told(judged(execution))));
        execution.code = block(u"a.py"_s, u"x = 1"_s, u"x = 3"_s) + file(u"test_a.py"_s, u"def test_x():\n    pass"_s);
        QVERIFY2(judged(execution).errorClass == ErrorClass::Logic, "the attempt's own test counted");
        execution.repository.setUpCommands = {u"git checkout 0123456789 -- test_a.py"_s};
        const Verdict unfit = judged(execution);
        QVERIFY(!unfit.counts() && unfit.errorDetail.contains(u"0123456789"));
    }

    void treesOfOthersCannotBeFound()
    {
        Execution execution = m_shop.execution(m_shop.gold);
        execution.repository.testCommands = {
            u"! ls /support/trees && ! touch /support/x && ! find /support -name price.py | grep -q ."_s};
        const Verdict verdict = judged(execution);
        QVERIFY2(verdict.passed, qPrintable(told(verdict)));
    }

    void linksThatLeaveDoNoHarm()
    {
        const GitRepository git;
        git.write(u"a.py"_s, "x = 1\n");
        QVERIFY(QFile::link(u"/etc/hostname"_s, git.path() + u"/host"_s));
        QVERIFY(QFile::link(git.path(), git.path() + u"/home"_s));
        Execution execution;
        execution.kind = TaskKind::Repository;
        execution.limits = {.cpuMs = 5000, .memoryMb = 256};
        execution.code = block(u"a.py"_s, u"x = 1"_s, u"x = 2"_s);
        execution.repository = {.name = u"me/links"_s, .folder = git.path(), .baseCommit = git.commit(),
            .testCommands = {u"test ! -L host && test ! -L home && grep -q 2 a.py"_s}};
        const Verdict verdict = judged(execution);
        QVERIFY2(verdict.passed, qPrintable(told(verdict)));
    }

    void unittestTellsOfEveryTest_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("unittest") << u"python -m unittest tests.test_x"_s;
        QTest::newRow("discover") << u"python -m unittest discover -s tests -t ."_s;
        QTest::newRow("a runner of its own") << u"PYTHONPATH=. python tests/run.py"_s;
    }

    void unittestTellsOfEveryTest()
    {
        QFETCH(QString, command);
        const GitRepository git;
        git.write(u"lib.py"_s, "def half(x):\n    return x\n");
        git.write(u"tests/__init__.py"_s, "");
        git.write(u"tests/test_x.py"_s,
            "import unittest\nimport lib\n\n\nclass Halves(unittest.TestCase):\n    def test_even(self):\n        self.assertEqual(lib.half(4), 2)\n\n"
            "    def test_zero(self):\n        \"\"\"Nothing stays nothing.\"\"\"\n        self.assertEqual(lib.half(0), 0)\n\n"
            "    @unittest.skip('later')\n    def test_later(self):\n        pass\n");
        git.write(u"tests/run.py"_s, "import unittest\nsuite = unittest.defaultTestLoader.loadTestsFromName('tests.test_x')\n"
                                     "raise SystemExit(not unittest.TextTestRunner(verbosity=0).run(suite).wasSuccessful())\n");
        Execution execution;
        execution.kind = TaskKind::Repository;
        execution.limits = {.cpuMs = 5000, .memoryMb = 256};
        execution.repository = {.name = u"me/lib"_s,
            .folder = git.path(),
            .baseCommit = git.commit(),
            .failToPass = {u"test_even (tests.test_x.Halves)"_s},
            .passToPass = {u"Nothing stays nothing."_s, u"tests.test_x.Halves.test_zero"_s},
            .testCommands = {command}};
        execution.code = block(u"lib.py"_s, u"    return x"_s, u"    return x // 2"_s);
        const Verdict green = judged(execution);
        QVERIFY2(green.passed && green.tests.size() == 3, qPrintable(told(green)));
        execution.code = block(u"lib.py"_s, u"    return x"_s, u"    return x / 3"_s);
        const Verdict red = judged(execution);
        QVERIFY2(red.errorClass == ErrorClass::Logic && red.tests.at(1).passed(), qPrintable(told(red)));
        QVERIFY(red.tests.at(0).status == TestStatus::Failed && red.tests.at(0).message.contains(u"!= 2"));
        execution.repository.passToPass << u"test_later (tests.test_x.Halves)"_s;
        execution.code = block(u"lib.py"_s, u"    return x"_s, u"    return x // 2"_s);
        QVERIFY2(!judged(execution).passed, "a skipped test counted as green");
    }

    void node_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("node --test") << u"node --test test/"_s;
        QTest::newRow("npm test") << u"npm test"_s;
    }

    void node()
    {
        QFETCH(QString, command);
        const GitRepository git;
        git.write(u"index.js"_s, "exports.add = (a, b) => a - b;\n");
        git.write(u"package.json"_s, "{\"name\": \"add\", \"scripts\": {\"test\": \"node --test test/\"}}\n");
        git.write(u"test/add.test.js"_s,
            "const test = require('node:test');\nconst assert = require('node:assert');\nconst { add } = require('../index');\n"
            "test('adds', () => assert.strictEqual(add(1, 2), 3));\ntest('nothing', () => assert.strictEqual(add(0, 0), 0));\n");
        Execution execution;
        execution.language = Language::JavaScript;
        execution.kind = TaskKind::Repository;
        execution.limits = {.cpuMs = 20'000, .memoryMb = 512};
        execution.repository = {.name = u"me/add"_s, .folder = git.path(), .baseCommit = git.commit(), .failToPass = {u"adds"_s},
            .passToPass = {u"nothing"_s}, .testCommands = {command}};
        execution.code = block(u"index.js"_s, u"exports.add = (a, b) => a - b;"_s, u"exports.add = (a, b) => a + b;"_s);
        const Verdict green = judged(execution);
        QVERIFY2(green.passed, qPrintable(told(green)));
        execution.code = block(u"index.js"_s, u"exports.add = (a, b) => a - b;"_s, u"exports.add = (a, b) => a * b;"_s);
        const Verdict red = judged(execution);
        QVERIFY2(
            red.errorClass == ErrorClass::Logic && red.tests.at(1).passed() && !red.tests.at(0).passed(), qPrintable(told(red)));
    }

    void otherFrameworks_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("program");
        QTest::addColumn<OtherProject>("project");
        for (const OtherProject &project : otherProjects)
            QTest::newRow(project.name) << project.language << project.program << project;
    }

    void otherFrameworks()
    {
        QFETCH(Language, language);
        QFETCH(QString, program);
        QFETCH(OtherProject, project);
        if (!QFileInfo(program).isExecutable())
            QSKIP(qPrintable(program + u" is not installed"_s));
        const GitRepository git;
        for (const auto &[path, content] : project.files)
            git.write(path, content);
        Execution execution;
        execution.language = language;
        execution.kind = TaskKind::Repository;
        execution.limits = {.cpuMs = 60'000, .memoryMb = 2048};
        execution.repository = {.name = u"me/add"_s,
            .folder = git.path(),
            .baseCommit = git.commit(),
            .failToPass = {project.adds},
            .passToPass = {project.nothing},
            .testCommands = {project.command}};
        execution.code = block(project.source, project.wrong, QString(project.wrong).replace(u"a - b"_s, u"a + b"_s));
        const Verdict green = judged(execution);
        QVERIFY2(green.passed, qPrintable(told(green)));
        execution.code = block(project.source, project.wrong, QString(project.wrong).replace(u"a - b"_s, u"a * b"_s));
        const Verdict red = judged(execution);
        QVERIFY2(
            red.errorClass == ErrorClass::Logic && red.tests.at(1).passed() && !red.tests.at(0).passed(), qPrintable(told(red)));
        execution.code = block(project.source, project.wrong, QString(project.wrong).replace(u"a - b"_s, u"a +"_s));
        const Verdict broken = judged(execution);
        QVERIFY2(!broken.passed && !broken.tampering && broken.counts(), qPrintable(told(broken)));
    }

    void twoAtOnce()
    {
        Verdict first;
        Verdict second;
        {
            const std::jthread other([&] { first = judged(m_shop.execution(m_shop.gold)); });
            second = judged(m_shop.execution(block(price, u"def total(prices):"_s, u"def total(prices):\n    return 1"_s)));
        }
        QVERIFY2(first.passed, qPrintable(told(first)));
        QVERIFY2(!second.passed && second.errorClass == ErrorClass::Logic, qPrintable(told(second)));
    }

    void namesOfTests_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("plain");
        QTest::newRow("old unittest") << u"test_x (pkg.tests.Class)"_s << u"pkg.tests.Class.test_x"_s;
        QTest::newRow("new unittest") << u"test_x (pkg.tests.Class.test_x)"_s << u"pkg.tests.Class.test_x"_s;
        QTest::newRow("pytest") << u"tests/test_x.py::A::b[a (b)]"_s << u"tests/test_x.py::A::b[a (b)]"_s;
        QTest::newRow("words") << u"It works (mostly)"_s << u"It works (mostly)"_s;
    }

    void namesOfTests()
    {
        QFETCH(QString, name);
        QFETCH(QString, plain);
        QCOMPARE(plainTestName(name), plain);
    }

    void namesOfGroups()
    {
        const auto test = [](const QString &name, TestStatus status) {
            return DescribedTest{{.name = name, .status = status}, {}};
        };
        const QList<DescribedTest> reported{test(u"t.py::a[1]"_s, TestStatus::Passed), test(u"t.py::a[2]"_s, TestStatus::Failed),
            test(u"t.py::B::c"_s, TestStatus::Passed)};
        Repository repository;
        repository.failToPass = {u"t.py::a"_s, u"t.py::B"_s, u"t.py"_s, u"t.py::b"_s};
        const QList<TestResult> results = judgedTests(repository, reported);
        QVERIFY(results.at(0).status == TestStatus::Failed);
        QVERIFY(results.at(1).passed());
        QVERIFY(results.at(2).status == TestStatus::Failed);
        QVERIFY(results.at(3).status == TestStatus::NotRun);
        QCOMPARE(results.at(0).name, u"t.py::a"_s);
    }
};

QTEST_GUILESS_MAIN(TestRepositoryRunner)
#include "tst_repositoryrunner.moc"
