#include "core/control/agent.h"
#include "core/storage/eventstore.h"
#include "core/storage/runreader.h"
#include "core/storage/runstore.h"
#include "tests/support/looppieces.h"

#include <QTest>

#include <semaphore>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

/// Lets a test wait, in its own thread, for what the agent thread did.
class Watcher : public LiveSink
{
public:
    void published(const Event &event) override
    {
        if (const auto *changed = std::get_if<RunStatusChanged>(&event.payload)) {
            if (changed->status == RunStatus::Paused)
                paused.release();
            else if (changed->status == RunStatus::Finished)
                finished.release();
        }
        if (std::holds_alternative<TaskFinished>(event.payload))
            task.release();
    }
    void noted(const LiveNote &) override {}

    std::counting_semaphore<> paused{0}, finished{0}, task{0};
};

template<typename Semaphore>
bool awaited(Semaphore &semaphore)
{
    return semaphore.try_acquire_for(std::chrono::seconds(20));
}

} // namespace

/// What a quitting program leaves of its live run, in a real database.
class TestAgent : public QObject
{
    Q_OBJECT

private:
    static Run stored(LoopFixture &fixture)
    {
        return RunStore(*fixture.database).all().value().first();
    }

    static QList<RunStatus> statuses(LoopFixture &fixture, RunId run)
    {
        QList<RunStatus> all;
        const auto rows = EventStore(*fixture.database).ofKind(run, EventKind::RunStatusChanged).value();
        for (const Event &event : rows)
            all.append(std::get<RunStatusChanged>(event.payload).status);
        return all;
    }

    static std::unique_ptr<Agent> opened(LoopFixture &fixture, LiveSink &sink)
    {
        auto agent = std::make_unique<Agent>(fixture.path(), &sink, fixture.parts());
        agent->open([](Result<Done>) {});
        return agent;
    }

private Q_SLOTS:
    void aPausedRunIsLeftPausedAndGoesOn()
    {
        LoopFixture fixture(12);
        Watcher watcher;
        auto agent = opened(fixture, watcher);
        agent->createAndStart(fixture.config, {.pace = std::chrono::milliseconds(5)}, [](Result<RunId>) {});
        QVERIFY(awaited(watcher.task));
        agent->pause();              // as [Pause and Quit] does: the destructor follows at once
        agent.reset();

        const Run left = stored(fixture);
        QCOMPARE(left.status, RunStatus::Paused);
        QCOMPARE(statuses(fixture, left.id), (QList{RunStatus::Running, RunStatus::Paused}));
        QVERIFY(!RunReader(*fixture.database).run(left.id)->live);

        agent = opened(fixture, watcher);
        agent->resume(left.id, {}, [](Result<RunId>) {});
        QVERIFY(awaited(watcher.finished));
        agent.reset();
        QCOMPARE(stored(fixture).status, RunStatus::Finished);
        QCOMPARE(RunReader(*fixture.database).outcomes(left.id, Phase::Learn)->size(), 24);      // nothing twice, nothing lost
    }

    void aRunningRunEndsAsStopped()
    {
        LoopFixture fixture(12);
        Watcher watcher;
        auto agent = opened(fixture, watcher);
        agent->createAndStart(fixture.config, {.pace = std::chrono::milliseconds(50)}, [](Result<RunId>) {});
        QVERIFY(awaited(watcher.task));
        agent.reset();
        QCOMPARE(stored(fixture).status, RunStatus::Stopped);
    }

    void aPausedRunThatIsStoppedIsStopped()
    {
        LoopFixture fixture(12);
        Watcher watcher;
        auto agent = opened(fixture, watcher);
        agent->createAndStart(fixture.config, {.startPaused = true}, [](Result<RunId>) {});
        QVERIFY(awaited(watcher.paused));
        agent->stop();               // as [Stop and Quit] does
        agent.reset();
        QCOMPARE(stored(fixture).status, RunStatus::Stopped);
    }
};

QTEST_GUILESS_MAIN(TestAgent)
#include "tst_agent.moc"
