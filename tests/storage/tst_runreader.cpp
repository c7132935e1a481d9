#include "core/storage/leasestore.h"
#include "core/storage/runreader.h"
#include "tests/storage/story.h"

using namespace autodidact;

/// What panels read, through a connection of their own, while the writer's is open.
class TestRunReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<Fixture>();
        Journal journal(*m_fixture->database, nullptr);
        QList<Event> story = wholeStory(*m_fixture, Order::Backward);
        tell(journal, story);
        m_database = Database::open(m_fixture->path(), OpenMode::ReadOnly).value();
    }

    void runsHaveCounts()
    {
        RunReader reader(*m_database);
        VALUE(runs, reader.runs());
        QCOMPARE(runs.size(), 1);
        const RunRow &row = runs.first();
        QCOMPARE(row.run.name, u"student-1"_s);
        QCOMPARE(row.suiteName, u"small"_s);
        QCOMPARE(row.tasks, 3);
        QCOMPARE(row.attempts, 4);
        QVERIFY(row.tokens > 0);
        QVERIFY(row.lastRound && row.lastRound->finished);
        QVERIFY(!row.live);
        VERIFY_OK(LeaseStore(*m_fixture->database).acquire(row.run.id, LeaseOwner::ofThisProcess()));
        VALUE(again, reader.run(row.run.id));
        QVERIFY(again.live);
    }

    void tasksStandInOrderWithTheirState()
    {
        VALUE(tasks, RunReader(*m_database).tasks(m_fixture->run.id, 1, Phase::Learn));
        QCOMPARE(tasks.size(), 3);
        const Verdict hidden = someVerdict(Visibility::Hidden, 1);
        for (int i = 0; i < 3; ++i) {
            const TaskRow &row = tasks.at(i);
            QCOMPARE(row.place, (Place{1, Phase::Learn, i, 0}));
            QCOMPARE(row.key, u"task/%1"_s.arg(i));
            QCOMPARE(row.title, u"Task %1"_s.arg(i));
            QCOMPARE(row.state, i == 1 ? TaskState::Solved : TaskState::Failed);
            QCOMPARE(row.attempts, 1);
            QCOMPARE(row.testsTotal, int(hidden.tests.size()));
            QVERIFY(row.errorClass == ErrorClass::Logic);
            QVERIFY(row.tokens > 0);
        }
        VALUE(all, RunReader(*m_database).tasks(m_fixture->run.id, 1));
        QCOMPARE(all.size(), 4);
        QVERIFY(all.last().place.phase == Phase::Watch);
        QCOMPARE(all.last().state, TaskState::Running);
    }

    void attemptsHaveBothVerdicts()
    {
        RunReader reader(*m_database);
        VALUE(rows, reader.attempts(m_fixture->run.id, {.round = 1, .phase = Phase::Learn}));
        QCOMPARE(rows.size(), 3);
        const AttemptRow &row = rows.at(2);
        QCOMPARE(row.taskKey, u"task/2"_s);
        QVERIFY(row.visible.has_value() && row.hidden.has_value() && row.reflected);
        QCOMPARE(row.hidden->total, int(someVerdict(Visibility::Hidden, 2).tests.size()));
        QCOMPARE(reader.attempts(m_fixture->run.id, {.task = 0})->size(), 2);

        VALUE(detail, reader.attempt(row.id));
        QCOMPARE(detail.task.key, u"task/2"_s);
        QVERIFY(detail.attempt.completion.endsWith(u"2"_s));
        QVERIFY(detail.hidden->scope == Visibility::Hidden);
        QVERIFY(detail.visible->scope == Visibility::Visible);
        QCOMPARE(detail.reflection->attempt, row.id);
        QCOMPARE(reader.attempt(AttemptId{999}).error().kind, ErrorKind::NotFound);
    }

    void versionsCountTheirTasks()
    {
        VALUE(versions, RunReader(*m_database).versions(m_fixture->run.id));
        QCOMPARE(versions.size(), 2);
        VALUE(outcomes, RunReader(*m_database).outcomes(m_fixture->run.id, Phase::Learn));
        QCOMPARE(outcomes.size(), 3);
        QVERIFY(outcomes.at(1).solved && !outcomes.at(0).solved);
        const int version = someAttempt(*m_fixture, 0).version;
        QCOMPARE(outcomes.at(0).version, version);
        QVERIFY(RunReader(*m_database).outcomes(m_fixture->run.id, Phase::Watch)->isEmpty());   // not finished
    }

    void theRestIsReachable()
    {
        RunReader reader(*m_database);
        const RunId run = m_fixture->run.id;
        QCOMPARE(reader.rounds(run)->size(), 1);
        QCOMPARE(reader.updates(run)->size(), 2);
        QCOMPARE(reader.decisions(run)->size(), 1);
        VALUE(cursor, reader.latest(run));
        QVERIFY(cursor.sequence > 0 && cursor.attempt.has_value());
        QCOMPARE(cursor.place, (Place{1, Phase::Watch, 0, 1}));
    }

private:
    std::unique_ptr<Fixture> m_fixture;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestRunReader)
#include "tst_runreader.moc"
