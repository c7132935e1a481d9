#include "core/storage/attemptstore.h"
#include "tests/support/panelstage.h"
#include "widgets/base/notice.h"
#include "widgets/base/readingview.h"
#include "widgets/base/theme.h"
#include "widgets/verdict/testdetail.h"
#include "widgets/verdict/verdictmodel.h"
#include "widgets/verdict/verdictpanel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTreeView>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestVerdictPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"Fusion"_s); QApplication::setPalette(theme::lightPalette()); }
    void modelKeepsItsRowsWhenAVerdictComesLater();
    void modelGroupsBuildMessages();
    void modelPutsTestsOfItsOwnBetweenTheOthers();
    void modelTellsWhatToolsFound();
    void showsToolFindingsAboveTheTests();
    void saysWhatIsMissing();
    void showsTheFirstFailure();
    void clickOnAFailingTestAsksForItsLine();
    void tellsFaultsOfTheMachineApart();
    void showsTheHiddenVerdictWhenItComes();
    void readsMarkupAsText();
    void showsInRedThatThereWasNoSandbox();
    void pictures();

private:
    static QList<ToolReport> reports()
    {
        return {{u"syntax"_s, u"python"_s, {}}, {u"format"_s, {}, {}},
            {u"lint"_s, u"pyflakes"_s, {{2, 5, {}, u"local variable 'rest' is assigned to but never used"_s}, {0, 0, upsetCode, u"<b>late</b>"_s}}},
            {u"types"_s, u"mypy"_s, {{3, 12, u"return-value"_s, u"Incompatible return value type (got \"None\", expected \"int\")"_s}}}};
    }

    /// What tools said of an attempt of the demo run.
    static void look(PanelStage &stage, const Place &place)
    {
        const QList<AttemptRow> rows = AttemptStore(stage.demo.database()).rows(stage.demo.run().id).value();
        for (const AttemptRow &row : rows) {
            if (row.place == place)
                stage.demo.append(place, ToolsRun{row.id, reports()});
        }
    }

    static QString textOf(QWidget &panel, const QString &notice)
    {
        auto *widget = panel.findChild<Notice *>(notice);
        return widget && widget->isVisibleTo(&panel) ? widget->text() : QString();
    }
};

void TestVerdictPanel::modelKeepsItsRowsWhenAVerdictComesLater()
{
    VerdictModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Verdict visible{.scope = Visibility::Visible, .passed = true, .tests = {{.name = u"a"_s, .status = TestStatus::Passed}}};
    model.show({1}, visible, std::nullopt);
    QCOMPARE(model.rowCount(), 1);
    const QPersistentModelIndex test = model.index(0, 0, model.index(0, 0));
    Verdict hidden = visible;
    hidden.scope = Visibility::Hidden;
    hidden.tests.append({.name = u"b"_s, .status = TestStatus::Failed, .line = 4});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.show({1}, visible, hidden);
    QCOMPARE(resets.count(), 0);
    QVERIFY(test.isValid());
    QCOMPARE(test.data().toString(), u"a"_s);
    QCOMPARE(model.firstFailure().data().toString(), u"b"_s);
    QCOMPARE(model.firstFailure().data(VerdictModel::LineRole).toInt(), 4);
    QVERIFY(model.groupIndex(VerdictModel::Group::Hidden).data().toString().contains(u"1 of 2"_s));
    model.show({2}, std::nullopt, std::nullopt);
    QCOMPARE(model.rowCount(), 0);
}

void TestVerdictPanel::modelGroupsBuildMessages()
{
    VerdictModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Verdict visible{.scope = Visibility::Visible, .diagnostics = {{3, 1, u"error"_s, u"expected ':'"_s}}};
    model.show({1}, visible, visible);
    const QModelIndex build = model.groupIndex(VerdictModel::Group::Build);
    QCOMPARE(build.row(), 0);
    QCOMPARE(model.rowCount(build), 1);
    QCOMPARE(model.index(0, 0, build).data(VerdictModel::LineRole).toInt(), 3);
}

void TestVerdictPanel::modelPutsTestsOfItsOwnBetweenTheOthers()
{
    VerdictModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Verdict visible{.scope = Visibility::Visible, .passed = true, .tests = {{.name = u"a"_s, .status = TestStatus::Passed}}};
    Verdict hidden{.scope = Visibility::Hidden, .tests = {{.name = u"h"_s, .status = TestStatus::Failed, .line = 7}}};
    const Verdict own{.scope = Visibility::Own,
        .tests = {{.name = u"own 1"_s, .status = TestStatus::Passed}, {.name = u"own 2"_s, .status = TestStatus::Failed, .line = 2}}};
    model.show({1}, visible, hidden);
    const QPersistentModelIndex judged = model.index(0, 0, model.groupIndex(VerdictModel::Group::Hidden));
    model.show({1}, visible, hidden, own);
    QCOMPARE(model.rowCount(), 3);
    const QModelIndex group = model.groupIndex(VerdictModel::Group::Own);
    QCOMPARE(group.row(), 1);
    QCOMPARE(model.rowCount(group), 2);
    QCOMPARE(group.data().toString(), u"Tests of its own: 1 of 2"_s);
    QVERIFY(!group.siblingAtColumn(VerdictModel::MessageColumn).data().toString().isEmpty()); // hidden tests decide
    QCOMPARE(judged.data().toString(), u"h"_s);
    QVERIFY(judged.isValid() && judged.parent().row() == 2);
    model.show({1}, visible, hidden);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.groupIndex(VerdictModel::Group::Own).isValid());
}

