#include "core/control/daysummary.h"
#include "core/control/intake.h"
#include "core/control/runconfig.h"
#include "core/storage/eventstore.h"
#include "core/storage/journalexport.h"
#include "core/storage/query.h"
#include "core/storage/runstore.h"
#include "core/storage/runtasks.h"
#include "core/storage/updatestore.h"
#include "core/tasks/splitter.h"
#include "core/tasks/suitefile.h"
#include "tests/support/looppieces.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

/// A file of tasks "task/FIRST" to "task/LAST".
QByteArray fileOf(int first, int last, const QString &group = {})
{
    QList<Task> tasks = LoopFixture::taskList(last + 1).mid(first);
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        tasks[i].ordinal = int(i);
        tasks[i].group = group;
    }
    Suite suite;
    suite.name = u"more"_s;
    return writeSuite(suite, tasks);
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QFileInfo &entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (entry.isDir())
            copyFolder(entry.filePath(), to + u'/' + entry.fileName());
        else
            QVERIFY(QFile::copy(entry.filePath(), to + u'/' + entry.fileName()));
    }
}

/// The first line that differs, of both.
QByteArray difference(const QByteArray &expected, const QByteArray &got)
{
    const QList<QByteArray> left = expected.split('\n');
    const QList<QByteArray> right = got.split('\n');
    qsizetype line = 0;
    while (line < std::min(left.size(), right.size()) && left[line] == right[line])
        ++line;
    return "line " + QByteArray::number(line + 1) + "\nexpected: " + left.value(line).left(600) + "\n     got: " + right.value(line).left(600);
}

/// Every file below a folder, sorted.
QStringList filesBelow(const QString &folder)
{
    QStringList files = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    for (const QString &below : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString &file : filesBelow(folder + u'/' + below))
            files.append(below + u'/' + file);
    }
    files.sort();
    return files;
}

/// What came in, one a line: "file first+count" or "file: why not".
QStringList saidOf(const QList<TasksAdded> &additions)
{
    QStringList lines;
    for (const TasksAdded &addition : additions)
        lines.append(addition.problem.isEmpty() ? u"%1 %2+%3"_s.arg(addition.source).arg(addition.first).arg(addition.splits.size())
                                                : u"%1: %2"_s.arg(addition.source, addition.problem));
    return lines;
}

/// Does something at every event.
class Watcher : public LiveSink
{
public:
    explicit Watcher(std::function<void(const Event &)> act) : m_act(std::move(act)) {}
    void published(const Event &event) override { m_act(event); }
    void noted(const LiveNote &) override {}

private:
    std::function<void(const Event &)> m_act;
};

bool isIdle(const Event &event)
{
    const auto *status = std::get_if<RunStatusChanged>(&event.payload);
    return status && status->why.code == ReasonCode::WaitsForTasks;
}

struct InboxFixture : LoopFixture {
    explicit InboxFixture(int tasks = 4) : LoopFixture(tasks)
    {
        config.inbox = folder.filePath(u"inbox"_s);
        config.attempts = 2;
        QDir().mkpath(config.inbox);
    }

    QString in(const QString &name) const { return config.inbox + u'/' + name; }

    /// Plays until it is over; each time it waits for tasks \p idle is asked whether it goes on (it is stopped otherwise).
    RunStatus playUntilIdle(RunId run, const std::function<void(const Event &)> &act, const std::function<bool()> &idle)
    {
        bool waits = false;
        Watcher watcher([&](const Event &event) {
            act(event);
            waits = waits || isIdle(event);
        });
        Mailbox home;
        const auto session = RunSession::open(run, *database, home, &watcher, parts(), {.jobs = 1, .inboxPoll = 5ms}).value();
        session->start();
        while (!session->isOver()) {
            home.runOne({});
            if (std::exchange(waits, false) && !idle())
                session->stop();
        }
        home.runWaiting();
        return session->status();
    }

