#include "core/storage/runreader.h"
#include "tests/support/demorun.h"
#include "widgets/runs/runfilter.h"
#include "widgets/runs/runtree.h"
#include "widgets/base/tsv.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

RunRow someRun(qint64 id, const QString &name)
{
    RunRow row;
    row.run.id = {id};
    row.run.name = name;
    row.run.status = RunStatus::Running;
    row.live = true;
    return row;
}

TaskRow someTask(int round, int task, TaskState state, ErrorClass errorClass = ErrorClass::None)
{
    TaskRow row;
    row.place = {round, Phase::Learn, task};
    row.key = u"demo/%1"_s.arg(task);
    row.title = u"Task %1"_s.arg(task);
    row.state = state;
    row.errorClass = errorClass;
    row.version = round;
    return row;
}

Round someRound(int number)
{
    Round round;
    round.number = number;
    round.run = {1};
    round.version = number;
    return round;
}

} // namespace

class TestRunsTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatIsOpened();
    void newestRunComesFirst();
    void aRunThatNobodyDrivesWaits();
    void eventsGiveTheSameTreeAsReading();
    void holdsWhatComesWhileReading();
    void findsRowsByCursor();
    void filters_data();
    void filters();
    void roundsWithoutAMatchAreHidden();
    void rowsStayWhileLive();
    void trialsHaveNoRows_data();
    void trialsHaveNoRows();
    void dotsAndDimming();
    void copiesTsv();
    void takesAHundredThousandAttempts();
};

void TestRunsTree::asksForWhatIsOpened()
{
    RunTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy wanted(&model, &RunTreeModel::contentWanted);
    model.putRun(someRun(1, u"student-1"_s));
    const QModelIndex run = model.index(0, 0);
    QVERIFY(model.hasChildren(run));
    const auto asked = wanted.count();      // the tester asks, too
    if (model.canFetchMore(run))
        model.fetchMore(run);
    QVERIFY(asked > 0 || wanted.count() == 1);
    QVERIFY(!model.canFetchMore(run));
    model.giveUp({1});
    QVERIFY(model.canFetchMore(run));
}

void TestRunsTree::newestRunComesFirst()
{
    RunTreeModel model;
    RunFilterModel shown(nullptr);
    shown.setSourceModel(&model);
    shown.sort(RunTreeModel::NameColumn);
    for (const qint64 id : {3, 1, 2, 9})
        model.putRun(someRun(id, u"run-%1"_s.arg(id)));
    QStringList names;
    for (int row = 0; row < shown.rowCount(); ++row)
        names.append(shown.index(row, 0).data().toString());
    QCOMPARE(names, (QStringList{u"run-9"_s, u"run-3"_s, u"run-2"_s, u"run-1"_s}));
}

/// A sink that keeps everything.
struct Keeper : LiveSink {
    void published(const Event &event) override { events.append(event); }
    void noted(const LiveNote &) override {}
    QList<Event> events;
};

static void print(const QAbstractItemModel &model, const QModelIndex &parent, int depth, QStringList &lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        QStringList cells{QString(depth, u' ') + index.data().toString(), index.data(RunTreeModel::StateRole).toString()};
        for (const int column : {int(RunTreeModel::PassedColumn), int(RunTreeModel::ErrorColumn)})
            cells.append(index.siblingAtColumn(column).data().toString());
        if (depth != 1)          // the round's own usage is counted elsewhere than its attempts'
            cells.append(index.siblingAtColumn(RunTreeModel::TokensColumn).data().toString());
        lines.append(cells.join(u'|'));
        print(model, index, depth + 1, lines);
    }
}

void TestRunsTree::aRunThatNobodyDrivesWaits()
{
    RunTreeModel model;
    const auto state = [&model] { return static_cast<ShownState>(model.index(0, 0).data(RunTreeModel::StateRole).toInt()); };
    RunRow row = someRun(1, u"student-1"_s);
    model.putRun(row);
    QCOMPARE(state(), ShownState::Running);
    row.live = false;                       // its program ended without a word
    model.putRun(row);
    QCOMPARE(state(), ShownState::Waiting);
}

