#include "tests/support/demorun.h"
#include "widgets/versions/rollbackdialog.h"
#include "widgets/versions/versionwords.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

/// The example of the specification.
RollbackFacts example()
{
    RollbackFacts facts;
    facts.runName = u"student-7"_s;
    facts.plan = {7, 3, 6, false};
    facts.runningRound = 5;
    facts.runningVersion = 7;
    facts.toSolved = 28;
    facts.toTasks = 40;
    facts.fromSolved = 20;
    facts.fromTasks = 40;
    facts.newest = 7;
    return facts;
}

} // namespace

class TestRollbackText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::C); }

    void saysWhatHappensWhen()
    {
        RollbackFacts facts = example();
        QCOMPARE(rollbacktext::question(facts), u"Roll back to version 3?"_s);
        QCOMPARE(rollbacktext::when(facts), u"Run student-7 uses version 3 again from round 6. Round 5 finishes under version 7."_s);
        facts.runningRound = 0;
        QCOMPARE(rollbacktext::when(facts), u"Run student-7 uses version 3 again from round 6."_s);
        facts.plan.runEnded = true;
        QCOMPARE(rollbacktext::when(facts), u"Version 3 becomes current and is used when the run is continued."_s);
    }

    void aRunNameIsNoPlaceholder()
    {
        RollbackFacts facts = example();
        facts.runName = u"%2 and %3"_s;
        facts.runningRound = 0;
        QCOMPARE(rollbacktext::when(facts), u"Run %2 and %3 uses version 3 again from round 6."_s);
    }

    void givesCountsAndIntervals()
    {
        RollbackFacts facts = example();
        QCOMPARE(rollbacktext::rates(facts), u"Version 3: 28 of 40 solved, 70 % (55–82 %).\nVersion 7 (now): 20 of 40 solved, 50 % (35–65 %)."_s);
        facts.toTasks = 0;
        QVERIFY(rollbacktext::rates(facts).startsWith(u"Version 3: no task tried yet.\n"_s));
    }

    void promisesThatNothingIsDeleted()
    {
        RollbackFacts facts = example();
        QCOMPARE(rollbacktext::promise(facts), u"Versions 4–7 stay in the tree. Nothing is deleted. Memories do not change. You can undo this."_s);
        facts.newest = 4;
        QVERIFY(rollbacktext::promise(facts).startsWith(u"Version 4 stays in the tree."_s));
        facts.newest = 3;
        QVERIFY(rollbacktext::promise(facts).startsWith(u"Every version stays in the tree."_s));
    }

    void countsWhatChanges()
    {
        VersionDiff diff;
        diff.removed = QList<Rule>(4);
        diff.added = QList<Rule>(1);
        diff.strategy = QList<StrategyChange>(2);
        // Without a translation file the plural forms stand as written in the source.
        QCOMPARE(versionwords::change(diff), u"4 rule(s) leave the prompt, 1 rule(s) return, 2 strategy setting(s) change."_s);
        QCOMPARE(versionwords::change({}), u"The prompt does not change."_s);
    }

    void readsTheFactsOfARun()
    {
        DemoRun demo;
        const RollbackFacts facts = readRollbackFacts(demo.database(), demo.run().id, 1).value();
        QCOMPARE(facts.plan.toVersion, 1);
        QCOMPARE(facts.plan.fromVersion, 2);
        QVERIFY(facts.plan.runEnded);
        QCOMPARE(facts.newest, 4);
        QVERIFY(!facts.diff.isEmpty());
        QCOMPARE(readRollbackFacts(demo.database(), demo.run().id, 99).error().kind, ErrorKind::NotFound);
    }

    void enterMeansCancel()
    {
        RollbackDialog dialog(example());
        QVERIFY(dialog.findChild<QPushButton *>(u"cancelRollback"_s)->isDefault());
        QVERIFY(!dialog.findChild<QPushButton *>(u"confirmRollback"_s)->isDefault());
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
        QVERIFY(!dialog.isVisible());
    }

    void givesHoldAndReason()
    {
        RollbackDialog dialog(example());
        QVERIFY(!dialog.hold());
        dialog.findChild<QCheckBox *>(u"holdVersion"_s)->click();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"rollbackReason"_s), u"  worse on lists "_s);
        dialog.findChild<QPushButton *>(u"confirmRollback"_s)->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(dialog.hold());
        QCOMPARE(dialog.reason(), u"worse on lists"_s);
    }

    void holdsTheCurrentVersionOnly()
    {
        RollbackFacts facts = example();
        facts.plan.fromVersion = 3;
        RollbackDialog dialog(facts);
        QVERIFY(dialog.hold());
        QVERIFY(!dialog.findChild<QCheckBox *>(u"holdVersion"_s)->isEnabled());
        QCOMPARE(dialog.findChild<QLabel *>(u"rollbackQuestion"_s)->text(), u"Hold version 3?"_s);
    }

    void showsTheDifference()
    {
        DemoRun demo;
        RollbackDialog dialog(readRollbackFacts(demo.database(), demo.run().id, 1).value());
        dialog.show();
        auto *difference = dialog.findChild<QTextEdit *>(u"rollbackDifference"_s);
        QVERIFY(!difference->isVisible());
        dialog.findChild<QPushButton *>(u"showDifference"_s)->click();
        QVERIFY(difference->isVisible());
        QVERIFY(difference->toPlainText().contains(u"From version 2 to version 1"_s));
    }
};

QTEST_MAIN(TestRollbackText)
#include "tst_rollbacktext.moc"
