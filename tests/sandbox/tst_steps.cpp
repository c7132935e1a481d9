#include "core/runners/stepplan.h"
#include "core/runners/attemptinput.h"
#include "core/sandbox/serverpool.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <sys/wait.h>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

PlanStep shell(const QString &name, const QString &script, quint32 flags = 0)
{
    return {.name = name, .flags = flags | sandbox::StepCaptureOutput, .cpuMs = 2000,
        .arguments = {u"/bin/sh"_s, u"-c"_s, script}, .environment = {u"PATH=/usr/bin:/bin"_s}};
}

} // namespace

/// Plans: programs that run one after the other in the work folder of one attempt.
class TestSteps : public QObject
{
    Q_OBJECT

private:
    struct Ran {
        RawAttempt attempt;
        StepReport report;
    };

    Ran run(const StepPlan &plan, const QString &program = {})
    {
        Execution execution;
        execution.code = program;
        const Nonce nonce = drawNonce();
        const Result<RawAttempt> attempt = m_pool->run(stepsInput(execution, plan, 256, nonce), {});
        if (!attempt) {
            qWarning("%s", qPrintable(attempt.error().detail));
            return {};
        }
        return {*attempt, readSteps(attempt->records, nonce)};
    }

    std::unique_ptr<ServerPool> m_pool;

private Q_SLOTS:
    void initTestCase()
    {
        const Result<SandboxOptions> options = resolved({.jobs = 1});
        QVERIFY2(options, options ? "" : qPrintable(options.error().detail));
        m_pool = std::make_unique<ServerPool>(*options, ServerKind::Steps);
    }

    void stepsRunInOrder()
    {
        StepPlan plan{.programPath = u"src/program.txt"_s, .files = {{u"more/word.txt"_s, "world"}}};
        plan.steps << shell(u"build"_s, u"cat src/program.txt > made"_s)
                   << shell(u"run"_s, u"cat made; read line; echo \" $line\"; echo noise >&2"_s);
        plan.steps[1].input = "input";
        plan.collected = {u"more"_s, u"made"_s, u"absent"_s};
        const Ran ran = run(plan, u"hello"_s);
        QVERIFY(ran.report.complete);
        QVERIFY(ran.attempt.reply.setUp);
        QCOMPARE(ran.report.steps.size(), 2);
        QVERIFY(ran.report.steps[0].succeeded());
        QCOMPARE(ran.report.steps[1].output, u"hello input\n"_s);
        QCOMPARE(ran.attempt.output, QByteArray("noise\n"));
        QCOMPARE(ran.report.files.value(u"more/word.txt"_s), u"world"_s);
        QCOMPARE(ran.report.files.value(u"made"_s), u"hello"_s);
        QCOMPARE(ran.report.files.size(), 2);
    }

    /// A nonce that a harness has read stays unknown to the program beside it.
    void inputCannotBeReadAgain()
    {
        StepPlan plan;
        plan.steps << shell(u"run"_s, u"read secret; python3 -c 'import os; os.lseek(0, 0, 0); print(os.read(0, 100))' 2>&1 | tail -n 1"_s);
        plan.steps[0].input = "secret\n";
        const QString output = run(plan).report.steps.value(0).output;
        QVERIFY2(output.contains(u"Illegal seek"), qPrintable(output));
    }

    void inputMayBeLong()
    {
        StepPlan plan;
        plan.steps << shell(u"slow reader"_s, u"sleep 0.1; wc -c"_s) << shell(u"no reader"_s, u"echo on"_s);
        plan.steps[0].input = plan.steps[1].input = QByteArray(3'000'000, 'x');
        const Ran ran = run(plan);
        QCOMPARE(ran.report.steps.value(0).output, u"3000000\n"_s);
        QCOMPARE(ran.report.steps.value(1).output, u"on\n"_s);
    }

    void aFailureEndsThePlan()
    {
        StepPlan plan;
        plan.steps << shell(u"build"_s, u"exit 3"_s, sandbox::StepMustSucceed) << shell(u"run"_s, u"echo never"_s);
        const Ran ran = run(plan);
        QVERIFY(ran.report.complete);
        QCOMPARE(ran.report.steps.size(), 1);
        QCOMPARE(WEXITSTATUS(ran.report.steps[0].status), 3);
    }

