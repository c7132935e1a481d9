#include "containerobstacle.h"
#include "core/runners/attemptinput.h"
#include "core/runners/runnerfactory.h"
#include "core/sandbox/server.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// A container shows nothing of the machine, leaves nothing behind, and says what is missing.
class tst_Container : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsNothingOfTheMachine();
    void runsARootTree();
    void leavesNothingBehind_data();
    void leavesNothingBehind();
    void sweepsWhatAKilledKeeperLeft();
    void namesWhatIsMissing_data();
    void namesWhatIsMissing();
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

QString stateFolder()
{
    if (geteuid() == 0)
        return u"/run/autodidact"_s;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return runtime.isEmpty() ? u"/tmp/autodidact-%1"_s.arg(geteuid()) : runtime + u"/autodidact"_s;
}

/// Processes of containers, their folders, mounts and control groups.
QStringList leftovers()
{
    QStringList found = QDir(stateFolder() + u"/servers"_s).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const QString &hierarchy : QDir(u"/sys/fs/cgroup"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        found << QDir(u"/sys/fs/cgroup/"_s + hierarchy).entryList({u"autodidact-??????"_s}, QDir::Dirs);
    QFile mounts(u"/proc/self/mounts"_s);
    if (mounts.open(QIODevice::ReadOnly) && mounts.readAll().contains("autodidact/servers"))
        found << u"a mount"_s;
    for (const QString &process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        QFile words(u"/proc/%1/cmdline"_s.arg(process));
        if (words.open(QIODevice::ReadOnly) && words.readAll().contains(stateFolder().toUtf8() + "/servers"))
            found << u"process "_s + process;
    }
    return found;
}

Result<SandboxOptions> options(const QString &image = {})
{
    return resolved({.gear = SandboxGear::Container, .jobs = 1, .image = image});
}

qint64 childOf(qint64 process)
{
    QFile children(u"/proc/%1/task/%1/children"_s.arg(process));
    return children.open(QIODevice::ReadOnly) ? children.readAll().simplified().split(' ').first().toLongLong() : 0;
}

} // namespace

void tst_Container::initTestCase()
{
    if (!containerObstacle().isEmpty())
        QSKIP(qPrintable(containerObstacle()));
    QTRY_COMPARE_WITH_TIMEOUT(leftovers(), QStringList(), 20'000); // another test may be running
}

void tst_Container::showsNothingOfTheMachine()
{
    const auto runner = makeRunner(*options());
    QVERIFY(runner);
    const QString code = u"import os\n"
                         "def f(n):\n"
                         "    folders = ('/proc', '/sys', '/dev/shm', '/work', '/autodidact')\n"
                         "    shown = {folder: sorted(os.listdir(folder)) for folder in folders}\n"
                         "    assert not any(shown.values()), shown\n"
                         "    for path in ('/etc/passwd', '/home', '/root', '/etc/shadow'):\n"
                         "        assert not os.path.exists(path), path\n"
                         "    assert os.uname().nodename == 'sandbox'\n"
                         "    for path in ('/new', '/usr/new', '/etc/new', '/dev/new', '/run/new'):\n"
                         "        try:\n"
                         "            open(path, 'w')\n"
                         "        except OSError:\n"
                         "            continue\n"
                         "        assert False, path\n"
                         "    open('/tmp/mine', 'w').close()\n"
                         "    return n + 1\n"_s;
    for (int i = 0; i < 2; ++i) {
        const Result<Verdict> verdict = (*runner)->run(execution(code), {});
        QVERIFY2(verdict, verdict ? "" : qPrintable(verdict.error().detail));
        QVERIFY2(verdict->passed, qPrintable(verdict->errorDetail));
        QCOMPARE(verdict->sandbox, u"container"_s);
        QCOMPARE(verdict->infrastructureRetries, 0);
    }
}

void tst_Container::runsARootTree()
{
    // A tree whose programs are this system's, under another name, and with a mark of its own.
    const QTemporaryDir tree;
    QDir().mkpath(tree.filePath(u"etc/alternatives"_s));
    constexpr auto open = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
    QFile::setPermissions(tree.path(), open);
    for (const QString &name : {u"lib"_s, u"lib64"_s, u"bin"_s})
        QFile::link(u"usr/"_s + name, tree.filePath(name));
    QFile mark(tree.filePath(u"etc/alternatives/mark"_s));
    QVERIFY(mark.open(QIODevice::WriteOnly));
    mark.close();
    const Result<SandboxOptions> missing = options(tree.path());
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::Missing);
    QVERIFY(QFile::link(u"/usr"_s, tree.filePath(u"usr"_s)));
    const auto runner = makeRunner(*options(tree.path()));
    QVERIFY(runner);
    const Result<Verdict> verdict =
        (*runner)->run(execution(u"import os\ndef f(n):\n    return n + os.path.exists('/etc/alternatives/mark')\n"_s), {});
    QVERIFY(verdict);
    QVERIFY2(verdict->passed, qPrintable(verdict->errorDetail));
}