    QList<QList<int>> roundTasks(RunId run) const
    {
        QList<QList<int>> rounds;
        const QList<Event> events = EventStore(*database).ofKind(run, EventKind::RoundStarted).value();
        for (const Event &event : events)
            rounds.append(std::get<RoundStarted>(event.payload).tasks);
        return rounds;
    }
};

} // namespace

/// Tasks that come in while a run goes on.
class TestInbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesInWhatCame_data();
    void takesInWhatCame();
    void takesInWhatCameDuringARound();
    void learnsNewTasksAndWaits();
    void retriesFailuresBeforeItWaits();
    void stopsWhileItWaits();
    void endsByItsBudgetWhileItWaits();
    void repeatsWithoutAnInbox();
    void playsWhatCameFirst();
    void readsTheQueueBesideTheDatabase();
    void keepsGroupsInOneSplit();
    void drawsSplitsByGroupAlone();
    void judgesByPairsOnceThereAreSelectTasks();
    void refusesWhatTheModelsCannotWrite();
    void endsTheSameAfterEveryKill_data();
    void endsTheSameAfterEveryKill();
    void refusesFolds();
    void summarisesDays();
};

void TestInbox::takesInWhatCame_data()
{
    QTest::addColumn<QMap<QString, QByteArray>>("files");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QStringList>("left");

    using Files = QMap<QString, QByteArray>;
    QTest::newRow("nothing") << Files{} << QStringList{} << QStringList{};
    QTest::newRow("in order of names") << Files{{u"b.jsonl"_s, fileOf(4, 5)}, {u"a.jsonl"_s, fileOf(6, 8)}}
                                       << QStringList{u"a.jsonl 4+3"_s, u"b.jsonl 7+2"_s}
                                       << QStringList{u"done/a.jsonl"_s, u"done/b.jsonl"_s};
    QTest::newRow("broken") << Files{{u"bad.jsonl"_s, fileOf(4, 5) + "{\"id\": \"half"}, {u"good.jsonl"_s, fileOf(6, 6)}}
                            << QStringList{u"bad.jsonl: bad.jsonl*"_s, u"good.jsonl 4+1"_s}
                            << QStringList{u"done/good.jsonl"_s, u"refused/bad.jsonl"_s, u"refused/bad.jsonl.why.txt"_s};
    QTest::newRow("empty") << Files{{u"none.jsonl"_s, {}}} << QStringList{u"none.jsonl: *"_s}
                           << QStringList{u"refused/none.jsonl"_s, u"refused/none.jsonl.why.txt"_s};
    QTest::newRow("a key of the run") << Files{{u"a.jsonl"_s, fileOf(3, 4)}} << QStringList{u"a.jsonl: *\"task/3\"*"_s}
                                      << QStringList{u"refused/a.jsonl"_s, u"refused/a.jsonl.why.txt"_s};
    QTest::newRow("a key of another file") << Files{{u"a.jsonl"_s, fileOf(4, 5)}, {u"b.jsonl"_s, fileOf(5, 6)}}
                                           << QStringList{u"a.jsonl 4+2"_s, u"b.jsonl: *\"task/5\"*"_s}
                                           << QStringList{u"done/a.jsonl"_s, u"refused/b.jsonl"_s, u"refused/b.jsonl.why.txt"_s};
    QTest::newRow("a question of the run under another key")
        << Files{{u"a.jsonl"_s, QByteArray(fileOf(4, 4)).replace("task/4", "mine").replace("Task 4, easy", "Task  2,   easy")}}
        << QStringList{u"a.jsonl: *\"mine\"*\"task/2\"*"_s} << QStringList{u"refused/a.jsonl"_s, u"refused/a.jsonl.why.txt"_s};
    QTest::newRow("the same file under two names") << Files{{u"a.jsonl"_s, fileOf(4, 5)}, {u"b.jsonl"_s, fileOf(4, 5)}}
                                                   << QStringList{u"a.jsonl 4+2"_s, u"b.jsonl: *\"task/4\"*"_s}
                                                   << QStringList{u"done/a.jsonl"_s, u"refused/b.jsonl"_s, u"refused/b.jsonl.why.txt"_s};
    QTest::newRow("still being written") << Files{{u".a.jsonl"_s, fileOf(4, 5)}, {u"a.jsonl.tmp"_s, fileOf(4, 5)}} << QStringList{}
                                         << QStringList{u".a.jsonl"_s, u"a.jsonl.tmp"_s};
}

