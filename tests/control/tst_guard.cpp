#include "core/base/random.h"
#include "core/control/guard.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

void add(QList<GuardOutcome> &outcomes, int version, int round, int solved, int total)
{
    for (int i = 0; i < total; ++i)
        outcomes.append({version, round, i < solved});
}

} // namespace

class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rollsBackBeyondTheTrustRegion();
    void staysInside();
    void choosesTheNewestGoodVersion();
    void keepsAHeldVersion();
    void unfreezesAfterwards();
    void judgesNoFewOutcomes();
    void foldsDecisions();
};

void TestGuard::rollsBackBeyondTheTrustRegion()
{
    QList<GuardOutcome> outcomes;
    add(outcomes, 1, 1, 30, 40);
    add(outcomes, 2, 2, 20, 40);
    const auto decision = WindowGuard(50, 0.10).decide({outcomes, {}}, {.current = 2}, 2, 2);
    QVERIFY(decision);
    QCOMPARE(decision->action, SafetyAction::RollBack);
    QCOMPARE(decision->toVersion, 1);
    QCOMPARE(decision->effectiveRound, 3);
    QVERIFY(decision->reason.contains(u"20 of 40"_s));
    QCOMPARE(decision->code, ReasonCode::BelowTrustRegion);
    QCOMPARE(decision->numbers[u"to"_s].toInt(), 1);
    QCOMPARE(decision->numbers[u"round"_s].toInt(), 3);
    QVERIFY(decision->numbers[u"false_alarm_rate"_s].toDouble() > 0);
}

void TestGuard::staysInside()
{
    QList<GuardOutcome> outcomes;
    add(outcomes, 1, 1, 30, 40);
    add(outcomes, 2, 2, 27, 40);
    QVERIFY(!WindowGuard(50, 0.10).decide({outcomes, {}}, {.current = 2}, 2, 2));
    QVERIFY(!NoGuard().decide({outcomes, {}}, {.current = 2}, 2, 2));
}

void TestGuard::choosesTheNewestGoodVersion()
{
    QList<GuardOutcome> outcomes;
    add(outcomes, 1, 1, 34, 40);     // best: 0.85, lower bound about 0.71
    add(outcomes, 2, 2, 31, 40);     // 0.775: good enough, and newer
    add(outcomes, 3, 3, 16, 40);
    const auto decision = WindowGuard(50, 0.10).decide({outcomes, {}}, {.current = 3}, 3, 3);
    QVERIFY(decision);
    QCOMPARE(decision->toVersion, 2);
}

void TestGuard::keepsAHeldVersion()
{
    QList<GuardOutcome> outcomes;
    add(outcomes, 1, 1, 30, 40);
    add(outcomes, 2, 2, 10, 40);
    QVERIFY(!WindowGuard(50, 0.10).decide({outcomes, {}}, {.current = 2, .held = 2}, 2, 2));
}

void TestGuard::unfreezesAfterwards()
{
    QList<GuardOutcome> outcomes;
    add(outcomes, 1, 1, 30, 40);
    add(outcomes, 2, 2, 10, 40);
    add(outcomes, 1, 3, 29, 40);
    const auto decision = WindowGuard(50, 0.10).decide({outcomes, {}}, {.current = 1, .frozen = true}, 1, 3);
    QVERIFY(decision);
    QCOMPARE(decision->action, SafetyAction::Unfreeze);
}

void TestGuard::judgesNoFewOutcomes()
{
    QList<GuardOutcome> outcomes;
    add(outcomes, 1, 1, 30, 40);
    add(outcomes, 2, 2, 0, WindowGuard::minimumOutcomes - 1);
    QVERIFY(!WindowGuard(50, 0.10).decide({outcomes, {}}, {.current = 2}, 2, 2));
}

void TestGuard::foldsDecisions()
{
    GuardState state;
    state.admit({.number = 2, .parent = 1, .round = 1});
    SafetyDecision back;
    back.action = SafetyAction::RollBack;
    back.toVersion = 1;
    state.apply(back);
    QCOMPARE(state.current, 1);
    QVERIFY(state.frozen);
    QVERIFY(!state.mayUpdate(3));

    SafetyDecision person = back;
    person.toVersion = 2;
    person.byPerson = true;
    person.hold = true;
    person.place.round = 3;
    state.apply(person);
    QCOMPARE(state.current, 2);
    QVERIFY(!state.frozen);
    QCOMPARE(state.held, std::optional(2));
    QVERIFY(!state.mayUpdate(3) && !state.mayUpdate(4));

    SafetyDecision release;
    release.action = SafetyAction::Release;
    state.apply(release);
    QVERIFY(!state.mayUpdate(3));
    QVERIFY(state.mayUpdate(4));
}

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