void TestRunsTree::eventsGiveTheSameTreeAsReading()
{
    Keeper keeper;
    DemoRun demo(&keeper);
    RunReader reader(demo.database());
    const RunId run = demo.run().id;
    const RunRow row = reader.run(run).value();

    RunTreeModel read;
    read.putRun(row);
    RunContent content;
    content.rounds = reader.rounds(run).value();
    for (const Round &round : std::as_const(content.rounds))
        content.tasks += reader.tasks(run, round.number).value();
    read.putContent(run, content);
    const QList<TaskRow> tasks = content.tasks;
    for (const TaskRow &task : tasks)
        read.putAttempts(run, task.place, reader.attempts(run, {.round = task.place.round, .phase = task.place.phase, .task = task.place.task}).value());

    RunTreeModel heard;
    QAbstractItemModelTester tester(&heard, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RunRow empty = row;
    empty.tokens = 0;
    heard.putRun(empty);
    RunContent nothing;
    // Titles are known from an earlier reading of the suite's tasks.
    nothing.live = true;
    heard.putContent(run, nothing);
    heard.apply(keeper.events);
    heard.putRun(row);

    QStringList fromReading, fromEvents;
    print(read, {}, 0, fromReading);
    print(heard, {}, 0, fromEvents);
    QVERIFY(fromReading.size() > 70);
    // Without titles the live tree shows the keys.
    for (QString &line : fromEvents) {
        for (const DemoTask &task : demo.tasks())
            line.replace(task.task.key, task.task.title);
    }
    QCOMPARE(fromEvents, fromReading);
}

void TestRunsTree::holdsWhatComesWhileReading()
{
    RunTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.putRun(someRun(1, u"student-1"_s));
    if (model.canFetchMore(model.index(0, 0)))
        model.fetchMore(model.index(0, 0));
    Event early;
    early.run = {1};
    early.sequence = 10;
    early.place = {1, Phase::Open};
    early.payload = RoundStarted{someRound(1), {}};
    Event late = early;
    late.sequence = 11;
    late.place = {1, Phase::Learn, 0};
    late.payload = TaskStarted{{5}, u"demo/0"_s, Split::Learn};
    model.apply({early, late});
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    model.putContent({1}, {{someRound(1)}, {}, 10, true});
    const QModelIndex round = model.index(0, 0, model.index(0, 0));
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    QCOMPARE(model.rowCount(round), 1);
    QCOMPARE(model.index(0, 0, round).data(RunTreeModel::StateRole).toInt(), int(ShownState::Running));
}

void TestRunsTree::findsRowsByCursor()
{
    RunTreeModel model;
    model.putRun(someRun(1, u"student-1"_s));
    TaskRow baseline = someTask(2, 7, TaskState::Failed);
    baseline.place.phase = Phase::Baseline;
    TaskRow checkpoint = baseline;
    checkpoint.place.phase = Phase::Checkpoint;
    model.putContent({1}, {{someRound(1), someRound(2)}, {someTask(1, 0, TaskState::Solved), baseline, checkpoint}, 1, false});
    const auto placeOf = [&](const Cursor &cursor) { return model.itemAt(model.indexOf(cursor))->place; };
    QCOMPARE(placeOf({{1}, 1, 0}), (Place{1, Phase::Learn, 0}));
    QCOMPARE(placeOf({{1}, 2, 7}), (Place{2, Phase::Checkpoint, 7}));
    QCOMPARE(placeOf({{1}, 2, 7, 1, Phase::Baseline}), (Place{2, Phase::Baseline, 7}));
    QCOMPARE(placeOf({{1}, 2, 3}), (Place{2}));
    QVERIFY(!model.indexOf({{4}}).isValid());
    QCOMPARE(model.cursorAt(model.indexOf({{1}, 1, 0})), (Cursor{{1}, 1, 0}));
    QCOMPARE(model.cursorAt(model.indexOf({{1}, 2, 7, {}, Phase::Baseline})), (Cursor{{1}, 2, 7, {}, Phase::Baseline}));
}

void TestRunsTree::filters_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("errorClass");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("nothing asked") << -1 << -1 << QString() << true;
    QTest::newRow("state fits") << int(ShownState::Failed) << -1 << QString() << true;
    QTest::newRow("state does not") << int(ShownState::Passed) << -1 << QString() << false;
    QTest::newRow("class fits") << -1 << int(ErrorClass::Timeout) << QString() << true;
    QTest::newRow("class does not") << -1 << int(ErrorClass::Logic) << QString() << false;
    QTest::newRow("text in any case") << -1 << -1 << u"PRIME"_s << true;
    QTest::newRow("text does not") << -1 << -1 << u"clamp"_s << false;
    QTest::newRow("all must fit") << int(ShownState::Failed) << int(ErrorClass::Timeout) << u"clamp"_s << false;
}