void TestInbox::takesInWhatCame()
{
    using Files = QMap<QString, QByteArray>;
    QFETCH(const Files, files);
    QFETCH(const QStringList, said);
    QFETCH(const QStringList, left);
    InboxFixture fixture;
    for (const auto &[name, bytes] : files.asKeyValueRange())
        put(fixture.in(name), bytes);
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);

    const QList<TasksAdded> additions = additionsOf(*fixture.database, run.id).value();
    const QStringList got = saidOf(additions);
    QCOMPARE(got.size(), said.size());
    for (qsizetype i = 0; i < said.size(); ++i) {
        const auto pattern = QRegularExpression::fromWildcard(said[i], Qt::CaseSensitive, QRegularExpression::NonPathWildcardConversion);
        QVERIFY2(pattern.match(got[i]).hasMatch(), qPrintable(got[i]));
    }
    QCOMPARE(filesBelow(fixture.config.inbox), left);

    const QList<Task> tasks = tasksOfRun(*fixture.database, run).value();
    qsizetype expected = 4;
    for (const TasksAdded &addition : additions)
        expected += addition.splits.size();
    QCOMPARE(tasks.size(), expected);
    QCOMPARE(splitsOf(*fixture.database, run.id).value().size(), expected);
    for (qsizetype i = 0; i < tasks.size(); ++i)
        QCOMPARE(tasks[i].ordinal, int(i));
    for (const QList<int> &round : fixture.roundTasks(run.id))
        QCOMPARE(round.size(), expected);    // all of them, in every round
    QCOMPARE(SuiteStore(*fixture.database).all().value().size(), 1);   // nothing that a person could change
}

void TestInbox::takesInWhatCameDuringARound()
{
    InboxFixture fixture;
    const Run run = createRun(*fixture.database, fixture.config).value();
    Watcher watcher([&](const Event &event) {
        if (std::holds_alternative<AttemptAnswered>(event.payload) && event.place.round == 1 && event.place.task == 1)
            put(fixture.in(u"late.jsonl"_s), fileOf(4, 5));
    });
    QCOMPARE(fixture.play(run.id, &watcher), RunStatus::Finished);
    const QList<Event> added = EventStore(*fixture.database).ofKind(run.id, EventKind::TasksAdded).value();
    QCOMPARE(added.size(), 1);
    QCOMPARE(added.first().place, (Place{2, Phase::Open}));
    QCOMPARE(fixture.roundTasks(run.id), (QList<QList<int>>{{0, 1, 2, 3}, {0, 1, 2, 3, 4, 5}}));
}

/// Without an end: each round has the new tasks, and with none the run waits, which its status says.
void TestInbox::learnsNewTasksAndWaits()
{
    InboxFixture fixture;
    fixture.config.rounds = 0;
    const Run run = createRun(*fixture.database, fixture.config).value();
    int idles = 0;
    const RunStatus status = fixture.playUntilIdle(run.id, [](const Event &) {}, [&] {
        const Run now = RunStore(*fixture.database).byId(run.id).value();
        if (now.status != RunStatus::Running || now.statusWhy.code != ReasonCode::WaitsForTasks)
            return false;
        if (++idles == 1)
            put(fixture.in(u"more.jsonl"_s), fileOf(4, 6));
        return idles == 1;
    });
    QCOMPARE(status, RunStatus::Stopped);
    QCOMPARE(idles, 2);
    QCOMPARE(fixture.roundTasks(run.id), (QList<QList<int>>{{0, 1, 2, 3}, {4, 5, 6}}));
    QCOMPARE(RunStore(*fixture.database).byId(run.id).value().roundsDone, 2);
}

