#include "widgets/shell/demopacer.h"

#include <QTest>

using namespace autodidact;

/// The pace that brings the demo to its end after two minutes.
class DemoPacerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesTheTimeAmongTheAttempts()
    {
        DemoPace pace{.secondsLeft = 109, .tasksLeft = 100, .attemptsPerTask = 2, .roundsLeft = 6};
        QCOMPARE(pace.perAttempt().count(), 500);
        pace.attemptsPerTask = 4;
        QCOMPARE(pace.perAttempt().count(), 250);
    }

    void staysWithinBounds()
    {
        QCOMPARE((DemoPace{.secondsLeft = -20, .tasksLeft = 10}.perAttempt().count()), 20);
        QCOMPARE((DemoPace{.secondsLeft = 100, .tasksLeft = 0}.perAttempt().count()), 3000);
    }
};

QTEST_MAIN(DemoPacerTest)
#include "tst_demopacer.moc"