void TestRunsTree::filters()
{
    QFETCH(int, state);
    QFETCH(int, errorClass);
    QFETCH(QString, text);
    RunFilter filter;
    if (state >= 0)
        filter.states.insert(static_cast<ShownState>(state));
    if (errorClass >= 0)
        filter.errorClasses.insert(static_cast<ErrorClass>(errorClass));
    filter.text = text;
    QTEST(filter.accepts(ShownState::Failed, ErrorClass::Timeout, u"Count primes\ndemo/prime_count"_s), "accepted");
}

void TestRunsTree::roundsWithoutAMatchAreHidden()
{
    RunTreeModel model;
    RunFilterModel shown(nullptr);
    shown.setSourceModel(&model);
    QAbstractItemModelTester tester(&shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.putRun(someRun(1, u"student-1"_s));
    model.putContent({1}, {{someRound(1), someRound(2)},
                           {someTask(1, 0, TaskState::Solved), someTask(2, 0, TaskState::Failed, ErrorClass::Logic), someTask(2, 1, TaskState::Solved)}, 1, false});
    shown.setFilter({.states = {ShownState::Failed}});
    const QModelIndex run = shown.index(0, 0);
    QCOMPARE(shown.rowCount(run), 1);
    QCOMPARE(shown.index(0, 0, run).data().toString(), u"Round 2"_s);
    QCOMPARE(shown.rowCount(shown.index(0, 0, run)), 1);
    QCOMPARE(shown.counts(model.index(0, 0)), std::pair(1, 3));
    shown.setFilter({});
    QCOMPARE(shown.rowCount(shown.index(0, 0)), 2);
}

void TestRunsTree::rowsStayWhileLive()
{
    RunTreeModel model;
    RunFilterModel shown(nullptr);
    shown.setSourceModel(&model);
    model.putRun(someRun(1, u"student-1"_s));
    TaskRow first = someTask(1, 0, TaskState::Running);
    TaskRow second = someTask(1, 1, TaskState::Running);
    first.tokens = 10;
    second.tokens = 20;
    model.putContent({1}, {{someRound(1)}, {first, second}, 1, true});
    shown.sort(RunTreeModel::TokensColumn, Qt::DescendingOrder);
    const QModelIndex round = shown.index(0, 0, shown.index(0, 0));
    QCOMPARE(shown.index(0, 0, round).data().toString(), u"Task 1"_s);
    Event event;
    event.run = {1};
    event.sequence = 2;
    event.place = {1, Phase::Learn, 0, 1};
    Attempt attempt;
    attempt.id = {8};
    attempt.usage.promptTokens = 500;
    event.payload = AttemptAnswered{attempt};
    model.apply({event});
    QCOMPARE(shown.index(1, RunTreeModel::TokensColumn, round).data().toString(), u"510"_s);
    QCOMPARE(shown.index(0, 0, round).data().toString(), u"Task 1"_s);
}

void TestRunsTree::trialsHaveNoRows_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::newRow("race") << Phase::Race;
    QTest::newRow("trial") << Phase::Trial;
    QTest::newRow("shadow") << Phase::Shadow;
}

/// The same task comes several times there; what it costs counts for the round.
void TestRunsTree::trialsHaveNoRows()
{
    QFETCH(const Phase, phase);
    RunTreeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.putRun(someRun(1, u"student-1"_s));
    model.putContent({1}, {{someRound(1)}, {someTask(1, 0, TaskState::Running)}, 1, true});
    const QModelIndex round = model.index(0, 0, model.index(0, 0));
    const auto tokens = [&] { return round.siblingAtColumn(RunTreeModel::TokensColumn).data().toString(); };
    const QString before = tokens();
    Attempt attempt;
    attempt.id = {8};
    attempt.usage.promptTokens = 500;
    for (const auto &payload : std::initializer_list<EventPayload>{TaskStarted{{1}, u"demo/0"_s, Split::Select, {}}, AttemptAnswered{attempt}}) {
        Event event;
        event.run = {1};
        event.place = {1, phase, 0, std::holds_alternative<AttemptAnswered>(payload) ? 1 : 0};
        event.payload = payload;
        event.sequence = std::holds_alternative<AttemptAnswered>(payload) ? 3 : 2;
        model.apply({event});
    }
    QCOMPARE(model.rowCount(round), 1);
    QCOMPARE(model.rowCount(model.index(0, 0, round)), 0);
    QVERIFY(tokens() != before);
}

