#include "tests/support/panelstage.h"
#include "widgets/base/notice.h"
#include "widgets/base/readingview.h"
#include "widgets/base/theme.h"
#include "widgets/reflection/linereferences.h"
#include "widgets/reflection/reflectionpanel.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTabWidget>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestReflectionPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"Fusion"_s); QApplication::setPalette(theme::lightPalette()); }
    void findsLines_data();
    void findsLines();
    void saysWhyThereIsNone();
    void comparesTheClasses();
    void namesTheOrigin();
    void linesCanBeClicked();
    void showsAReflectionWhenItComes();
    void pictures();
};

void TestReflectionPanel::findsLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("one") << u"Mend line 3."_s << QStringList{u"line 3=3"_s};
    QTest::newRow("capital") << u"Line 12 is wrong"_s << QStringList{u"Line 12=12"_s};
    QTest::newRow("range") << u"see lines 3-5"_s << QStringList{u"lines 3=3"_s, u"5=5"_s};
    QTest::newRow("list") << u"lines 3, 7 and 9 fail"_s << QStringList{u"lines 3=3"_s, u"7=7"_s, u"9=9"_s};
    QTest::newRow("chinese") << u"第 3 行和第12行"_s << QStringList{u"第 3 行=3"_s, u"第12行=12"_s};
    QTest::newRow("short") << u"L7 loops"_s << QStringList{u"L7=7"_s};
    QTest::newRow("no number") << u"a line of code"_s << QStringList{};
    QTest::newRow("part of a word") << u"online 3 outline4"_s << QStringList{};
    QTest::newRow("zero") << u"line 0"_s << QStringList{};
    QTest::newRow("too long") << u"line 12345678"_s << QStringList{};
    QTest::newRow("other number") << u"line 3 gives 45"_s << QStringList{u"line 3=3"_s};
}

void TestReflectionPanel::findsLines()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const Mention &mention : lineReferences(text))
        found.append(text.sliced(mention.start, mention.length) + u'=' + mention.target.sliced(5));
    QCOMPARE(found, expected);
}

void TestReflectionPanel::saysWhyThereIsNone()
{
    PanelStage stage;
    ReflectionPanel panel(stage.services);
    panel.show();
    auto *empty = panel.findChild<QLabel *>(u"emptyText"_s);
    QVERIFY(empty->text().contains(u"F8"_s));
    stage.goTo(1, 3, 1);
    QTRY_COMPARE(empty->text(), u"Solved: nothing to reflect on."_s);
    stage.goTo(1, 5, 1);
    QTRY_COMPARE(empty->text(), u"Measured only: nothing is learned from this attempt."_s);
    stage.goTo(2, 4, 1);
    QTRY_COMPARE(empty->text(), u"Fault of this machine: nothing to reflect on."_s);
}

void TestReflectionPanel::comparesTheClasses()
{
    PanelStage stage;
    ReflectionPanel panel(stage.services);
    panel.show();
    stage.goTo(1, 0, 1);
    auto *stated = panel.findChild<Notice *>(u"statedClass"_s);
    QTRY_COMPARE(stated->text(), u"Right error class: logic"_s);
    stage.goTo(1, 2, 2);      // the fifth reflection of the demo run names a wrong class
    QTRY_COMPARE(stated->text(), u"Wrong error class: it says runtime, the verdict says timeout."_s);
}

void TestReflectionPanel::namesTheOrigin()
{
    PanelStage stage;
    ReflectionPanel panel(stage.services);
    panel.show();
    auto *origin = panel.findChild<Notice *>(u"reflectionOrigin"_s);
    auto *json = panel.findChild<ReadingView *>(u"reflectionJson"_s);
    stage.goTo(1, 0, 1);
    QTRY_COMPARE(origin->text(), u"Written by the model"_s);
    QVERIFY(json->toPlainText().contains(u"\"error_class\": \"logic\""_s));
    stage.goTo(1, 1, 1);
    QTRY_COMPARE(origin->text(), u"Written by the model, form repaired"_s);
    stage.goTo(1, 1, 2);
    QTRY_COMPARE(origin->text(), u"Made by rules from the verdict"_s);
    QVERIFY(json->toPlainText().startsWith(u"Made by rules"_s));
    stage.goTo(1, 2, 1);
    QTRY_COMPARE(origin->text(), u"Written by a person"_s);
}

void TestReflectionPanel::linesCanBeClicked()
{
    PanelStage stage;
    ReflectionPanel panel(stage.services);
    panel.show();
    stage.goTo(1, 0, 1);
    QTRY_VERIFY(!panel.isEmpty());
    auto *text = panel.findChild<ReadingView *>(u"reflectionText"_s);
    QSignalSpy lines(&panel, &ReflectionPanel::lineRequested);
    QTextCursor link = text->document()->find(u"Line 3"_s);
    QCOMPARE(link.charFormat().anchorHref(), u"line:3"_s);
    Q_EMIT text->anchorClicked(QUrl(link.charFormat().anchorHref()));
    QCOMPARE(lines.count(), 1);
    QCOMPARE(lines.first().first().toInt(), 3);
}

void TestReflectionPanel::showsAReflectionWhenItComes()
{
    PanelStage stage;
    ReflectionPanel panel(stage.services);
    panel.show();
    stage.goTo(4, 0, 1);
    QTRY_COMPARE(panel.findChild<QLabel *>(u"emptyText"_s)->text(), u"Not run yet."_s);
    stage.demo.attempt({4, Phase::Learn, 0, 1}, 'L', 2);
    QTRY_VERIFY(!panel.isEmpty());
}

void TestReflectionPanel::pictures()
{
    PanelStage stage;
    ReflectionPanel panel(stage.services);
    panel.resize(360, 480);
    panel.show();
    stage.goTo(1, 2, 2);
    QTRY_VERIFY(!panel.isEmpty());
    PanelStage::shoot(panel, u"reflection-light"_s);
    QApplication::setPalette(theme::darkPalette());
    panel.findChild<QTabWidget *>()->setCurrentIndex(1);
    stage.goTo(1, 1, 1);
    auto *json = panel.findChild<ReadingView *>(u"reflectionJson"_s);
    QTRY_VERIFY(json->toPlainText().contains(u"syntax"_s));
    PanelStage::shoot(panel, u"reflection-dark-json"_s);
    QApplication::setPalette(theme::lightPalette());
}

QTEST_MAIN(TestReflectionPanel)
#include "tst_reflectionpanel.moc"
