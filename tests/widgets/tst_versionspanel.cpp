#include "core/storage/eventstore.h"
#include "core/storage/runstore.h"
#include "tests/widgets/memoryfixture.h"
#include "widgets/versions/rollbackdialog.h"
#include "widgets/versions/strategydialog.h"
#include "widgets/versions/treeview.h"
#include "widgets/versions/versionspanel.h"

#include <QAction>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTextCursor>
#include <QTableView>
#include <QTextEdit>
#include <QToolButton>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestVersionsPanel : public QObject
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
        TreeView *tree() { return panel.findChild<TreeView *>(u"versionTree"_s); }
        QString details() { return panel.findChild<QTextEdit *>(u"versionDetails"_s)->toPlainText(); }
        bool isLoaded() { return !panel.isEmpty() && tree()->rectOf(4).isValid(); }
        void click(int version, Qt::KeyboardModifiers modifiers = {})
        {
            QTest::mouseClick(tree(), Qt::LeftButton, modifiers, tree()->rectOf(version).center());
        }
        QAction *action(const char *name) { return panel.findChild<QAction *>(QLatin1StringView(name)); }

        VersionsPanel panel{services};
    };

private Q_SLOTS:
    void showsEveryVersion()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QTRY_VERIFY(desk.details().contains(u"Version 2"_s));       // the current one, before any choice
        desk.shootBothThemes(&desk.panel, u"versions"_s);
    }

    void aWaitingUpdateIsJudged_data()
    {
        QTest::addColumn<bool>("approved");
        QTest::newRow("approved") << true;
        QTest::newRow("refused") << false;
    }

    void aWaitingUpdateIsJudged()
    {
        QFETCH(const bool, approved);
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        auto *bar = desk.panel.findChild<QFrame *>(u"approvalBar"_s);
        QVERIFY(!bar->isVisible());
        Update update;
        update.oldVersion = 2;
        update.edits = {{.kind = RuleEditKind::Add, .text = u"Look at both ends of a range."_s}};
        update.reason = u"A person's own words."_s;
        const Event proposed = desk.demo.append({3, Phase::Update}, UpdateProposed{update});
        const UpdateId id = std::get<UpdateProposed>(proposed.payload).update.id;
        const QJsonObject trial{{u"pairs"_s, 40}, {u"better"_s, 9}, {u"worse"_s, 1}, {u"mean"_s, 0.2}, {u"low"_s, 0.05}, {u"high"_s, 0.35}, {u"e_plus"_s, 33.0}};
        desk.demo.append({3, Phase::Update}, UpdateMeasured{id, {{u"kind"_s, u"trial"_s}, {u"trial"_s, trial}}});
        const Reason why{ReasonCode::WaitsForApproval, {{u"update"_s, id.value}, {u"round"_s, 3}}};
        desk.demo.append({3, Phase::Person}, RunStatusChanged{RunStatus::Paused, u"waits"_s, why});
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(desk.panel.findChild<QLabel *>(u"approvalText"_s)->text().contains(u"A person's own words."_s));
        desk.panel.findChild<QPushButton *>(u"showUpdate"_s)->click();
        QVERIFY2(desk.details().contains(u"Look at both ends of a range."_s), qPrintable(desk.details()));
        QVERIFY(desk.details().contains(u"20.0 points"_s));
        desk.shootBothThemes(&desk.panel, u"versions-waiting"_s);
        desk.panel.findChild<QLineEdit *>(u"approvalReason"_s)->setText(u" because "_s);
        desk.panel.findChild<QPushButton *>(approved ? u"approveUpdate"_s : u"rejectUpdate"_s)->click();
        const auto judged = [&] { return EventStore(desk.demo.database()).ofKind(desk.demo.run().id, EventKind::UpdateJudged).value(); };
        QTRY_COMPARE(judged().size(), 1);
        const auto event = std::get<UpdateJudged>(judged().first().payload);
        QCOMPARE(event.approved, approved);
        QCOMPARE(event.update, id);
        QCOMPARE(event.reason, u"because"_s);
    }

    void showsWhatTheSearchLearnt()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        StrategyDialog dialog(desk.services, desk.demo.run());
        dialog.show();
        Ticket ticket;
        bool answered = false;                   // the reader answers in order: what the dialog asked came before
        desk.reader.ask(&dialog, ticket, [](Database &) { return Result<int>(0); }, [&](const Result<int> &) { answered = true; });
        QTRY_VERIFY(answered);
        QVERIFY(dialog.findChild<QLabel *>(u"strategyNothing"_s)->isVisible());
        QList<SearchRow> rows;
        for (int round = 1; round <= 5; ++round) {
            for (const QString &context : {u"python/none"_s, u"python/logic"_s}) {
                rows.append({round, context, u"plan_first"_s, u"false"_s, 0.5 - 0.05 * round, 4 * round, 3.5 * round, 0.4});
                rows.append({round, context, u"plan_first"_s, u"true"_s, 0.5 + 0.05 * round, 6 * round, 5.5 * round, 0.6});
            }
            rows.append({round, u"python/none"_s, u"temperature"_s, u"0.2"_s, 1.2, round, 1.0 * round, 0.3});
        }
        dialog.setRows(rows);
        auto *table = dialog.findChild<QTableView *>(u"strategyTable"_s);
        QCOMPARE(dialog.findChild<QComboBox *>(u"strategyContext"_s)->count(), 2);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(1, 0).data().toString(), u"true"_s);
        QCOMPARE(table->model()->index(1, 2).data().toString(), u"30"_s);
        desk.shootBothThemes(&dialog, u"strategy"_s);
        dialog.findChild<QComboBox *>(u"strategyContext"_s)->setCurrentText(u"python/none"_s);
        dialog.findChild<QComboBox *>(u"strategyChoice"_s)->setCurrentText(u"temperature"_s);
        QCOMPARE(table->model()->rowCount(), 1);
    }

    void publishesAndWithdraws()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        auto *button = desk.panel.findChild<QToolButton *>(u"publishVersion"_s);
        const auto act = [&](const QString &name) -> QAction * {
            Q_EMIT button->menu()->aboutToShow();
            const QList<QAction *> acts = button->menu()->actions();
            const auto found = std::ranges::find(acts, name, &QAction::objectName);
            return found == acts.end() ? nullptr : *found;
        };
        desk.click(3);
        QVERIFY(!act(u"withdraw-canary"_s));
        act(u"publish-canary"_s)->trigger();
        QTRY_VERIFY2(desk.details().contains(u"Published on canary."_s), qPrintable(desk.details()));
        QVERIFY(!act(u"publish-canary"_s));
        desk.click(2);
        QVERIFY(!desk.details().contains(u"Published"_s));
        act(u"withdraw-canary"_s)->trigger();
        desk.click(3);
        QTRY_VERIFY(!desk.details().contains(u"Published"_s));
    }

    void aClickHighlightsAndMovesNoCursor()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QSignalSpy highlighted(&desk.panel, &VersionsPanel::versionHighlighted);
        const Cursor before = desk.cursor.cursor();
        desk.click(3);
        QCOMPARE(highlighted.size(), 1);
        QCOMPARE(highlighted.first().first().toInt(), 3);
        QCOMPARE(desk.cursor.cursor(), before);
        QVERIFY(desk.details().contains(u"Version 3"_s));
        QVERIFY(desk.details().contains(u"Why it exists"_s));
        QTest::mouseDClick(desk.tree(), Qt::LeftButton, {}, desk.tree()->rectOf(3).center());
        QCOMPARE(desk.cursor.cursor().round, std::optional(3));
    }

    void highlightingFromOutsideIsSilent()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QSignalSpy highlighted(&desk.panel, &VersionsPanel::versionHighlighted);
        desk.panel.highlightVersion(1);
        QCOMPARE(desk.panel.highlighted(), 1);
        QCOMPARE(highlighted.size(), 0);
    }

    void twoVersionsShowTheirDifference()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.click(3);
        desk.click(1, Qt::ControlModifier);
        QVERIFY(desk.details().contains(u"From version 1 to version 3"_s));
        desk.shootBothThemes(&desk.panel, u"versions-diff"_s);
        desk.click(2);
        QVERIFY(desk.details().contains(u"Version 2"_s));
    }

    void detailsFollowTheTheme()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded() && !desk.details().isEmpty());
        const QPalette before = QApplication::palette();
        QApplication::setPalette(theme::darkPalette());
        const auto ink = [&] {
            QTextCursor cursor(desk.panel.findChild<QTextEdit *>(u"versionDetails"_s)->document());
            cursor.movePosition(QTextCursor::NextCharacter);
            return cursor.charFormat().foreground().color();
        };
        QTRY_COMPARE(ink(), theme::darkPalette().color(QPalette::Text));
        QApplication::setPalette(before);
    }

    void keysGoThroughTheTree()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.panel.highlightVersion(2);
        QTest::keyClick(desk.tree(), Qt::Key_Right);
        QCOMPARE(desk.panel.highlighted(), 3);
        QTest::keyClick(desk.tree(), Qt::Key_Left);
        QTest::keyClick(desk.tree(), Qt::Key_Left);
        QTest::keyClick(desk.tree(), Qt::Key_Left);
        QCOMPARE(desk.panel.highlighted(), 1);
        QTest::keyClick(desk.tree(), Qt::Key_Return);
        QCOMPARE(desk.cursor.cursor().round, std::optional(1));
    }

    void rollsBackAfterAQuestionAndUndoes()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QSignalSpy rolledBack(&desk.panel, &VersionsPanel::rolledBack);
        desk.panel.rollBackTo(1);
        QTRY_VERIFY(desk.panel.findChild<RollbackDialog *>());
        auto *dialog = desk.panel.findChild<RollbackDialog *>();
        desk.shootBothThemes(dialog, u"rollback"_s);
        dialog->findChild<QPushButton *>(u"confirmRollback"_s)->click();
        QTRY_COMPARE(rolledBack.size(), 1);
        const auto decision = rolledBack.first().first().value<SafetyDecision>();
        QCOMPARE(decision.toVersion, 1);
        QVERIFY(decision.byPerson);
        QCOMPARE(RunStore(desk.demo.database()).byId(desk.demo.run().id)->currentVersion, 1);
        QTRY_VERIFY(desk.panel.canUndoRollback());
        desk.panel.undoRollback();
        QTRY_COMPARE(rolledBack.size(), 2);
        QCOMPARE(rolledBack.last().first().value<SafetyDecision>().action, SafetyAction::Undo);
    }

    void cancelChangesNothing()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        const int before = RunStore(desk.demo.database()).byId(desk.demo.run().id)->currentVersion;
        desk.panel.rollBackTo(1);
        QTRY_VERIFY(desk.panel.findChild<RollbackDialog *>());
        desk.panel.findChild<RollbackDialog *>()->findChild<QPushButton *>(u"cancelRollback"_s)->click();
        QTRY_VERIFY(!desk.panel.findChild<RollbackDialog *>());
        QCOMPARE(RunStore(desk.demo.database()).byId(desk.demo.run().id)->currentVersion, before);
    }

    void pinsAVersion()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.click(3);
        QVERIFY(!desk.action("pinVersion")->isChecked());
        desk.action("pinVersion")->trigger();
        QTRY_VERIFY(desk.action("pinVersion")->isChecked());
    }

    void refusesSayWhy()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        QVERIFY(!desk.action("rollBackHere")->isEnabled());
        QVERIFY(!desk.action("rollBackHere")->toolTip().isEmpty());
        QSignalSpy failed(&desk.panel, &VersionsPanel::failed);
        desk.panel.rollBackTo(99);
        QTRY_COMPARE(failed.size(), 1);
    }

    void aHiddenPanelReadsWhenShown()
    {
        Desk desk;
        QTRY_VERIFY(desk.isLoaded());
        desk.panel.hide();
        SafetyDecision decision;
        decision.action = SafetyAction::RollBack;
        decision.fromVersion = 2;
        decision.toVersion = 3;
        desk.demo.append({3, Phase::Person}, GuardDecided{decision}, true);
        desk.panel.show();
        QTRY_VERIFY(desk.details().contains(u"Version 3 – current"_s));
    }

    void withoutARunItIsEmpty()
    {
        test::PanelFixture fixture;
        VersionsPanel panel(fixture.services);
        panel.show();
        QTRY_VERIFY(panel.isEmpty());
    }
};

QTEST_MAIN(TestVersionsPanel)
#include "tst_versionspanel.moc"