void TestRunsTree::dotsAndDimming()
{
    RunTreeModel model;
    model.putRun(someRun(1, u"student-1"_s));
    const TaskRow task = someTask(1, 0, TaskState::Solved);
    model.putContent({1}, {{someRound(1), someRound(2)}, {task, someTask(2, 0, TaskState::Solved)}, 1, false});
    AttemptRow attempt;
    attempt.id = {8};
    attempt.place = {1, Phase::Learn, 0, 1};
    attempt.version = 1;
    model.putAttempts({1}, task.place, {attempt});
    MemoryUseRow use;
    use.attempt = {8};
    use.run = {1};
    use.place = attempt.place;
    model.showMemoryUses({use});
    const QModelIndex used = model.indexOf({{1}, 1, 0, 1});
    QVERIFY(used.data(RunTreeModel::UsedRole).toBool());
    QVERIFY(used.parent().data(RunTreeModel::UsedRole).toBool());
    QVERIFY(!model.indexOf({{1}, 2, 0}).data(RunTreeModel::UsedRole).toBool());
    model.showMemoryUses({});
    QVERIFY(!used.data(RunTreeModel::UsedRole).toBool());
    model.highlightVersion(2);
    QVERIFY(used.data(RunTreeModel::DimmedRole).toBool());
    QVERIFY(!model.indexOf({{1}, 2, 0}).data(RunTreeModel::DimmedRole).toBool());
    model.highlightVersion({});
    QVERIFY(!used.data(RunTreeModel::DimmedRole).toBool());
}

void TestRunsTree::copiesTsv()
{
    RunTreeModel model;
    RunRow row = someRun(1, u"a\tb"_s);
    row.tokens = 1234;
    model.putRun(row);
    const QString text = toTsv(model, {model.index(0, 0)});
    QCOMPARE(text.section(u'\n', 0, 0), u"Name\tPassed\tError\tTokens\tTime"_s);
    QVERIFY(text.section(u'\n', 1, 1).startsWith(u"a b\t\t\t"_s));
    QCOMPARE(text.count(u'\n'), 2);
}

void TestRunsTree::takesAHundredThousandAttempts()
{
    constexpr int rounds = 100, tasks = 500;
    RunTreeModel model;
    RunFilterModel shown(nullptr);
    shown.setSourceModel(&model);
    model.putRun(someRun(1, u"long"_s));
    RunContent content;
    for (int round = 1; round <= rounds; ++round) {
        content.rounds.append(someRound(round));
        for (int task = 0; task < tasks; ++task)
            content.tasks.append(someTask(round, task, task % 3 ? TaskState::Solved : TaskState::Failed, ErrorClass::Logic));
    }
    QElapsedTimer timer;
    timer.start();
    model.putContent({1}, content);
    const qint64 put = timer.restart();
    for (int round = 1; round <= rounds; ++round) {
        for (int task = 0; task < tasks; ++task) {
            QList<AttemptRow> rows(2);
            for (int i = 0; i < 2; ++i) {
                rows[i].id = {1 + i + 2 * (task + round * tasks)};
                rows[i].place = {round, Phase::Learn, task, i + 1};
            }
            model.putAttempts({1}, {round, Phase::Learn, task}, rows);
        }
    }
    const qint64 attempts = timer.restart();
    shown.setFilter({.states = {ShownState::Failed}});
    const qint64 filtered = timer.restart();
    qInfo("50,000 tasks in %lld ms, 100,000 attempts in %lld ms, filtered in %lld ms", put, attempts, filtered);
    QCOMPARE(shown.counts(model.index(0, 0)).second, rounds * tasks);
    QCOMPARE(shown.rowCount(shown.index(0, 0, shown.index(0, 0))), 167);
    QVERIFY(model.indexOf({{1}, 100, 499, 2}).isValid());
}

QTEST_MAIN(TestRunsTree)
#include "tst_runstree.moc"
