#include "widgets/shell/follower.h"

#include <QSignalSpy>
#include <QTest>

using namespace autodidact;

/// What a person who follows a run sees: the lowest unfinished task, at most one move a second.
class FollowerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointsAtTheLowestUnfinishedTask()
    {
        FollowPolicy policy;
        QVERIFY(!policy.target());
        policy.apply(event(TaskStarted{}, 5));
        policy.apply(event(TaskStarted{}, 3));
        QCOMPARE(policy.target(), cursor(3));
        policy.apply(event(AttemptAnswered{}, 5, 1));
        QCOMPARE(policy.target(), cursor(3));
        policy.apply(event(AttemptAnswered{}, 3, 2));
        QCOMPARE(policy.target(), cursor(3, 2));
        policy.apply(event(TaskFinished{}, 3));
        QCOMPARE(policy.target(), cursor(5, 1));
    }

    void theLastTaskOfAPhaseStaysInView()
    {
        FollowPolicy policy;
        policy.apply(event(TaskStarted{}, 5));
        policy.apply(event(AttemptAnswered{}, 5, 2));
        policy.apply(event(TaskFinished{}, 5));
        QCOMPARE(policy.target(), cursor(5, 2));
    }

    void measurementsAreNotFollowed()
    {
        FollowPolicy policy;
        Event measured = event(TaskStarted{}, 1);
        measured.place.phase = Phase::Checkpoint;
        policy.apply(measured);
        QVERIFY(!policy.target());
    }

    void movesAtMostOnceInTheInterval()
    {
        Feed feed;
        CursorKeeper keeper;
        Follower follower(feed, keeper);
        follower.setInterval(400);
        QSignalSpy moved(&keeper, &CursorKeeper::moved);
        QElapsedTimer clock;
        clock.start();
        int sent = 0;
        while (clock.elapsed() < 1000) {
            feed.published(event(TaskStarted{}, sent));
            feed.published(event(TaskFinished{}, sent));
            ++sent;
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
        QVERIFY(sent > 10);
        QVERIFY(moved.count() >= 1);
        QVERIFY2(moved.count() <= 4, qPrintable(QString::number(moved.count())));
        // Nothing is lost: the newest place comes in the end.
        feed.published(event(TaskStarted{}, 9000));
        QTRY_COMPARE(keeper.cursor().task, std::optional(9000));
    }

private:
    static Cursor cursor(int task, std::optional<int> attempt = {}) { return {RunId{7}, 2, task, attempt}; }

    template<typename Payload>
    static Event event(Payload payload, int task, int attempt = 0)
    {
        Event made;
        made.run = RunId{7};
        made.place = {2, Phase::Learn, task, attempt};
        made.payload = std::move(payload);
        return made;
    }
};

QTEST_MAIN(FollowerTest)
#include "tst_follower.moc"
