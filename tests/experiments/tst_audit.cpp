#include "core/control/audit.h"
#include "core/storage/versionstore.h"
#include "tests/support/looppieces.h"

#include <QTest>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesVersionsAgain();
    void reportsErrors();
};

void TestAudit::triesVersionsAgain()
{
    LoopFixture fixture(6);
    fixture.config.attempts = 1;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    VersionStore versions(*fixture.database);
    const QList<Task> tasks = SuiteStore(*fixture.database).tasks(run.suite).value();
    AuditPlan plan{run.config, tasks, {0, 1, 3, 5}, {}, 3};
    plan.sides = {{u"first"_s, versions.byNumber(run.id, 1).value(), {}, 1},
                  {u"second"_s, versions.byNumber(run.id, 2).value(), {}, 1}};
    for (const int jobs : {1, 4}) {
        const AuditResult result = audit(plan, fixture.parts(), jobs, {}).value();
        QCOMPARE(result.solved.size(), 2);
        QCOMPARE(result.solved[0].size(), 12);
        QCOMPARE(result.rate(0), 0.25);          // one of the four is easy
        QCOMPARE(result.rate(1), 1.0);           // with a rule
        QCOMPARE(result.solved[0][4], std::optional(true));
        QCOMPARE(result.usage.calls, 24);
    }
    QVERIFY(memoryAfter(*fixture.database, run, 2).value());
    Run without = run;
    without.config.memoryEnabled = false;
    QVERIFY(!memoryAfter(*fixture.database, without, 2).value());
}

void TestAudit::reportsErrors()
{
    LoopFixture fixture(2);
    fixture.model->broken = true;
    const QList<Task> tasks = LoopFixture::taskList(2);
    const AuditPlan plan{fixture.config, tasks, {0, 1}, {{u"one"_s, {}, {}, 1}}, 2};
    QCOMPARE(audit(plan, fixture.parts(), 2, {}).error().kind, ErrorKind::Model);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
