#include "core/storage/leasestore.h"
#include "core/storage/memorystore.h"
#include "core/storage/query.h"
#include "core/storage/roundstore.h"
#include "core/storage/versionstore.h"
#include "tests/events/filler.h"
#include "tests/storage/fixture.h"

#include <QProcess>

using namespace autodidact;

/// Suites, runs, leases, rounds and versions on a real file.
class TestStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suitesComeBackWhole()
    {
        Fixture fixture;
        SuiteStore store(*fixture.database);
        Task task = Filler::filled<Task>();
        task.key = u"odd"_s;
        VALUE(suite, store.add(Suite{.name = u"filled"_s, .version = u"2"_s}, {task, Fixture::tasks(1).first()}));
        QCOMPARE(suite.taskCount, 2);
        VALUE(tasks, store.tasks(suite.id));
        task.id = tasks.first().id;
        task.suite = suite.id;
        task.ordinal = 0;
        QCOMPARE(tasks.first(), task);
        QCOMPARE(tasks.last().ordinal, 1);
        VALUE(found, store.byName(u"filled"_s));
        QCOMPARE(found, suite);
        QCOMPARE(found.hash, SuiteStore::hashOf(tasks));
    }

    void suitesAreAddedWholeOrNotAtAll()
    {
        Fixture fixture;
        SuiteStore store(*fixture.database);
        QList<Task> tasks = Fixture::tasks(3);
        tasks.last().key = tasks.first().key;
        const auto twice = store.add(Suite{.name = u"other"_s}, tasks);
        QVERIFY(!twice.has_value());
        QCOMPARE(twice.error().kind, ErrorKind::BadInput);
        QVERIFY(twice.error().detail.contains(u"task/0"_s));
        QVERIFY(!store.add(Suite{.name = u"other"_s}, {}).has_value());
        const auto taken = store.add(Suite{.name = u"small"_s}, Fixture::tasks(2));
        QVERIFY(!taken.has_value());
        QCOMPARE(taken.error().kind, ErrorKind::Conflict);
        VALUE(suites, store.all());
        QCOMPARE(suites.size(), 1);
        const auto unknown = store.byName(u"smal"_s);
        QVERIFY(unknown.error().detail.contains(u"Known suites: small"_s));
    }

    void suitesInUseStay()
    {
        Fixture fixture;
        SuiteStore store(*fixture.database);
        const auto refused = store.remove(fixture.suite.id);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        VERIFY_OK(RunStore(*fixture.database).remove(fixture.run.id));
        VERIFY_OK(store.remove(fixture.suite.id));
        VALUE(suites, store.all());
        QVERIFY(suites.isEmpty());
    }

    void suiteHashesChangeWithAnyTest()
    {
        QList<Task> tasks = Fixture::tasks(3);
        const QString before = SuiteStore::hashOf(tasks);
        tasks[1].hiddenTests[0].code += u' ';
        QVERIFY(SuiteStore::hashOf(tasks) != before);
        QCOMPARE(SuiteStore::hashOf(Fixture::tasks(3)), before);
    }

    void runsGetNamesOfTheirModel()
    {
        Fixture fixture;
        RunStore store(*fixture.database);
        QCOMPARE(fixture.run.name, u"student-1"_s);
        VALUE(second, store.create({.model = u"student:0.4"_s}, fixture.suite.id));
        QCOMPARE(second.name, u"student-2"_s);
        VALUE(other, store.create({.model = u"openai:qwen/Coder 7b"_s}, fixture.suite.id));
        QCOMPARE(other.name, u"Coder-7b-1"_s);
        VALUE(named, store.create({.name = u"mine"_s}, fixture.suite.id));
        QCOMPARE(named.config.name, u"mine"_s);
        QCOMPARE(store.create({.name = u"mine"_s}, fixture.suite.id).error().kind, ErrorKind::Conflict);
        QCOMPARE(store.create({.name = u"12"_s}, fixture.suite.id).error().kind, ErrorKind::BadUsage);
        VALUE(byId, store.byNameOrId(QString::number(other.id.value)));
        QCOMPARE(byId, other);
        VALUE(byName, store.byNameOrId(u"mine"_s));
        QCOMPARE(byName.id, named.id);
        QCOMPARE(store.byNameOrId(u"nobody"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(named.memorySet.isValid());
    }

    void runsKeepConfigurationAndStatus()
    {
        Fixture fixture;
        RunStore store(*fixture.database);
        RunConfig config = Filler::filled<RunConfig>();
        VALUE(run, store.create(config, fixture.suite.id));
        QCOMPARE(run.config, config);
        VERIFY_OK(store.setStatus(run.id, RunStatus::BudgetReached, u"tokens"_s));
        VERIFY_OK(store.setCurrentVersion(run.id, 4));
        VERIFY_OK(store.setRoundsDone(run.id, 3));
        VERIFY_OK(store.markSawHiddenTests(run.id));
        VERIFY_OK(store.markApproximate(run.id));
        VALUE(after, store.byId(run.id));
        QVERIFY(after.status == RunStatus::BudgetReached);
        QCOMPARE(after.statusDetail, u"tokens"_s);
        QVERIFY(after.finishedAt.isValid());
        QCOMPARE(after.currentVersion, 4);
        QCOMPARE(after.roundsDone, 3);
        QVERIFY(after.sawHiddenTests && after.approximate);
    }

    void deletedRunsLeaveNothingBehind()
    {
        Fixture fixture;
        Journal journal(*fixture.database, nullptr);
        Attempt attempt = Filler::filled<Attempt>();
        attempt.task = fixture.taskId(0);
        attempt.memories.clear();
        Event event = fixture.event({1, Phase::Learn, 0, 1}, AttemptAnswered{attempt});
        VERIFY_OK(journal.append(event));
        Event memory = fixture.event({1, Phase::Remember, 0, 0}, MemoryStored{Filler::filled<Memory>(1), u"add"_s, {}, 0});
        std::get<MemoryStored>(memory.payload).memory.id = {};
        std::get<MemoryStored>(memory.payload).memory.set = {};
        VERIFY_OK(journal.append(memory));
        VERIFY_OK(RunStore(*fixture.database).remove(fixture.run.id));
        for (const QString &table : {u"run"_s, u"event"_s, u"attempt"_s, u"memory"_s, u"memory_revision"_s, u"memory_set"_s,
                 u"outcome"_s, u"blob"_s}) {
            Query query(*fixture.database, u"SELECT count(*) FROM "_s + table);
            QVERIFY(query.first().value());
            QVERIFY2(query.number(0) == 0, qPrintable(table));
        }
        VERIFY_OK(SuiteStore(*fixture.database).task(TaskId{1}));
    }

    void liveRunsHaveOneOwner()
    {
        Fixture fixture;
        LeaseStore leases(*fixture.database);
        const LeaseOwner mine = LeaseOwner::ofThisProcess();
        const LeaseOwner other = LeaseOwner::ofThisProcess();   // another instance with another token
        VERIFY_OK(leases.acquire(fixture.run.id, mine));
        VERIFY_OK(leases.acquire(fixture.run.id, mine));
        const auto refused = leases.acquire(fixture.run.id, other);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QVERIFY(refused.error().detail.contains(QString::number(mine.pid)));
        QVERIFY(!RunStore(*fixture.database).remove(fixture.run.id).has_value());
        VERIFY_OK(leases.renew(fixture.run.id, mine));
        QVERIFY(!leases.renew(fixture.run.id, other).has_value());
        VERIFY_OK(leases.release(fixture.run.id, other));   // not theirs: nothing happens
        VALUE(holder, leases.holder(fixture.run.id));
        QCOMPARE(holder.value_or(LeaseOwner()), mine);
        VERIFY_OK(leases.release(fixture.run.id, mine));
        VERIFY_OK(leases.acquire(fixture.run.id, other));
    }

    void leasesOfDeadOwnersCanBeTaken()
    {
        Fixture fixture;
        LeaseStore leases(*fixture.database);
        QProcess child;
        child.start(u"true"_s, QStringList());
        QVERIFY(child.waitForStarted());
        LeaseOwner dead = LeaseOwner::ofThisProcess();
        dead.pid = child.processId();
        dead.processStart = 0;
        QVERIFY(child.waitForFinished());
        VERIFY_OK(leases.acquire(fixture.run.id, dead));
        VALUE(holder, leases.holder(fixture.run.id));
        QVERIFY(!holder.has_value());
        VERIFY_OK(leases.acquire(fixture.run.id, LeaseOwner::ofThisProcess()));
    }

    void aReusedPidIsNotTheOwner()
    {
        Fixture fixture;
        LeaseStore leases(*fixture.database);
        LeaseOwner reused = LeaseOwner::ofThisProcess();
        QVERIFY(reused.processStart > 0);
        reused.processStart -= 1;
        VERIFY_OK(leases.acquire(fixture.run.id, reused));
        VERIFY_OK(leases.acquire(fixture.run.id, LeaseOwner::ofThisProcess()));
    }

    void leasesExpire()
    {
        Fixture fixture;
        LeaseStore leases(*fixture.database);
        LeaseOwner elsewhere = LeaseOwner::ofThisProcess();
        elsewhere.host = u"another-host"_s;
        VERIFY_OK(leases.acquire(fixture.run.id, elsewhere));
        QVERIFY(!leases.acquire(fixture.run.id, LeaseOwner::ofThisProcess()).has_value());
        VERIFY_OK(execute(*fixture.database, u"UPDATE run_lease SET heartbeat = heartbeat - 61000"_s));
        VERIFY_OK(leases.acquire(fixture.run.id, LeaseOwner::ofThisProcess()));
    }

    void roundsAndVersionsComeBack()
    {
        Fixture fixture;
        RoundStore rounds(*fixture.database);
        Round round = Filler::filled<Round>();
        round.run = fixture.run.id;
        round.number = 2;
        VERIFY_OK(rounds.put(round));
        round.solved += 1;
        VERIFY_OK(rounds.put(round));
        VALUE(all, rounds.all(fixture.run.id));
        QCOMPARE(all, QList<Round>{round});

        VersionStore versions(*fixture.database);
        PromptVersion version = Filler::filled<PromptVersion>();
        version.run = fixture.run.id;
        version.number = 1;
        VERIFY_OK(versions.add(version));
        QCOMPARE(versions.add(version).error().kind, ErrorKind::Conflict);
        VALUE(stored, versions.byNumber(fixture.run.id, 1));
        QCOMPARE(stored, version);
        VERIFY_OK(versions.setPinned(fixture.run.id, 1, false));
        VERIFY_OK(versions.setNote(fixture.run.id, 1, u"better"_s));
        VALUE(changed, versions.byNumber(fixture.run.id, 1));
        QVERIFY(!changed.pinned);
        QCOMPARE(changed.note, u"better"_s);
        QCOMPARE(versions.nextNumber(fixture.run.id).value_or(0), 2);
        QCOMPARE(versions.byNumber(fixture.run.id, 9).error().kind, ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestStores)
#include "tst_stores.moc"
