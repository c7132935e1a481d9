#include "core/runners/attemptinput.h"
#include "core/runners/runnerfactory.h"
#include "core/sandbox/serverpool.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// Servers start, retire, are cancelled and die without harm to the attempts of others.
class tst_Server : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cancelsQuickly();
    void cancelsWhileWaitingForAServer();
    void runsFromSeveralThreads();
    void outlivesRetirement();
    void retriesAfterAFaultOfOurs();
    void saysWhatIsMissing();
    void saysWhyItCannotStart();
    void leavesNoProcessBehind();
    void readsGearNames();
};

namespace {

Execution execution(const QString &code)
{
    Execution execution;
    execution.code = code;
    execution.entryPoint = u"f"_s;
    execution.tests << TestCase{u"one"_s, u"assert f(1) == 2"_s};
    return execution;
}

const QString right = u"def f(n):\n    return n + 1\n"_s;
const QString endless = u"def f(n):\n    while True:\n        pass\n"_s;

} // namespace

void tst_Server::cancelsQuickly()
{
    const Result<SandboxOptions> options = resolved({.jobs = 1});
    QVERIFY(options);
    const Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(*options);
    QVERIFY(server);
    const AttemptInput right = functionInput(execution(::right), drawNonce());
    QVERIFY((*server)->run(right, {}));
    std::stop_source stop;
    Result<RawAttempt> attempt;
    std::jthread job([&] {
        attempt = (*server)->run(functionInput(execution(endless), drawNonce()), stop.get_token());
    });
    QTRY_COMPARE((*server)->attempts(), 2); // it runs
    QElapsedTimer sinceStop;
    sinceStop.start();
    stop.request_stop();
    job.join();
    const qint64 ms = sinceStop.elapsed();
    QVERIFY2(ms < 1000, qPrintable(QString::number(ms))); // 2 ms on an idle machine
    QVERIFY(!attempt);
    QCOMPARE(attempt.error().kind, ErrorKind::Cancelled);
    QVERIFY((*server)->usable());
    const Result<RawAttempt> next = (*server)->run(right, {});
    QVERIFY(next);
    QVERIFY(next->reply.endedBy == sandbox::EndedBy::Itself);
}

void tst_Server::cancelsWhileWaitingForAServer()
{
    const auto runner = makeRunner({.jobs = 1});
    QVERIFY(runner);
    std::stop_source first, second;
    Result<Verdict> verdict;
    std::jthread busy([&] { (void)(*runner)->run(execution(endless), first.get_token()); });
    std::jthread waiting([&] { verdict = (*runner)->run(execution(right), second.get_token()); });
    second.request_stop();
    waiting.join();
    first.request_stop();
    QVERIFY(!verdict || verdict->passed); // it may have been the first to get the server
    if (!verdict)
        QCOMPARE(verdict.error().kind, ErrorKind::Cancelled);
}

void tst_Server::runsFromSeveralThreads()
{
    const auto runner = makeRunner({.jobs = 2});
    QVERIFY(runner);
    std::atomic<int> passed = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 5; ++thread) {
            threads.emplace_back([&] {
                for (int i = 0; i < 20; ++i)
                    passed += (*runner)->run(execution(right), {})->passed ? 1 : 0;
            });
        }
    }
    QCOMPARE(passed.load(), 100);
}

void tst_Server::outlivesRetirement()
{
    const auto runner = makeRunner({.jobs = 1});
    QVERIFY(runner);
    for (int i = 0; i < 1010; ++i) {
        const Result<Verdict> verdict = (*runner)->run(execution(right), {});
        QVERIFY(verdict);
        QVERIFY2(verdict->passed, qPrintable(QString::number(i) + u": "_s + verdict->errorDetail));
        QCOMPARE(verdict->infrastructureRetries, 0);
    }
}

void tst_Server::retriesAfterAFaultOfOurs()
{
    Result<SandboxOptions> options = resolved({.jobs = 1});
    QVERIFY(options);
    // A helper that dies at its first start and works at the second.
    const QTemporaryDir folder;
    QFile wrapper(folder.filePath(u"wrapper"_s));
    QVERIFY(wrapper.open(QIODevice::WriteOnly));
    wrapper.write("#!/bin/sh\nif mkdir " + folder.filePath(u"once"_s).toLocal8Bit()
        + " 2>/dev/null; then exit 1; fi\nexec " + options->helperPath.toLocal8Bit() + " \"$@\"\n");
    wrapper.close();
    QVERIFY(wrapper.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    options->helperPath = wrapper.fileName();
    const auto runner = makeRunner(*options);
    QVERIFY(runner);
    const Result<Verdict> verdict = (*runner)->run(execution(right), {});
    QVERIFY(verdict);
    QVERIFY2(verdict->passed, qPrintable(verdict->errorDetail));
    QCOMPARE(verdict->infrastructureRetries, 1);
}

void tst_Server::saysWhatIsMissing()
{
    const auto runner = makeRunner({.bubblewrapPath = u"/nowhere/bwrap"_s});
    QVERIFY(!runner);
    QCOMPARE(runner.error().kind, ErrorKind::Missing);
    QVERIFY(runner.error().detail.contains(u"/nowhere/bwrap"_s));
    QCOMPARE(makeRunner({.jobs = 0}).error().kind, ErrorKind::BadUsage);
}

void tst_Server::saysWhyItCannotStart()
{
    // A "bubblewrap" that fails stands for a system that forbids user namespaces.
    const auto runner = makeRunner({.jobs = 1, .bubblewrapPath = u"/bin/false"_s});
    QVERIFY(runner);
    const Result<Verdict> verdict = (*runner)->run(execution(right), {});
    QVERIFY(verdict);
    QVERIFY(verdict->errorClass == ErrorClass::Infrastructure);
    QVERIFY(!verdict->passed);
    QVERIFY(!verdict->counts());
    QCOMPARE(verdict->infrastructureRetries, 2);
}

void tst_Server::leavesNoProcessBehind()
{
    const Result<SandboxOptions> options = resolved({.jobs = 1});
    QVERIFY(options);
    const QString leaver =
        u"import os\ndef f(n):\n    if os.fork() == 0:\n        os.setsid()\n        if os.fork() "
        u"== 0:\n"
        "            while True:\n                pass\n        os._exit(0)\n    return n + 1\n"_s;
    const auto runner = makeRunner(*options);
    QVERIFY(runner);
    const Result<Verdict> verdict = (*runner)->run(execution(leaver), {});
    QVERIFY(verdict);
    QVERIFY2(verdict->passed, qPrintable(verdict->errorDetail));
    // Were the daemon alive, this attempt's CPU time would hold its time, too.
    Execution sleeping =
        execution(u"import time\ndef f(n):\n    time.sleep(0.4)\n    return n + 1\n"_s);
    sleeping.limits.cpuMs = 250;
    sleeping.limits.wallMs = 5000;
    const Result<Verdict> next = (*runner)->run(sleeping, {});
    QVERIFY(next);
    QVERIFY2(next->passed, qPrintable(next->errorDetail));
}

void tst_Server::readsGearNames()
{
    QVERIFY(sandboxGearFromString(u"auto") == SandboxGear::Warm);
    QVERIFY(sandboxGearFromString(u"single") == SandboxGear::Single);
    QVERIFY(sandboxGearFromString(u"none") == SandboxGear::None);
    QCOMPARE(sandboxGearFromString(u"docker").error().kind, ErrorKind::BadUsage);
}

QTEST_GUILESS_MAIN(tst_Server)
#include "tst_server.moc"
