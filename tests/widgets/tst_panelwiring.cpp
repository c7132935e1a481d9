#include "tests/support/panelstage.h"
#include "widgets/curve/curvepanel.h"
#include "widgets/curve/curveview.h"
#include "widgets/runcontrol/liverun.h"
#include "widgets/safety/safetymodel.h"
#include "widgets/safety/safetypanel.h"
#include "widgets/shell/panelwiring.h"
#include "widgets/versions/versionspanel.h"

#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// What a click in one panel selects in the others, over a finished run with updates, refusals and rollbacks.
class TestPanelWiring : public QObject
{
    Q_OBJECT

private:
    struct Desk : PanelStage {
        explicit Desk(bool safetyShown = true)
        {
            agent.open([](Result<Done>) {});
            auto *column = new QVBoxLayout(&window);
            for (QWidget *panel : {static_cast<QWidget *>(panels.curve), static_cast<QWidget *>(panels.versions), static_cast<QWidget *>(panels.safety)})
                column->addWidget(panel);
            for (Panel *panel : panels.panels)
                panel->setVisible(panel == panels.curve || panel == panels.versions || (panel == panels.safety && safetyShown));
            window.resize(1000, 900);
            window.show();
        }

        bool open()
        {
            cursor.request({demo.run().id});
            return QTest::qWaitFor([this] { return rows() > 0 && !panels.curve->isEmpty() && !panels.versions->isEmpty(); });
        }

        QTableView *table() const { return panels.safety->findChild<QTableView *>(u"safetyTable"_s); }
        int rows() const { return table()->model()->rowCount(); }
        const SafetyModel::Entry &chosen() const { return static_cast<SafetyModel *>(table()->model())->entry(table()->currentIndex().row()); }
        void clickRow(int row)
        {
            QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(table()->model()->index(row, 0)).center());
        }

        QList<CurveMark> marks(MarkKind kind) const
        {
            QList<CurveMark> of = panels.curve->view()->data().marks;
            of.removeIf([kind](const CurveMark &mark) { return mark.kind != kind; });
            return of;
        }
        void click(const CurveMark &mark) const { Q_EMIT panels.curve->view()->markClicked(mark); }

        QWidget window;
        LiveRun live{feed};
        Actions actions{&window};
        MessageBar messages{&window};
        PanelSet panels = makePanels(services, live, &window);
        PanelWiring wiring{panels, services, actions, messages, &window};
    };

private Q_SLOTS:
    void theMarkOfARollbackSelectsItsDecisionAndVersion()
    {
        Desk desk;
        QVERIFY(desk.open());
        const QList<CurveMark> marks = desk.marks(MarkKind::RollBack);
        QVERIFY(marks.size() >= 2);
        for (const CurveMark &mark : marks) {
            desk.click(mark);
            QCOMPARE(desk.cursor.cursor(), (Cursor{desk.demo.run().id, mark.round}));
            QCOMPARE(desk.panels.versions->highlighted(), mark.version);
            const auto *decision = std::get_if<SafetyDecision>(&desk.chosen());
            QVERIFY(decision);
            QCOMPARE(decision->id, mark.decision);
        }
    }

    void theMarkOfARefusedUpdateSelectsItsRowAndTheVersionItWouldHaveChanged()
    {
        Desk desk;
        QVERIFY(desk.open());
        const QList<CurveMark> marks = desk.marks(MarkKind::Rejected);
        QVERIFY(!marks.isEmpty());
        desk.click(marks.last());
        const auto *update = std::get_if<Update>(&desk.chosen());
        QVERIFY(update);
        QCOMPARE(update->id, marks.last().update);
        QCOMPARE(desk.panels.versions->highlighted(), update->oldVersion);
        QCOMPARE(desk.cursor.cursor().round, std::optional(marks.last().round));
    }

    void theMarkOfAnUpdateSelectsTheVersionItMade()
    {
        Desk desk;
        QVERIFY(desk.open());
        for (const CurveMark &mark : desk.marks(MarkKind::Version)) {
            desk.click(mark);
            QCOMPARE(desk.panels.versions->highlighted(), mark.version);
            if (mark.round > 0)
                QCOMPARE(desk.cursor.cursor().round, std::optional(mark.round));
        }
    }

    void aSafetyRowKeepsItsSelectionAndLeadsToRoundAndVersion()
    {
        Desk desk;
        QVERIFY(desk.open());
        for (int row = 0; row < desk.rows(); ++row) {
            desk.clickRow(row);
            const QModelIndex index = desk.table()->model()->index(row, 0);
            QCOMPARE(desk.table()->currentIndex().row(), row);
            QCOMPARE(desk.cursor.cursor(), (Cursor{desk.demo.run().id, index.data(SafetyModel::RoundRole).toInt()}));
            QCOMPARE(desk.panels.versions->highlighted(), index.data(SafetyModel::VersionRole).toInt());
        }
    }

    void aHiddenSafetyLogSelectsOnceItIsShown()
    {
        Desk desk(false);
        desk.cursor.request({desk.demo.run().id});
        QTRY_VERIFY(!desk.panels.curve->isEmpty());
        const CurveMark mark = desk.marks(MarkKind::RollBack).first();
        desk.click(mark);
        QCOMPARE(desk.rows(), 0);
        desk.panels.safety->show();
        QTRY_VERIFY(desk.rows() > 0);
        const auto *decision = std::get_if<SafetyDecision>(&desk.chosen());
        QVERIFY(decision);
        QCOMPARE(decision->id, mark.decision);
    }

    void undoInTheSafetyLogIsToldAsInTheVersions()
    {
        Desk desk;
        QVERIFY(desk.open());
        desk.table()->selectRow(0);
        const int before = desk.rows();
        desk.panels.safety->undoDecision();
        QTRY_COMPARE(desk.messages.waiting(), 1);
        QVERIFY2(desk.messages.shownText().startsWith(u"The decision is undone."_s), qPrintable(desk.messages.shownText()));
        QTRY_COMPARE(desk.rows(), before + 1);
    }

    void aRollbackIsToldWithAnUndoOfItsOwnRun()
    {
        Desk desk;
        QVERIFY(desk.open());
        SafetyDecision decision{.id = 1, .run = desk.demo.run().id, .action = SafetyAction::RollBack, .fromVersion = 3, .toVersion = 2, .effectiveRound = 4};
        Q_EMIT desk.panels.versions->rolledBack(decision);
        QVERIFY(desk.messages.shownText().contains(u"Version 2 is used again from round 4 on."_s));
        const int before = desk.rows();
        desk.cursor.request({});                     // whatever run shows by now
        desk.messages.findChild<QPushButton *>(u"undoRollbackNow"_s)->click();
        QTRY_VERIFY(desk.messages.shownText().startsWith(u"The decision is undone."_s));
        desk.cursor.request({desk.demo.run().id});
        QTRY_COMPARE(desk.rows(), before + 1);
    }
};

QTEST_MAIN(TestPanelWiring)
#include "tst_panelwiring.moc"
