#include "core/evaluation/taskcheck.h"
#include "core/runners/runnerfactory.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

Task goodTask()
{
    Task task;
    task.key = u"double"_s;
    task.title = u"Twice"_s;
    task.statement = u"Write double(n), which returns twice n."_s;
    task.entryPoint = u"double"_s;
    task.starter = u"def double(n):\n    raise NotImplementedError\n"_s;
    task.visibleTests = {{u"of two"_s, u"assert double(2) == 4"_s, {}, {}}};
    task.hiddenTests = {{u"of three"_s, u"assert double(3) == 6"_s, {}, {}}, {u"of nought"_s, u"assert double(0) == 0"_s, {}, {}}};
    task.references = {u"def double(n):\n    return 2 * n\n"_s};
    return task;
}

Task program()
{
    Task task = goodTask();
    task.kind = TaskKind::Program;
    task.entryPoint.clear();
    task.starter.clear();
    task.visibleTests = {{u"of two"_s, {}, u"2\n"_s, {u"4\n"_s}}};
    task.hiddenTests = {{u"of three"_s, {}, u"3\n"_s, {u"6\n"_s}}};
    task.references = {u"print(2 * int(input()))\n"_s};
    return task;
}

QString codes(const QList<TaskFinding> &findings)
{
    QStringList texts;
    for (const TaskFinding &finding : findings)
        texts.append(QString::number(int(finding.code)));
    return texts.join(u' ');
}

QString codes(std::initializer_list<FindingCode> wanted)
{
    QStringList texts;
    for (const FindingCode code : wanted)
        texts.append(QString::number(int(code)));
    return texts.join(u' ');
}

} // namespace

/// What is found wrong with a task, by its looks and in the real sandbox.
class TestTaskCheck : public QObject
{
    Q_OBJECT

private:
    QList<TaskFinding> run(const Task &task)
    {
        int last = -1;
        int all = 0;
        const auto found = checkTask(task, *m_runner, {}, [&](int done, int of) {
            QCOMPARE_GT(done, last);
            last = done;
            all = of;
        });
        if (!found) {
            QTest::qFail(qPrintable(found.error().detail), __FILE__, __LINE__);
            return {};
        }
        [&] { QCOMPARE(last, all); }();
        return *found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto runner = makeRunner({.jobs = 1});
        if (!runner)
            QSKIP(qPrintable(runner.error().detail));
        m_runner = std::move(*runner);
    }

    void aGoodTaskHasNothing()
    {
        for (const Task &task : {goodTask(), program()}) {
            QCOMPARE(codes(lookAtTask(task)), QString());
            const QList<TaskFinding> found = run(task);
            QVERIFY2(found.isEmpty(), found.isEmpty() ? "" : qPrintable(toString(found.first())));
        }
    }

    void looks()
    {
        Task task = goodTask();
        task.key.clear();
        task.statement = u" "_s;
        task.entryPoint.clear();
        task.hiddenTests.clear();
        task.references.clear();
        QCOMPARE(codes(lookAtTask(task)), codes({FindingCode::NoKey, FindingCode::NoStatement, FindingCode::NoEntryPoint, FindingCode::NoHiddenTests, FindingCode::NoReference}));
        task = goodTask();
        task.key = u"a b"_s;
        task.visibleTests = {{u"of three"_s, u" assert double(3) == 6\n"_s, {}, {}}, {u"none"_s, u" "_s, {}, {}}};
        const QList<TaskFinding> found = lookAtTask(task, {u"a b"_s});
        QCOMPARE(codes(found), codes({FindingCode::BadKey, FindingCode::KeyTaken, FindingCode::SameTest, FindingCode::EmptyTest, FindingCode::TestNameTwice}));
        QVERIFY(found.at(2).part == TaskPart::VisibleTests && found.at(2).index == 0 && found.at(2).test == u"of three");
        QVERIFY(!found.at(2).isError() && found.at(3).isError());
        task = program();
        task.hiddenTests.append({u"silent"_s, {}, {}, {}});
        QCOMPARE(codes(lookAtTask(task)), codes({FindingCode::EmptyTest}));
        task = goodTask();
        task.kind = TaskKind::Files;
        task.testFiles = {{u"../out.py"_s, u"x"_s, Visibility::Hidden}};
        QCOMPARE(codes(lookAtTask(task)), codes({FindingCode::BadPath}));
        task.kind = TaskKind::Repository;
        task.testFiles.clear();
        QCOMPARE(codes(lookAtTask(task)), codes({FindingCode::NoRepositoryName, FindingCode::NoFolder, FindingCode::NoBaseCommit, FindingCode::NoFailToPass, FindingCode::NotRunHere}));
        QVERIFY(probesOf(task).isEmpty());
    }

    void aRedReferenceNamesTestAndValues()
    {
        Task task = goodTask();
        task.references.append(u"def double(n):\n    return n * n\n"_s);
        const QList<TaskFinding> found = run(task);
        QCOMPARE(codes(found), codes({FindingCode::ReferenceRed}));
        QCOMPARE(found.first().index, 1);
        QCOMPARE(found.first().test, u"of three"_s);
        QVERIFY(found.first().scope == Visibility::Hidden && found.first().errorClass == ErrorClass::Logic);
        QVERIFY2(toString(found.first()).contains(u"reference 2 is red on the hidden test \"of three\""_s), qPrintable(toString(found.first())));
    }

    void aReferenceThatDoesNotParseNamesTheLine()
    {
        Task task = goodTask();
        task.references = {u"def double(n):\n    return 2 *\n"_s};
        const QList<TaskFinding> found = run(task);
        QVERIFY(!found.isEmpty());
        QVERIFY(found.first().errorClass == ErrorClass::Syntax);
        QCOMPARE(found.first().line, 2);
        QVERIFY(found.first().test.isEmpty());
    }

    void greenStarterAndEmptyProgram()
    {
        Task task = goodTask();
        task.starter = task.references.first();
        QCOMPARE(codes(run(task)), codes({FindingCode::StarterGreen}));
        task = goodTask();
        task.hiddenTests = {{u"nothing"_s, u"assert True"_s, {}, {}}};
        QCOMPARE(codes(run(task)), codes({FindingCode::StarterGreen, FindingCode::EmptyGreen}));
        task = program();
        task.hiddenTests = {{u"nothing"_s, {}, u"3\n"_s, {u""_s}}};
        task.references = {u"pass\n"_s};
        QCOMPARE(codes(run(task)), codes({FindingCode::ReferenceRed, FindingCode::EmptyGreen}));
    }

    void itIsStoppedAtOnce()
    {
        Task task = goodTask();
        task.limits.cpuMs = 60'000;
        task.references = {u"def double(n):\n    while True:\n        pass\n"_s};
        std::stop_source stop;
        QElapsedTimer clock;
        std::jthread soon([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            stop.request_stop();
        });
        clock.start();
        const auto found = checkTask(task, *m_runner, stop.get_token(), [](int, int) {});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Cancelled);
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }

    void everyCodeHasASentence()
    {
        for (int code = 0; code <= int(FindingCode::NotJudged); ++code)
            QVERIFY2(!toString(TaskFinding{.code = FindingCode(code)}).isEmpty(), qPrintable(QString::number(code)));
    }

private:
    std::unique_ptr<Runner> m_runner;
};

QTEST_MAIN(TestTaskCheck)
#include "tst_taskcheck.moc"