    void anEndlessStepIsEnded()
    {
        StepPlan plan;
        plan.steps << shell(u"endless"_s, u"while :; do :; done"_s) << shell(u"next"_s, u"echo on"_s);
        plan.steps[0].cpuMs = 200;
        QElapsedTimer timer;
        timer.start();
        const Ran ran = run(plan);
        QVERIFY(ran.report.complete);
        QVERIFY(ran.report.steps[0].overCpu);
        QVERIFY(ran.report.steps[0].cpuMs < 1500);
        QCOMPARE(ran.report.steps[1].output, u"on\n"_s);
    }

    void nothingOutlivesItsStep()
    {
        StepPlan plan;
        plan.steps << shell(u"first"_s, u"(while :; do sleep 0.05; echo x >> alive; done) >/dev/null 2>&1 & sleep 0.2"_s)
                   << shell(u"second"_s, u"wc -c < alive; sleep 0.4; wc -c < alive"_s);
        const Ran ran = run(plan);
        const QStringList counts = ran.report.steps.value(1).output.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(counts.size(), 2);
        QVERIFY(counts[0].toInt() > 0);
        QCOMPARE(counts[1], counts[0]);
    }

    void whatIsRemovedIsGone()
    {
        StepPlan plan{.files = {{u"tests.txt"_s, "secret"}}};
        plan.steps << shell(u"build"_s, u"cat tests.txt"_s) << shell(u"run"_s, u"cat tests.txt || echo gone"_s);
        plan.steps[1].removals = {u"tests.txt"_s};
        const Ran ran = run(plan);
        QCOMPARE(ran.report.steps.value(0).output, u"secret"_s);
        QCOMPARE(ran.report.steps.value(1).output, u"gone\n"_s);
    }

    /// The program itself cannot be found while it runs: not in the folder, not through /proc.
    void aHiddenProgramCannotBeRead()
    {
        StepPlan plan;
        plan.steps << shell(u"build"_s, u"cp /usr/bin/ls program && chmod +x program"_s);
        plan.steps << PlanStep{.name = u"run"_s, .flags = sandbox::StepHidden | sandbox::StepCaptureOutput, .cpuMs = 1000,
            .arguments = {u"./program"_s, u"-a"_s, u"."_s, u"/proc"_s}};
        const Ran ran = run(plan);
        QVERIFY(ran.report.steps.value(1).succeeded());
        QVERIFY2(!ran.report.steps[1].output.contains(u"program"), qPrintable(ran.report.steps[1].output));
        QVERIFY(!ran.report.steps[1].output.contains(u"self"));
    }

    void theSystemIsOutOfReach_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("home") << u"ls /root /home"_s;
        QTest::newRow("writing outside") << u"echo x > /usr/x || echo x > /x || echo x > /proc/x"_s;
        QTest::newRow("the first process") << u"kill -9 1; kill -0 1 && test -r /proc/1/mem"_s;
        QTest::newRow("the report") << u"echo forged >&4"_s;
    }

    void theSystemIsOutOfReach()
    {
        QFETCH(QString, script);
        StepPlan plan;
        plan.steps << shell(u"try"_s, script) << shell(u"after"_s, u"echo alive"_s);
        const Ran ran = run(plan);
        QVERIFY(ran.report.complete);
        QVERIFY(!ran.report.forged);
        QVERIFY(!ran.report.steps.value(0).succeeded());
        QCOMPARE(ran.report.steps.value(1).output, u"alive\n"_s);
    }

    void aMissingProgramIsTold()
    {
        StepPlan plan;
        plan.steps << PlanStep{.name = u"run"_s, .cpuMs = 1000, .arguments = {u"/usr/bin/no-such-program"_s}};
        const Ran ran = run(plan);
        QCOMPARE(WEXITSTATUS(ran.report.steps.value(0).status), 126);
    }

    void memoryIsLimited()
    {
        StepPlan plan;
        plan.steps << PlanStep{.name = u"hog"_s, .cpuMs = 3000, .arguments = {u"/usr/bin/python3"_s, u"-c"_s,
            u"import time\na = bytearray(600 << 20)\nfor i in range(0, len(a), 4096): a[i] = 1\ntime.sleep(1)"_s}};
        const Ran ran = run(plan);
        QVERIFY(ran.attempt.reply.endedBy == sandbox::EndedBy::Memory);
    }
};

QTEST_GUILESS_MAIN(TestSteps)
#include "tst_steps.moc"
