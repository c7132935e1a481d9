#include "widgets/base/cursorkeeper.h"

#include <QSignalSpy>
#include <QTest>

using namespace autodidact;

/// Following, holding, counting what was missed, and the history.
class CursorKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsOffersAndCountsThemWhileHeld()
    {
        CursorKeeper keeper;
        QSignalSpy missed(&keeper, &CursorKeeper::missedChanged);
        keeper.offer(at(1, 1));
        QCOMPARE(keeper.cursor(), at(1, 1));
        keeper.hold();
        keeper.offer(at(1, 2));
        keeper.offer(at(1, 2));                  // the same place is not news
        keeper.offer(at(1, 3));
        QCOMPARE(keeper.cursor(), at(1, 1));
        QCOMPARE(keeper.missed(), 2);
        keeper.setFollowing(true);
        QCOMPARE(keeper.cursor(), at(1, 3));
        QCOMPARE(missed.last().first().toInt(), 0);
    }

    void aRequestHoldsEvenAtTheSamePlace()
    {
        CursorKeeper keeper;
        keeper.offer(at(1, 1));
        keeper.request(at(1, 1));
        QVERIFY(!keeper.isFollowing());
    }

    void goesBackAndForward()
    {
        CursorKeeper keeper;
        keeper.request(at(1, 1));
        keeper.request(at(1, 2));
        keeper.request(at(1, 3));
        keeper.goBack();
        keeper.goBack();
        QCOMPARE(keeper.cursor(), at(1, 1));
        QVERIFY(!keeper.canGoBack());
        keeper.goForward();
        QCOMPARE(keeper.cursor(), at(1, 2));
        keeper.request(at(1, 9));                // a new way: what lay ahead is gone
        QVERIFY(!keeper.canGoForward());
        keeper.goBack();
        QCOMPARE(keeper.cursor(), at(1, 2));
    }

    void keepsAHundredPlaces()
    {
        CursorKeeper keeper;
        for (int round = 1; round <= 150; ++round)
            keeper.request(at(1, round));
        int steps = 0;
        for (; keeper.canGoBack(); ++steps)
            keeper.goBack();
        QCOMPARE(steps, 99);
        QCOMPARE(keeper.cursor(), at(1, 51));
    }

private:
    static Cursor at(qint64 run, int round) { return {RunId{run}, round, {}, {}}; }
};

QTEST_MAIN(CursorKeeperTest)
#include "tst_cursorkeeper.moc"
