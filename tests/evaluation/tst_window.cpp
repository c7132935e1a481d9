#include "core/evaluation/window.h"

#include <QTest>

#include <cmath>

using namespace autodidact;

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slides();
    void startsAnewWithAVersion();
    void falseAlarmFallsWithWidth();
};

void TestWindow::slides()
{
    QList<WindowOutcome> outcomes;
    for (bool solved : {true, true, false, true, false, false})
        outcomes.append({1, 1, solved});
    const auto points = slidingWindow(outcomes, 3);
    QCOMPARE(points.size(), 6);
    const QList<int> tasks{1, 2, 3, 3, 3, 3};
    const QList<int> solved{1, 2, 2, 2, 1, 1};
    for (int i = 0; i < 6; ++i) {
        QCOMPARE(points[i].outcome, i + 1);
        QCOMPARE(points[i].tasks, tasks[i]);
        QCOMPARE(points[i].rate, wilson(solved[i], tasks[i]));
    }
}

void TestWindow::startsAnewWithAVersion()
{
    const auto points = slidingWindow({{1, 1, true}, {1, 1, true}, {2, 2, false}, {3, 1, true}}, 10);
    QCOMPARE(points[2].tasks, 1);
    QCOMPARE(points[2].rate.value, 0.0);
    QCOMPARE(points[3].tasks, 1);
    QCOMPARE(points[3].version, 1);
}

void TestWindow::falseAlarmFallsWithWidth()
{
    // SCIENCE section 4 gives 53/50/40/23 % for 20/30/50/100 with versions that are all equal.
    const double at20 = windowFalseAlarm(20, 0.10, 0.65);
    const double at50 = windowFalseAlarm(50, 0.10, 0.65);
    const double at100 = windowFalseAlarm(100, 0.10, 0.65);
    qInfo("false alarms: W=20 %.3f, W=30 %.3f, W=50 %.3f, W=100 %.3f", at20, windowFalseAlarm(30, 0.10, 0.65), at50, at100);
    QVERIFY(at20 > at50 && at50 > at100);
    QVERIFY(std::abs(at20 - 0.53) < 0.05);
    QVERIFY(std::abs(at50 - 0.40) < 0.05);
    QVERIFY(std::abs(at100 - 0.23) < 0.05);
    QCOMPARE(windowFalseAlarm(50, 0.10, 0.65), at50);
}

QTEST_APPLESS_MAIN(TestWindow)
#include "tst_window.moc"
