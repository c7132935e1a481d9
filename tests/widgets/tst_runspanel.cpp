#include "tests/support/panelstage.h"
#include "widgets/base/theme.h"
#include "widgets/runs/filterbar.h"
#include "widgets/runs/runspanel.h"
#include "widgets/runs/runtree.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestRunsPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"Fusion"_s); QApplication::setPalette(theme::lightPalette()); }
    void showsTheCursorsRow();
    void clickMovesTheCursor();
    void filtersAndClears();
    void liveEventsMoveNeitherCurrentRowNorCursor();
    void marksUsesOfAMemory();
    void copiesTheSelection();
    void pictures();

private:
    static QTreeView *treeOf(RunsPanel &panel) { return panel.findChild<QTreeView *>(u"runTree"_s); }
    static QString current(RunsPanel &panel) { return treeOf(panel)->currentIndex().siblingAtColumn(0).data().toString(); }
};

void TestRunsPanel::showsTheCursorsRow()
{
    PanelStage stage;
    RunsPanel panel(stage.services);
    panel.resize(300, 500);
    panel.show();
    QTRY_VERIFY(!panel.isEmpty());
    stage.goTo(2, 2, 2);
    QTRY_COMPARE(current(panel), u"Attempt 2"_s);
    QCOMPARE(treeOf(panel)->currentIndex().parent().data().toString(), u"Count primes"_s);
    QVERIFY(treeOf(panel)->visualRect(treeOf(panel)->currentIndex()).isValid());
    QCOMPARE(stage.cursor.cursor(), (Cursor{stage.demo.run().id, 2, 2, 2}));
}

void TestRunsPanel::clickMovesTheCursor()
{
    PanelStage stage;
    RunsPanel panel(stage.services);
    panel.resize(300, 600);
    panel.show();
    stage.goTo(1, 2, 1);
    QTRY_COMPARE(current(panel), u"Attempt 1"_s);
    QTreeView *tree = treeOf(panel);
    const QModelIndex task = tree->currentIndex().parent();
    tree->scrollTo(task);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(task).center());
    QCOMPARE(stage.cursor.cursor(), (Cursor{stage.demo.run().id, 1, 2}));
    QVERIFY(!stage.cursor.isFollowing());
    QTest::keyClick(tree, Qt::Key_Down);
    QCOMPARE(stage.cursor.cursor(), (Cursor{stage.demo.run().id, 1, 2, 1}));
}

void TestRunsPanel::filtersAndClears()
{
    PanelStage stage;
    RunsPanel panel(stage.services);
    panel.show();
    stage.goTo(1, 0, 1);
    QTRY_COMPARE(current(panel), u"Attempt 1"_s);
    auto *bar = panel.findChild<FilterBar *>();
    auto *counts = panel.findChild<QLabel *>(u"runCounts"_s);
    QVERIFY(!counts->isVisible());
    bar->setFilter({.states = {ShownState::Recalled}});
    QVERIFY(counts->isVisible());
    QCOMPARE(counts->text(), u"3 of 27"_s);
    QCOMPARE(stage.cursor.cursor(), (Cursor{stage.demo.run().id, 1, 0, 1}));
    auto *chip = panel.findChild<QToolButton *>(u"chipState%1"_s.arg(int(ShownState::Recalled)));
    QVERIFY(chip && chip->isVisible());
    QTRY_VERIFY(counts->geometry().left() > chip->geometry().right());
    panel.findChild<QLineEdit *>(u"runSearch"_s)->setText(u"no such task"_s);
    auto *clear = panel.findChild<QPushButton *>(u"clearFiltersOfNothing"_s);
    QTRY_VERIFY(clear->isVisible());
    clear->click();
    QVERIFY(!bar->filter().isActive());
    QVERIFY(treeOf(panel)->isVisible());
    QVERIFY(panel.findChild<QLineEdit *>(u"runSearch"_s)->text().isEmpty());
}

void TestRunsPanel::liveEventsMoveNeitherCurrentRowNorCursor()
{
    PanelStage stage;
    RunsPanel panel(stage.services);
    panel.show();
    stage.goTo(3, 0, 1);
    QTRY_COMPARE(current(panel), u"Attempt 1"_s);
    const QPersistentModelIndex before = treeOf(panel)->currentIndex();
    Round round;
    round.number = 4;
    round.version = 2;
    stage.demo.append({4, Phase::Open}, RoundStarted{round, {0}});
    stage.demo.append({4, Phase::Learn, 0}, TaskStarted{stage.demo.tasks()[0].task.id, stage.demo.tasks()[0].task.key, Split::Learn});
    stage.demo.attempt({4, Phase::Learn, 0, 1}, 'P', 2);
    const QModelIndex run = treeOf(panel)->model()->index(0, 0);
    QTRY_COMPARE(treeOf(panel)->model()->rowCount(run), 4);
    const QModelIndex live = treeOf(panel)->model()->index(3, 0, run);
    QTRY_COMPARE(treeOf(panel)->model()->rowCount(live), 1);
    QCOMPARE(treeOf(panel)->model()->index(0, 0, live).data().toString(), u"Sliding window sums"_s);
    QCOMPARE(QModelIndex(before), treeOf(panel)->currentIndex());
    QCOMPARE(stage.cursor.cursor(), (Cursor{stage.demo.run().id, 3, 0, 1}));
}

void TestRunsPanel::marksUsesOfAMemory()
{
    PanelStage stage;
    RunsPanel panel(stage.services);
    panel.show();
    stage.goTo(2, 1, 1);
    QTRY_COMPARE(current(panel), u"Attempt 1"_s);
    panel.showMemoryUses(stage.demo.memory(0));
    QTRY_VERIFY(treeOf(panel)->currentIndex().data(RunTreeModel::UsedRole).toBool());
    panel.showMemoryUses({});
    QVERIFY(!treeOf(panel)->currentIndex().data(RunTreeModel::UsedRole).toBool());
    panel.highlightVersion(1);
    QVERIFY(treeOf(panel)->currentIndex().data(RunTreeModel::DimmedRole).toBool());
}

void TestRunsPanel::copiesTheSelection()
{
    PanelStage stage;
    RunsPanel panel(stage.services);
    panel.show();
    stage.goTo(1, 0, 1);
    QTRY_COMPARE(current(panel), u"Attempt 1"_s);
    QTest::keyClick(treeOf(panel), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines[0], u"Name\tPassed\tError\tTokens\tTime"_s);
    QVERIFY(lines[1].startsWith(u"Attempt 1\t2/4\tlogic\t"_s));
}

void TestRunsPanel::pictures()
{
    PanelStage stage;
    RunsPanel panel(stage.services);
    panel.resize(300, 560);
    panel.show();
    stage.goTo(2, 2, 2);
    QTRY_COMPARE(current(panel), u"Attempt 2"_s);
    panel.showMemoryUses(stage.demo.memory(0));
    QTRY_VERIFY(treeOf(panel)->currentIndex().data(RunTreeModel::UsedRole).toBool());
    PanelStage::shoot(panel, u"runs-light"_s);
    panel.findChild<FilterBar *>()->setFilter({.states = {ShownState::Failed}, .errorClasses = {ErrorClass::Logic, ErrorClass::Timeout}});
    panel.resize(520, 560);
    QApplication::setPalette(theme::darkPalette());
    PanelStage::shoot(panel, u"runs-dark-filtered"_s);
    QApplication::setPalette(theme::lightPalette());
}

QTEST_MAIN(TestRunsPanel)
#include "tst_runspanel.moc"