void TestInbox::retriesFailuresBeforeItWaits()
{
    InboxFixture fixture(2);
    fixture.config.rounds = 0;
    fixture.config.attempts = 1;
    fixture.config.reflection = ReflectionMode::None;
    fixture.config.updateStrategy = u"none"_s;
    fixture.config.memoryCount = 0;          // the model would solve the hard task by what it reads of the easy one
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.playUntilIdle(run.id, [](const Event &) {}, [] { return false; }), RunStatus::Stopped);
    // Task 1 never turns green: it is tried three times more, and then left.
    QCOMPARE(fixture.roundTasks(run.id), (QList<QList<int>>{{0, 1}, {1}, {1}, {1}}));
}

void TestInbox::stopsWhileItWaits()
{
    InboxFixture fixture;
    fixture.config.rounds = 0;
    const Run run = createRun(*fixture.database, fixture.config).value();
    bool waits = false;
    Watcher watcher([&](const Event &event) { waits = waits || isIdle(event); });
    Mailbox home;
    const auto session = RunSession::open(run.id, *fixture.database, home, &watcher, fixture.parts(), {.inboxPoll = 60s}).value();
    session->start();
    while (!waits)
        home.runOne({});
    session->pause();
    home.runWaiting();
    QCOMPARE(session->status(), RunStatus::Paused);
    session->carryOn();
    QCOMPARE(RunStore(*fixture.database).byId(run.id).value().statusWhy.code, ReasonCode::WaitsForTasks);
    QElapsedTimer clock;
    clock.start();
    session->stop();
    while (!session->isOver())
        home.runOne({});
    QVERIFY(clock.elapsed() < 5000);
    QCOMPARE(session->status(), RunStatus::Stopped);
}

void TestInbox::endsByItsBudgetWhileItWaits()
{
    InboxFixture fixture;
    fixture.config.rounds = 0;
    fixture.config.wallBudgetS = 1;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.playUntilIdle(run.id, [](const Event &) {}, [] { return true; }), RunStatus::BudgetReached);
    QVERIFY(RunStore(*fixture.database).byId(run.id).value().statusWhy.code == ReasonCode::TimeBudget);
}

void TestInbox::repeatsWithoutAnInbox()
{
    LoopFixture fixture;
    fixture.config.rounds = 0;
    fixture.config.attemptBudget = 14;
    fixture.config.attempts = 1;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::BudgetReached);
    QCOMPARE(RunStore(*fixture.database).byId(run.id).value().roundsDone, 3);
}

/// With an end, too, new tasks go first where a round has only a part of them.
void TestInbox::playsWhatCameFirst()
{
    InboxFixture fixture(12);
    fixture.config.batch = 3;
    fixture.config.retryShare = 0;
    const Run run = createRun(*fixture.database, fixture.config).value();
    Watcher watcher([&](const Event &event) {
        if (std::holds_alternative<RoundStarted>(event.payload) && event.place.round == 1)
            put(fixture.in(u"late.jsonl"_s), fileOf(12, 13));
    });
    QCOMPARE(fixture.play(run.id, &watcher), RunStatus::Finished);
    const QList<int> second = fixture.roundTasks(run.id).at(1);
    QCOMPARE(second.size(), 3);
    QVERIFY(second.contains(12) && second.contains(13));
}

