#include "tests/support/commandline.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 120'000;            // ms

/// Tasks \p first to \p last of the suite that comes with the program, as a suite of their own.
QByteArray someTasks(const CommandLine &cli, const QByteArray &name, int first, int last)
{
    if (cli.call({u"suite"_s, u"export"_s, u"starter-python"_s, u"--out"_s, cli.file(u"all.jsonl"_s)}).code != 0)
        return {};
    QFile file(cli.file(u"all.jsonl"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.readAll().split('\n');
    return QByteArray(lines.first()).replace("\"name\":\"starter-python\"", "\"name\":\"" + name + '"') + '\n'
        + QByteArrayList(lines.mid(first + 1, last - first + 1)).join('\n') + '\n';
}

QJsonObject taskOf(const QByteArray &suite, const QString &key)
{
    for (const QByteArray &line : suite.split('\n')) {
        const QJsonObject task = QJsonDocument::fromJson(line).object();
        if (task[u"id"_s].toString() == key)
            return task;
    }
    return {};
}

/// The real program, going on by itself.
class LiveProgram
{
public:
    LiveProgram(const CommandLine &cli, const QStringList &arguments)
    {
        m_process.start(QStringLiteral(AUTODIDACT_CLI), arguments + QStringList{u"--db"_s, cli.database()});
    }
    ~LiveProgram() { kill(); }

    /// Waits until it has said \p words so many times.
    bool says(const QByteArray &words, int times = 1)
    {
        QElapsedTimer clock;
        clock.start();
        while (m_said.count(words) < times && clock.elapsed() < Patience && m_process.state() != QProcess::NotRunning) {
            m_process.waitForReadyRead(200);
            m_said += m_process.readAllStandardError();
        }
        return m_said.count(words) >= times;
    }
    const QByteArray &said() const { return m_said; }
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        ::kill(pid_t(m_process.processId()), SIGKILL);
        m_process.waitForFinished(10'000);
    }

    /// As Ctrl+C does; the exit code.
    int stop()
    {
        m_process.terminate();
        m_process.waitForFinished(10'000);
        return m_process.exitCode();
    }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// A run without an end: the real program, with files dropped beside it.
class TestContinuousRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learnsWhatComesIn();
    void takesFeedback();
    void refuses_data();
    void refuses();
};

void TestContinuousRun::learnsWhatComesIn()
{
    const CommandLine cli;
    const QString inbox = cli.file(u"inbox"_s);
    cli.write(u"base.jsonl"_s, someTasks(cli, "base", 0, 5));
    cli.write(u"more.jsonl"_s, someTasks(cli, "more", 20, 23));
    cli.write(u"late.jsonl"_s, someTasks(cli, "late", 28, 33));
    QCOMPARE(cli.call({u"suite"_s, u"import"_s, u"jsonl"_s, cli.file(u"base.jsonl"_s)}).code, 0);
    const QStringList settings{u"run"_s, u"--suite"_s, u"base"_s, u"--rounds"_s, u"0"_s, u"--name"_s, u"live"_s, u"--set"_s, u"run.inbox="_s + inbox,
                               u"--set"_s, u"run.split=none"_s, u"--set"_s, u"memory.retries=0"_s};
    {
        LiveProgram program(cli, settings);
        QVERIFY2(program.says("waiting for new ones"), program.said().constData());
        QCOMPARE(cli.call({u"runs"_s, u"list"_s, u"--json"_s}).json()[u"runs"_s][0][u"status"_s].toString(), u"running"_s);
        const Answer added = cli.call({u"runs"_s, u"add-tasks"_s, u"live"_s, cli.file(u"more.jsonl"_s), u"--json"_s});
        QVERIFY2(added.code == 0, qPrintable(added.err));
        QCOMPARE(added.json()[u"tasks"_s].toInt(), 4);
        QVERIFY(added.json()[u"live"_s].toBool());
        QVERIFY2(program.says("waiting for new ones", 2), program.said().constData());
        QVERIFY(program.said().contains("more.jsonl: 4 tasks came in"));
        cli.write(u"inbox/broken.jsonl"_s, "{\"autodidact_suite\": 1");
        QCOMPARE(cli.call({u"runs"_s, u"add-tasks"_s, u"live"_s, cli.file(u"late.jsonl"_s)}).code, 0);
        QVERIFY2(program.says("late.jsonl: 6 tasks came in"), program.said().constData());
        program.kill();
    }
    QCOMPARE(cli.call({u"runs"_s, u"list"_s, u"--json"_s}).json()[u"runs"_s][0][u"status"_s].toString(), u"interrupted"_s);
    LiveProgram again(cli, {u"resume"_s, u"live"_s});
    QVERIFY2(again.says("waiting for new ones"), again.said().constData());
    QCOMPARE(again.stop(), 4);
    QCOMPARE(QDir(inbox + u"/done"_s).entryList(QDir::Files), (QStringList{u"late.jsonl"_s, u"more.jsonl"_s}));
    QCOMPARE(QDir(inbox + u"/refused"_s).entryList(QDir::Files), (QStringList{u"broken.jsonl"_s, u"broken.jsonl.why.txt"_s}));
    const QJsonObject run = cli.call({u"runs"_s, u"show"_s, u"live"_s, u"--json"_s}).json();
    QCOMPARE(run[u"status"_s].toString(), u"stopped"_s);
    QCOMPARE(run[u"rounds_done"_s].toInt(), 3);
    QJsonArray sizes;
    for (const QJsonValue &round : run[u"round_list"_s].toArray())
        sizes.append(round[u"tasks"_s]);
    QCOMPARE(sizes, (QJsonArray{6, 4, 6}));

    const QJsonObject day = cli.call({u"runs"_s, u"summary"_s, u"live"_s, u"--json"_s}).json();
    QCOMPARE(day[u"rounds"_s].toInt() + cli.call({u"runs"_s, u"summary"_s, u"live"_s, u"--day"_s, QDateTime::currentDateTimeUtc().addDays(-1).date().toString(Qt::ISODate), u"--json"_s})
                                            .json()[u"rounds"_s].toInt(), 3);   // midnight may have passed
    QVERIFY(day[u"files"_s][u"tasks"_s].toInt() == 10 || day[u"rounds"_s].toInt() < 3);
    QCOMPARE(cli.call({u"report"_s, u"live"_s, u"--format"_s, u"html"_s, u"--out"_s, cli.file(u"r.html"_s)}).code, 0);
}

void TestContinuousRun::takesFeedback()
{
    const CommandLine cli;
    const QByteArray suite = someTasks(cli, "base", 0, 7);
    cli.write(u"base.jsonl"_s, suite);
    QCOMPARE(cli.call({u"suite"_s, u"import"_s, u"jsonl"_s, cli.file(u"base.jsonl"_s)}).code, 0);
    QCOMPARE(cli.call({u"run"_s, u"--suite"_s, u"base"_s, u"--rounds"_s, u"1"_s, u"--name"_s, u"r"_s, u"--set"_s, u"run.split=none"_s}).code, 0);
    const auto say = [&](const QStringList &words) {
        return cli.call(QStringList{u"runs"_s, u"feedback"_s, u"r"_s, u"--task"_s, u"steepest_stretch"_s, u"--round"_s, u"1"_s, u"--json"_s} + words);
    };
    cli.write(u"good.py"_s, taskOf(suite, u"steepest_stretch"_s)[u"references"_s][0].toString().toUtf8());
    cli.write(u"bad.py"_s, "def steepest_stretch(*all):\n    return None\n");
    const Answer good = say({u"--up"_s, u"--comment"_s, u"Mind the first pair."_s, u"--code"_s, cli.file(u"good.py"_s)});
    QVERIFY2(good.code == 0, qPrintable(good.err));
    QCOMPARE(good.json()[u"memories"_s].toArray().size(), 2);
    const Answer bad = say({u"--code"_s, cli.file(u"bad.py"_s)});
    QCOMPARE(bad.code, 2);
    QVERIFY2(bad.err.contains(u"is red") && bad.err.contains(u"tests fail"), qPrintable(bad.err));
    QCOMPARE(say({u"--up"_s}).code, 2);      // given already
    QCOMPARE(say({u"--down"_s}).code, 0);
    const QJsonObject feedback = cli.call({u"runs"_s, u"show"_s, u"r"_s, u"--json"_s}).json()[u"feedback"_s].toObject();
    QCOMPARE(feedback[u"down_green"_s].toInt() + feedback[u"down_red"_s].toInt(), 1);
    QCOMPARE(feedback[u"up_green"_s].toInt() + feedback[u"up_red"_s].toInt(), 0);
    QCOMPARE(feedback[u"comments"_s].toInt(), 1);
    QCOMPARE(feedback[u"corrections"_s].toInt(), 1);
    QVERIFY(cli.call({u"memory"_s, u"list"_s, u"--set"_s, u"r"_s}).out.contains("Mind the first pair."));
    QVERIFY(cli.call({u"report"_s, u"r"_s, u"--format"_s, u"md"_s}).out.contains("People's feedback: "));
}

void TestContinuousRun::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    QTest::newRow("finished") << QStringList{u"add-tasks"_s, u"r"_s, u"FILE/new.jsonl"_s} << u"is finished"_s;
    QTest::newRow("no file") << QStringList{u"add-tasks"_s, u"r"_s} << u"missing"_s;
    QTest::newRow("no day") << QStringList{u"summary"_s, u"r"_s, u"--day"_s, u"someday"_s} << u"2026-01-31"_s;
    QTest::newRow("nothing said") << QStringList{u"feedback"_s, u"r"_s, u"--task"_s, u"0"_s, u"--round"_s, u"1"_s} << u"Say something"_s;
    QTest::newRow("both thumbs") << QStringList{u"feedback"_s, u"r"_s, u"--task"_s, u"0"_s, u"--round"_s, u"1"_s, u"--up"_s, u"--down"_s} << u"exclude"_s;
    QTest::newRow("no such task") << QStringList{u"feedback"_s, u"r"_s, u"--task"_s, u"nowhere"_s, u"--round"_s, u"1"_s, u"--up"_s} << u"no task"_s;
    QTest::newRow("no such round") << QStringList{u"feedback"_s, u"r"_s, u"--task"_s, u"0"_s, u"--round"_s, u"9"_s, u"--up"_s} << u"no attempt"_s;
    QTest::newRow("no round") << QStringList{u"feedback"_s, u"r"_s, u"--task"_s, u"0"_s, u"--up"_s} << u"--round"_s;
}

void TestContinuousRun::refuses()
{
    static const CommandLine cli;
    static const bool made = [] {
        cli.write(u"base.jsonl"_s, someTasks(cli, "base", 0, 3));
        return cli.call({u"suite"_s, u"import"_s, u"jsonl"_s, cli.file(u"base.jsonl"_s)}).code == 0
            && cli.call({u"run"_s, u"--suite"_s, u"base"_s, u"--rounds"_s, u"1"_s, u"--name"_s, u"r"_s, u"--set"_s, u"run.split=none"_s}).code == 0;
    }();
    QVERIFY(made);
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, said);
    const Answer answer = cli.call(QStringList{u"runs"_s} + arguments);
    QVERIFY(answer.code != 0);
    QVERIFY2(answer.err.contains(said), qPrintable(answer.err));
}

QTEST_GUILESS_MAIN(TestContinuousRun)
#include "tst_continuousrun.moc"
