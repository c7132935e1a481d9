#include "tests/widgets/memoryfixture.h"
#include "widgets/safety/safetymodel.h"
#include "widgets/safety/safetypanel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTextEdit>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

SafetyDecision decision(qint64 id, SafetyAction action, int round)
{
    SafetyDecision decision;
    decision.id = id;
    decision.action = action;
    decision.place = {round, Phase::Guard};
    return decision;
}

Update refused(int id, int round)
{
    Update update;
    update.id = {id};
    update.place = {round, Phase::Update};
    update.decision = Decision::Rejected;
    update.reason = u"too long"_s;
    return update;
}

} // namespace

class TestSafetyPanel : public QObject
{
    Q_OBJECT

private:
    struct Desk : test::PanelFixture {
        Desk()
        {
            panel.resize(900, 320);
            panel.show();
            goToRun();
        }
        QTableView *table() { return panel.findChild<QTableView *>(u"safetyTable"_s); }
        QPushButton *undo() { return panel.findChild<QPushButton *>(u"undoDecision"_s); }
        QString details() { return panel.findChild<QTextEdit *>(u"safetyDetails"_s)->toPlainText(); }
        bool isLoaded() { return !panel.isEmpty() && table()->model()->rowCount() > 0; }

        SafetyPanel panel{services};
    };

private Q_SLOTS:
    void newestFirstAndOnlyWhatMatters()
    {
        Update accepted = refused(9, 2);
        accepted.decision = Decision::Accepted;
        const auto entries = SafetyModel::merged({decision(1, SafetyAction::Continue, 1), decision(2, SafetyAction::RollBack, 2), decision(3, SafetyAction::Hold, 3)},
                                                 {refused(7, 2), accepted});
        QCOMPARE(entries.size(), 3);
        QCOMPARE(std::get<SafetyDecision>(entries[0]).id, 3);
        QCOMPARE(std::get<SafetyDecision>(entries[1]).id, 2);
        QCOMPARE(std::get<Update>(entries[2]).id, UpdateId{7});
    }

    void insertsOnTop()
    {
        SafetyModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &SafetyModel::rowsInserted);
        QSignalSpy reset(&model, &SafetyModel::modelReset);
        model.setEntries({decision(1, SafetyAction::RollBack, 1)}, {});
        model.setEntries({decision(1, SafetyAction::RollBack, 1), decision(2, SafetyAction::Undo, 2)}, {});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.rowOfDecision(2), 0);
        model.setEntries({}, {refused(1, 1)});
        QCOMPARE(reset.size(), 1);
    }

    void listsDecisionsAndRefusals()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QStringList what;
        for (int row = 0; row < desk.table()->model()->rowCount(); ++row)
            what.append(desk.table()->model()->index(row, SafetyModel::What).data().toString());
        QVERIFY(what.contains(u"Rollback"_s));
        QVERIFY(what.contains(u"Update refused"_s));
        QVERIFY(!desk.details().isEmpty());
        QVERIFY(desk.panel.findChild<QLabel *>(u"falseAlarmRate"_s)->text().contains(u"%"_s));
        desk.shootBothThemes(&desk.panel, u"safety"_s);
    }

    void aClickRequestsTheRoundAndTheVersion()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QSignalSpy highlighted(&desk.panel, &SafetyPanel::versionHighlighted);
        const QModelIndex index = desk.table()->model()->index(0, 0);
        QTest::mouseClick(desk.table()->viewport(), Qt::LeftButton, {}, desk.table()->visualRect(index).center());
        QCOMPARE(desk.cursor.cursor().round, std::optional(index.data(SafetyModel::RoundRole).toInt()));
        QCOMPARE(highlighted.first().first().toInt(), index.data(SafetyModel::VersionRole).toInt());
    }

    void undoesTheNewestRollbackOnly()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        const int rows = desk.table()->model()->rowCount();
        desk.table()->selectRow(rows - 1);
        QVERIFY(!desk.undo()->isEnabled());
        QVERIFY(!desk.undo()->toolTip().isEmpty());
        desk.table()->selectRow(0);
        QVERIFY(desk.undo()->isEnabled());
        QSignalSpy rolledBack(&desk.panel, &SafetyPanel::rolledBack);
        desk.undo()->click();
        QTRY_COMPARE(rolledBack.size(), 1);
        QTRY_COMPARE(desk.table()->model()->rowCount(), rows + 1);
    }

    void withoutDecisionsItSaysWhatComes()
    {
        test::PanelFixture fixture;
        SafetyPanel panel(fixture.services);
        panel.show();
        QTRY_VERIFY(panel.isEmpty());
        QVERIFY(panel.findChild<QLabel *>(u"emptyText"_s)->text().startsWith(u"No decision yet."_s));
    }
};

QTEST_MAIN(TestSafetyPanel)
#include "tst_safetypanel.moc"