void TestInbox::readsTheQueueBesideTheDatabase()
{
    LoopFixture fixture;
    const Run run = createRun(*fixture.database, fixture.config).value();
    const QString file = fixture.folder.filePath(u"mine.jsonl"_s);
    put(file, fileOf(4, 5));
    const Inbox inbox = inboxOf(*fixture.database, run);
    QCOMPARE(inbox.drop(file).value(), u"mine.jsonl"_s);
    QCOMPARE(inbox.drop(file).value(), u"mine (2).jsonl"_s);
    QCOMPARE(inbox.waiting(), (QStringList{u"mine (2).jsonl"_s, u"mine.jsonl"_s}));
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    QCOMPARE(tasksOfRun(*fixture.database, run).value().size(), 6);
    QVERIFY(inbox.waiting().isEmpty());
}

void TestInbox::keepsGroupsInOneSplit()
{
    InboxFixture fixture(30);
    fixture.config.split = SplitMode::Auto;
    fixture.config.updateStrategy = u"none"_s;
    fixture.config.attempts = 1;
    fixture.config.rounds = 3;
    put(fixture.in(u"a.jsonl"_s), fileOf(30, 31, u"new"_s));
    put(fixture.in(u"b.jsonl"_s), fileOf(32, 32, u"task/3"_s));
    const Run run = createRun(*fixture.database, fixture.config).value();
    Watcher watcher([&](const Event &event) {
        if (std::holds_alternative<RoundStarted>(event.payload) && event.place.round == 1)
            put(fixture.in(u"c.jsonl"_s), fileOf(33, 35, u"new"_s));
    });
    QCOMPARE(fixture.play(run.id, &watcher), RunStatus::Finished);
    const QList<Split> splits = splitsOf(*fixture.database, run.id).value();
    QCOMPARE(splits.size(), 36);
    QCOMPARE(splits[32], splits[3]);
    for (const int task : {31, 33, 34, 35})
        QCOMPARE(splits[task], splits[30]);
}

void TestInbox::drawsSplitsByGroupAlone()
{
    QMap<Split, int> counts;
    QList<Task> tasks = LoopFixture::taskList(1000);
    const QList<Split> splits = splitAdded(tasks, {}, {}, SplitMode::Auto, 7);
    for (const Split split : splits)
        ++counts[split];
    QVERIFY(std::abs(counts[Split::Learn] - 400) < 50);      // three standard deviations
    QVERIFY(std::abs(counts[Split::Select] - 300) < 45);
    QVERIFY(std::abs(counts[Split::Report] - 300) < 45);
    std::ranges::reverse(tasks);
    QList<Split> reversed = splitAdded(tasks, {}, {}, SplitMode::Auto, 7);
    std::ranges::reverse(reversed);
    QCOMPARE(reversed, splits);
    QVERIFY(splitAdded(tasks, {}, {}, SplitMode::Auto, 8) != splitAdded(tasks, {}, {}, SplitMode::Auto, 7));
    QCOMPARE(splitAdded(tasks, {}, {}, SplitMode::None, 7), QList<Split>(1000, Split::None));
}

