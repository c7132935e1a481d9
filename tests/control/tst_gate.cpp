#include "core/base/flow.h"
#include "core/control/gate.h"

#include <QStringList>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

/// Two tasks with two attempts each, one round.
struct Walk {
    Mailbox home;
    Gate gate{home};
    QStringList passed;

    Flow<Done> task(int ordinal)
    {
        for (int attempt = 1; attempt <= 2; ++attempt) {
            const Place place{1, Phase::Learn, ordinal, attempt};
            const bool granted = co_await gate.turn(Boundary::Attempt, place);
            passed.append(u"%1.%2%3"_s.arg(ordinal).arg(attempt).arg(granted ? u""_s : u" refused"_s));
            if (!granted)
                co_return Done{};
        }
        gate.taskFinished({1, Phase::Learn, ordinal});
        co_return Done{};
    }
};

} // namespace

class TestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndPauses();
    void stepsByAttempt();
    void stepsByTask();
    void refusesWhenClosed();
    void keepsThePace();
};

void TestGate::opensAndPauses()
{
    Walk walk;
    walk.gate.pause();
    Flow<Done> first = walk.task(0);
    first.start();
    walk.home.runWaiting();
    QVERIFY(walk.passed.isEmpty());
    walk.gate.open();
    walk.home.runWaiting();
    QVERIFY(first.isDone());
    QCOMPARE(walk.passed, (QStringList{u"0.1"_s, u"0.2"_s}));
}

void TestGate::stepsByAttempt()
{
    Walk walk;
    walk.gate.pause();
    Flow<Done> second = walk.task(1);
    Flow<Done> first = walk.task(0);
    second.start();
    first.start();
    walk.home.runWaiting();
    walk.gate.step(StepUnit::Attempt);
    walk.home.runWaiting();
    QCOMPARE(walk.passed, QStringList{u"0.1"_s});
    QVERIFY(walk.gate.isPaused());
    walk.gate.step(StepUnit::Attempt);
    walk.home.runWaiting();
    QCOMPARE(walk.passed, (QStringList{u"0.1"_s, u"0.2"_s}));
    walk.gate.close();
    walk.home.runWaiting();
}

void TestGate::stepsByTask()
{
    Walk walk;
    walk.gate.pause();
    Flow<Done> second = walk.task(1);
    Flow<Done> first = walk.task(0);
    second.start();
    first.start();
    walk.home.runWaiting();
    walk.gate.step(StepUnit::Task);
    walk.home.runWaiting();
    QCOMPARE(walk.passed, (QStringList{u"0.1"_s, u"0.2"_s}));
    QVERIFY(walk.gate.isPaused());
    QVERIFY(!second.isDone());
    walk.gate.close();
    walk.home.runWaiting();
}

void TestGate::refusesWhenClosed()
{
    Walk walk;
    walk.gate.pause();
    Flow<Done> first = walk.task(0);
    first.start();
    walk.home.runWaiting();
    walk.gate.close();
    walk.home.runWaiting();
    QCOMPARE(walk.passed, QStringList{u"0.1 refused"_s});
    walk.gate.open();
    QVERIFY(walk.gate.isClosed());
}

void TestGate::keepsThePace()
{
    Walk walk;
    walk.gate.setPace(std::chrono::milliseconds(60));
    Flow<Done> first = walk.task(0);
    const auto begin = Mailbox::Clock::now();
    first.start();
    while (!first.isDone())
        QVERIFY(walk.home.runOne({}));
    QVERIFY(Mailbox::Clock::now() - begin >= std::chrono::milliseconds(60));
    QCOMPARE(walk.passed.size(), 2);
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