void TestVerdictPanel::modelTellsWhatToolsFound()
{
    VerdictModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Verdict visible{.scope = Visibility::Visible, .tests = {{.name = u"a"_s, .status = TestStatus::Failed}},
        .diagnostics = {{3, 1, u"error"_s, u"expected ':'"_s}}};
    model.show({1}, visible, std::nullopt, std::nullopt, reports());
    const QModelIndex tools = model.groupIndex(VerdictModel::Group::Tools);
    QCOMPARE(tools.row(), 1);
    QCOMPARE(tools.data().toString(), u"Tool findings: 3"_s);
    QCOMPARE(model.rowCount(tools), 5);
    const auto row = [&](int number) {
        const QModelIndex name = model.index(number, 0, tools);
        return name.data().toString() + u" | "_s + name.siblingAtColumn(1).data().toString();
    };
    QCOMPARE(row(0), u"python | nothing found"_s);
    QCOMPARE(row(1), u"Format | not looked at"_s);
    QCOMPARE(row(2), u"pyflakes, line 2 | local variable 'rest' is assigned to but never used"_s);
    QCOMPARE(row(3), u"pyflakes | <b>late</b>"_s);
    QCOMPARE(model.index(4, 0, tools).data(VerdictModel::LineRole).toInt(), 3);
    QVERIFY(model.index(4, 0, tools).data(Qt::ToolTipRole).toString().endsWith(u"[return-value]"_s));
    QVERIFY(!model.testAt(model.index(2, 0, tools)));
    // A tool's finding is no failure: the first red test is.
    QCOMPARE(model.firstFailure().data().toString(), u"a"_s);
}

void TestVerdictPanel::showsToolFindingsAboveTheTests()
{
    PanelStage stage;
    look(stage, {1, Phase::Learn, 0, 1});
    VerdictPanel panel(stage.services);
    panel.resize(360, 620);
    panel.show();
    stage.goTo(1, 0, 1);
    auto *tests = panel.findChild<QTreeView *>(u"tests"_s);
    QTRY_COMPARE(tests->model()->index(0, 0).data().toString(), u"Tool findings: 3"_s);
    const QModelIndex finding = tests->model()->index(2, 0, tests->model()->index(0, 0));
    QSignalSpy lines(&panel, &VerdictPanel::lineRequested);
    QTest::mouseClick(tests->viewport(), Qt::LeftButton, {}, tests->visualRect(finding).center());
    QCOMPARE(lines.count(), 1);
    QCOMPARE(lines.first().first().toInt(), 2);
    QVERIFY(panel.findChild<ReadingView *>(u"testDetail"_s)->toPlainText().contains(u"never used"_s));
    PanelStage::shoot(panel, u"verdict-tools"_s);
    QApplication::setPalette(theme::darkPalette());
    const auto *headline = panel.findChild<Notice *>(u"verdictHeadline"_s);
    QTRY_COMPARE(headline->palette().color(QPalette::Window), theme::darkPalette().color(QPalette::Window));
    PanelStage::shoot(panel, u"verdict-tools-dark"_s);
    QApplication::setPalette(theme::lightPalette());
    // An attempt that no tool looked at has no such group.
    stage.goTo(1, 0, 2);
    QTRY_VERIFY(tests->model()->index(0, 0).data().toString().startsWith(u"Visible"_s));
}

void TestVerdictPanel::saysWhatIsMissing()
{
    PanelStage stage;
    VerdictPanel panel(stage.services);
    panel.show();
    auto *empty = panel.findChild<QLabel *>(u"emptyText"_s);
    QVERIFY(panel.isEmpty());
    QVERIFY(empty->text().contains(u"F8"_s));
    stage.goTo(1, 0, 9);
    QTRY_COMPARE(empty->text(), u"Not run yet."_s);
}