void tst_Container::leavesNothingBehind_data()
{
    QTest::addColumn<bool>("busy");
    QTest::newRow("an idle server") << false;
    QTest::newRow("in the middle of an attempt") << true;
}

/// The program ends as by kill -9: without a word to its servers.
void tst_Container::leavesNothingBehind()
{
    QFETCH(const bool, busy);
    int ready[2];
    QVERIFY(pipe(ready) == 0);
    const SandboxOptions complete = *options();
    const pid_t program = fork();
    if (program == 0) {
        const Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(complete);
        const bool ran = (*server)->run(functionInput(execution(right), drawNonce()), {}).has_value();
        (void)!write(ready[1], ran ? "1" : "0", 1);
        if (busy)
            (void)(*server)->run(functionInput(execution(u"def f(n):\n    while True: pass\n"_s), drawNonce()), {});
        pause();
        _exit(1);
    }
    char byte = 0;
    QVERIFY(read(ready[0], &byte, 1) == 1);
    QCOMPARE(byte, '1');
    QVERIFY(!leftovers().isEmpty());
    ::kill(program, SIGKILL);
    waitpid(program, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
    QTRY_COMPARE_WITH_TIMEOUT(leftovers(), QStringList(), 10'000);
}

void tst_Container::sweepsWhatAKilledKeeperLeft()
{
    const SandboxOptions complete = *options();
    {
        const Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(complete);
        QVERIFY(server);
        QVERIFY((*server)->run(functionInput(execution(right), drawNonce()), {}));
        const qint64 keeper = childOf(childOf(getpid()));
        QVERIFY(keeper > 1);
        ::kill(pid_t(keeper), SIGKILL);
    }
    QTRY_VERIFY_WITH_TIMEOUT(leftovers().filter(u"process"_s).isEmpty(), 10'000);
    QVERIFY(!leftovers().isEmpty());
    {
        const Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(complete);
        QVERIFY((*server)->run(functionInput(execution(right), drawNonce()), {}));
    }
    QTRY_COMPARE_WITH_TIMEOUT(leftovers(), QStringList(), 10'000);
}

void tst_Container::namesWhatIsMissing_data()
{
    QTest::addColumn<SandboxOptions>("options");
    QTest::addColumn<QString>("words");
    const SandboxGear gear = SandboxGear::Container;
    QTest::newRow("engine") << SandboxOptions{.gear = gear, .enginePath = u"/nowhere/podman"_s} << u"/nowhere/podman"_s;
    QTest::newRow("image") << SandboxOptions{.gear = gear, .image = u"localhost/autodidact-no-such-image"_s}
                           << u"nothing is fetched"_s;
    QTest::newRow("tree") << SandboxOptions{.gear = gear, .image = u"/nowhere/tree"_s} << u"/nowhere/tree"_s;
}

void tst_Container::namesWhatIsMissing()
{
    QFETCH(const SandboxOptions, options);
    QFETCH(const QString, words);
    const auto runner = makeRunner(options);
    QVERIFY(!runner);
    QCOMPARE(runner.error().kind, ErrorKind::Missing);
    QVERIFY2(runner.error().detail.contains(words), qPrintable(runner.error().detail));
}

QTEST_GUILESS_MAIN(tst_Container)
#include "tst_container.moc"