/// A run that begins with one group has nothing to pair on; what comes in changes the rule that updates are judged by.
void TestInbox::judgesByPairsOnceThereAreSelectTasks()
{
    InboxFixture fixture(1);
    fixture.config.split = SplitMode::Auto;
    fixture.config.memoryEnabled = false;
    fixture.config.attempts = 1;
    const Run run = createRun(*fixture.database, fixture.config).value();
    Watcher watcher([&](const Event &event) {
        if (std::holds_alternative<RoundStarted>(event.payload) && event.place.round == 1)
            put(fixture.in(u"many.jsonl"_s), fileOf(1, 70));
    });
    QCOMPARE(fixture.play(run.id, &watcher), RunStatus::Finished);
    QCOMPARE(fixture.roundTasks(run.id).first(), QList<int>());
    QVERIFY(fixture.roundTasks(run.id).last().size() > 15);
    const QList<Update> updates = UpdateStore(*fixture.database).all(run.id).value();
    QVERIFY(!updates.isEmpty());
    QCOMPARE(updates.last().validation[u"kind"_s].toString(), u"trial"_s);
    const QList<Event> events = EventStore(*fixture.database).after(run.id, 0, 100'000).value();
    for (const Event &event : events) {
        const auto *answered = std::get_if<AttemptAnswered>(&event.payload);
        if (answered && event.place.phase == Phase::Trial)
            QCOMPARE(answered->attempt.split, Split::Select);
    }
}

void TestInbox::refusesWhatTheModelsCannotWrite()
{
    InboxFixture fixture;
    put(fixture.in(u"a.jsonl"_s), fileOf(4, 5));
    SessionParts parts = fixture.parts();
    parts.makeModels = [&](const RunConfig &, const QList<Task> &tasks) -> Result<RunModels> {
        if (tasks.size() > 5)
            return fail(ErrorKind::BadInput, u"too many for me"_s);
        return RunModels{fixture.model, fixture.model, fixture.model};
    };
    const Run run = createRun(*fixture.database, fixture.config).value();
    Mailbox home;
    const auto session = RunSession::open(run.id, *fixture.database, home, nullptr, parts, {}).value();
    session->start();
    while (!session->isOver())
        home.runOne({});
    QCOMPARE(session->status(), RunStatus::Finished);
    QCOMPARE(saidOf(additionsOf(*fixture.database, run.id).value()), QStringList{u"a.jsonl: too many for me"_s});
}

void TestInbox::endsTheSameAfterEveryKill_data()
{
    QTest::addColumn<int>("rounds");
    QTest::addColumn<QString>("split");
    QTest::newRow("with an end") << 3 << u"none"_s;
    QTest::newRow("without an end") << 0 << u"none"_s;
    QTest::newRow("without an end, split") << 0 << u"auto"_s;
}

/// Files are there at the beginning, one is broken, and one comes in later; after every commit of a round, and every third of
/// its tasks, the database and the folder are copied, and go on from there.
void TestInbox::endsTheSameAfterEveryKill()
{
    QFETCH(const int, rounds);
    QFETCH(const QString, split);
    InboxFixture fixture(5);
    fixture.config.rounds = rounds;
    QVERIFY(setConfigValue(fixture.config, u"run.split"_s, split));
    put(fixture.in(u"a.jsonl"_s), fileOf(5, 6));
    put(fixture.in(u"bad.jsonl"_s), "{");
    put(fixture.in(u"c.jsonl"_s), fileOf(7, 8));
    const Run run = createRun(*fixture.database, fixture.config).value();
    const auto dropLate = [&] {
        if (QFile::exists(fixture.in(u"late.jsonl"_s)) || QFile::exists(fixture.in(u"done/late.jsonl"_s)))
            return false;
        put(fixture.in(u"late.jsonl"_s), fileOf(9, 12));
        return true;
    };
    const auto dropInRound = [&](const Event &event) {
        if (rounds > 0 && event.place.round == 2 && std::holds_alternative<AttemptAnswered>(event.payload))
            dropLate();
    };

    const QTemporaryDir folder;
    const QString database = fixture.path();
    int copies = 0;
    int ofTasks = 0;
    const RunStatus status = fixture.playUntilIdle(run.id, [&](const Event &event) {
        dropInRound(event);
        if (event.place.task >= 0 && ++ofTasks % 3 != 0)
            return;
        const QString copy = folder.filePath(QString::number(copies++));
        QDir().mkpath(copy);
        QVERIFY(QFile::copy(database, copy + u"/db"_s) && QFile::copy(database + u"-wal"_s, copy + u"/db-wal"_s));
        copyFolder(fixture.config.inbox, copy + u"/inbox"_s);
    }, dropLate);
    QCOMPARE(status, rounds > 0 ? RunStatus::Finished : RunStatus::Stopped);
    const QByteArray expected = exportJournal(*fixture.database, run.id).value();
    QCOMPARE(saidOf(additionsOf(*fixture.database, run.id).value()).join(u", "_s).section(u": "_s, 0, 0), u"a.jsonl 5+2, bad.jsonl"_s);
    QCOMPARE(additionsOf(*fixture.database, run.id).value().last().source, u"late.jsonl"_s);
    const QStringList files = filesBelow(fixture.config.inbox);
    QCOMPARE(files, (QStringList{u"done/a.jsonl"_s, u"done/c.jsonl"_s, u"done/late.jsonl"_s, u"refused/bad.jsonl"_s, u"refused/bad.jsonl.why.txt"_s}));
    QVERIFY(copies > 25);

    for (int i = 0; i < copies - 1; ++i) {
        const QString copy = folder.filePath(QString::number(i));
        QVERIFY(QDir(fixture.config.inbox).removeRecursively());
        copyFolder(copy + u"/inbox"_s, fixture.config.inbox);
        fixture.database = Database::open(copy + u"/db"_s, OpenMode::ReadWrite).value();
        QVERIFY(execute(*fixture.database, u"DELETE FROM run_lease"_s));
        QCOMPARE(fixture.playUntilIdle(run.id, dropInRound, dropLate), status);
        const QByteArray got = exportJournal(*fixture.database, run.id).value();
        QVERIFY2(got == expected, (u"copy %1 of %2, "_s.arg(i).arg(copies).toUtf8() + difference(expected, got)).constData());
        QCOMPARE(filesBelow(fixture.config.inbox), files);
    }
}

void TestInbox::refusesFolds()
{
    InboxFixture fixture;
    fixture.config.folds = 3;
    QCOMPARE(createRun(*fixture.database, fixture.config).error().kind, ErrorKind::BadInput);
    fixture.config.inbox.clear();
    QVERIFY(createRun(*fixture.database, fixture.config));
    fixture.config.rounds = 0;
    QCOMPARE(createRun(*fixture.database, fixture.config).error().kind, ErrorKind::BadInput);
}

void TestInbox::summarisesDays()
{
    InboxFixture fixture;
    put(fixture.in(u"a.jsonl"_s), fileOf(4, 5));
    put(fixture.in(u"bad.jsonl"_s), "{");
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    // The second round happened a day later.
    QVERIFY(execute(*fixture.database, u"UPDATE event SET at = CASE WHEN round < 2 THEN 86400000 * 20000 ELSE 86400000 * 20001 + 86399999 END"_s));
    const QDate first = QDate(1970, 1, 1).addDays(20000);
    QCOMPARE(EventStore(*fixture.database).days(run.id).value(), (QList<QDate>{first, first.addDays(1)}));
    const DaySummary one = summaryOf(*fixture.database, run, first).value();
    const DaySummary two = summaryOf(*fixture.database, run, first.addDays(1)).value();
    QCOMPARE(one.rounds, 1);
    QCOMPARE(one.tasks, 6);
    QCOMPARE(one.filesAdded, 1);
    QCOMPARE(one.tasksAdded, 2);
    QCOMPARE(one.filesRefused, 1);
    QVERIFY(one.memories > 0);
    QCOMPARE(two.rounds, 1);
    QCOMPARE(two.filesAdded, 0);
    QCOMPARE(one.attempts + two.attempts, int(EventStore(*fixture.database).ofKind(run.id, EventKind::AttemptAnswered).value().size()));
    QCOMPARE(summaryOf(*fixture.database, run, first.addDays(2)).value().attempts, 0);
    QVERIFY(textOf(one).contains(u"1 taken in with 2 tasks, 1 refused"));

    const Inbox inbox(fixture.config.inbox);
    QVERIFY(writeSummaries(*fixture.database, run, inbox, first.addDays(1)));
    QCOMPARE(QDir(inbox.summaries()).entryList(QDir::Files), QStringList{first.toString(Qt::ISODate) + u".txt"_s});
    QVERIFY(writeSummaries(*fixture.database, run, inbox, first.addDays(5)));
    QCOMPARE(QDir(inbox.summaries()).entryList(QDir::Files).size(), 2);
}

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