void TestVerdictPanel::showsTheFirstFailure()
{
    PanelStage stage;
    VerdictPanel panel(stage.services);
    panel.show();
    stage.goTo(1, 0, 1);
    QTRY_COMPARE(textOf(panel, u"verdictHeadline"_s), u"Failed: logic"_s);
    auto *tests = panel.findChild<QTreeView *>(u"tests"_s);
    QCOMPARE(tests->currentIndex().siblingAtColumn(0).data().toString(), u"example"_s);
    const QString detail = panel.findChild<ReadingView *>(u"testDetail"_s)->toPlainText();
    QVERIFY(detail.contains(u"[3, 5, 7]"_s) && detail.contains(u"[3, 5]"_s));
    stage.goTo(1, 0, 2);
    QTRY_COMPARE(textOf(panel, u"verdictHeadline"_s), u"Solved"_s);
}

void TestVerdictPanel::clickOnAFailingTestAsksForItsLine()
{
    PanelStage stage;
    VerdictPanel panel(stage.services);
    panel.resize(360, 600);
    panel.show();
    stage.goTo(1, 0, 1);
    auto *tests = panel.findChild<QTreeView *>(u"tests"_s);
    QTRY_VERIFY(tests->currentIndex().isValid());
    QSignalSpy lines(&panel, &VerdictPanel::lineRequested);
    QTest::mouseClick(tests->viewport(), Qt::LeftButton, {}, tests->visualRect(tests->currentIndex()).center());
    QCOMPARE(lines.count(), 1);
    QCOMPARE(lines.first().first().toInt(), 3);
    Q_EMIT panel.findChild<ReadingView *>(u"testDetail"_s)->anchorClicked(QUrl(u"line:3"_s));
    QCOMPARE(lines.count(), 2);
}

void TestVerdictPanel::tellsFaultsOfTheMachineApart()
{
    PanelStage stage;
    VerdictPanel panel(stage.services);
    panel.show();
    stage.goTo(2, 4, 1);
    QTRY_VERIFY(textOf(panel, u"verdictDetail"_s).startsWith(u"Fault of this machine. Not counted. Retried 1 of 2."_s));
    stage.goTo(3, 1, 1);
    QTRY_COMPARE(textOf(panel, u"tamperingNotice"_s), u"Tampering: It wrote a report of its own."_s);
}

void TestVerdictPanel::showsTheHiddenVerdictWhenItComes()
{
    PanelStage stage;
    VerdictPanel panel(stage.services);
    panel.show();
    const Place place{4, Phase::Learn, 0, 1};
    stage.goTo(4, 0, 1);
    stage.demo.attempt(place, 'P', 2);
    QTRY_COMPARE(textOf(panel, u"verdictHeadline"_s), u"Solved"_s);
    auto *tests = panel.findChild<QTreeView *>(u"tests"_s);
    QCOMPARE(tests->model()->rowCount(), 2);
}

void TestVerdictPanel::readsMarkupAsText()
{
    PanelStage stage;
    VerdictPanel panel(stage.services);
    panel.show();
    stage.goTo(1, 4, 1);
    auto *output = panel.findChild<ReadingView *>(u"programOutput"_s);
    QTRY_VERIFY(output->toPlainText().contains(u"<b>not markup</b>"_s));
}

void TestVerdictPanel::showsInRedThatThereWasNoSandbox()
{
    const auto inkOf = [](const QString &sandbox) {
        ReadingView view(u"machineUse"_s, nullptr);
        testdetail::showMachine(view, u"key"_s, Verdict{.sandbox = sandbox}, std::nullopt);
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
            if (block.text().startsWith(u"Sandbox: "_s))
                return block.begin().fragment().charFormat().foreground().color();
        }
        return QColor();
    };
    const QPalette palette = QApplication::palette();
    QCOMPARE(inkOf(u"none"_s), theme::stateColor(ShownState::Failed, palette));
    QCOMPARE(inkOf(u"container"_s), palette.color(QPalette::Text));
}

void TestVerdictPanel::pictures()
{
    PanelStage stage;
    VerdictPanel panel(stage.services);
    panel.resize(360, 620);
    panel.show();
    for (const auto &[name, round, task] : {std::tuple("logic", 1, 0), std::tuple("No verdict", 2, 4), std::tuple("forbidden", 3, 1),
                                            std::tuple("syntax", 1, 1)}) {
        stage.goTo(round, task, 1);
        QTRY_VERIFY(textOf(panel, u"verdictHeadline"_s).contains(QLatin1StringView(name)));
        PanelStage::shoot(panel, u"verdict-%1"_s.arg(QLatin1StringView(name)).remove(u' '));
    }
    QApplication::setPalette(theme::darkPalette());
    auto *page = panel.findChild<ReadingView *>(u"machineUse"_s);
    const auto ink = [page] { return page->document()->begin().begin().fragment().charFormat().foreground().color(); };
    QTRY_COMPARE(ink(), theme::darkPalette().color(QPalette::Text));
    PanelStage::shoot(panel, u"verdict-dark"_s);
    QApplication::setPalette(theme::lightPalette());
    QVERIFY(!textOf(panel, u"verdictHeadline"_s).isEmpty());
}

QTEST_MAIN(TestVerdictPanel)
#include "tst_verdictpanel.moc"
