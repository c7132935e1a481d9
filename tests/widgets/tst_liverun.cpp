#include "widgets/base/feed.h"
#include "widgets/runcontrol/liverun.h"

#include <QSignalSpy>
#include <QTest>

using namespace autodidact;

/// The account of the live run, from events and notes that come through the feed.
class LiveRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsARunFromStartToEnd()
    {
        Feed feed;
        LiveRun live(feed);
        QSignalSpy status(&live, &LiveRun::statusChanged);
        QVERIFY(!live.isLive());
        RunConfig config;
        config.rounds = 2;
        feed.published(event(RunStarted{config, {}, {}, QList<Split>(10, Split::None), {}}));
        feed.published(event(RunStatusChanged{RunStatus::Running, {}}));
        RoundStarted round;
        round.round.number = 1;
        round.round.version = 3;
        feed.published(event(round));
        for (int task = 0; task < 4; ++task)
            feed.published(event(TaskFinished{}, task));
        feed.noted({run, Progress{1, Phase::Learn, 4, 10, 7, 1200, 0, 3}});
        QTRY_COMPARE(live.tasksDone(), 4);
        QTRY_COMPARE(live.progress().attempts, 7);
        QVERIFY(live.isLive());
        QCOMPARE(live.version(), 3);
        QCOMPARE(live.plan().total(), 20);
        QVERIFY(!live.secondsLeft());            // four samples are too few
        feed.published(event(RunStatusChanged{RunStatus::Paused, {}}));
        QTRY_VERIFY(live.isPaused());
        feed.published(event(RunStatusChanged{RunStatus::Finished, {}}));
        QTRY_VERIFY(!live.isLive());
        QCOMPARE(status.count(), 3);
    }

    void waitsUntilTheFirstToken()
    {
        Feed feed;
        LiveRun live(feed);
        feed.published(event(RunStatusChanged{RunStatus::Running, {}}));
        QTRY_VERIFY(live.isLive());
        feed.noted({run, WaitingFor{{}, QStringLiteral("first-token"), 38, 600}});
        QTRY_COMPARE(live.waiting().elapsedS, 38.0);
        feed.noted({run, ChunkArrived{{}, QStringLiteral("def")}});
        QTRY_VERIFY(live.waiting().what.isEmpty());
    }

    void tellsOfTroubleOnce()
    {
        Feed feed;
        LiveRun live(feed);
        QSignalSpy troubled(&live, &LiveRun::troubled);
        feed.noted({run, Trouble{{ErrorKind::Model, QStringLiteral("away")}, {}}});
        QTRY_COMPARE(troubled.count(), 1);
    }

    void notesOfAnotherRunChangeNothing()
    {
        Feed feed;
        LiveRun live(feed);
        feed.published(event(RunStatusChanged{RunStatus::Running, {}}));
        QTRY_VERIFY(live.isLive());
        QSignalSpy changed(&live, &LiveRun::changed);
        feed.noted({RunId{99}, Progress{5, Phase::Learn, 9, 9, 9, 9, 9, 9}});
        QVERIFY(changed.wait());
        QCOMPARE(live.progress().round, 0);
    }

private:
    static constexpr RunId run{7};

    template<typename Payload>
    static Event event(Payload payload, int task = -1)
    {
        Event made;
        made.run = run;
        made.place = {1, Phase::Learn, task, 0};
        made.payload = std::move(payload);
        return made;
    }
};

QTEST_MAIN(LiveRunTest)
#include "tst_liverun.moc"
