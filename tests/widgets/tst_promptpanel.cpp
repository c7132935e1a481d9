#include "tests/support/panelstage.h"
#include "widgets/base/notice.h"
#include "widgets/base/readingview.h"
#include "widgets/base/theme.h"
#include "widgets/prompt/promptmentions.h"
#include "widgets/prompt/promptpanel.h"
#include "widgets/prompt/searchbar.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace autodidact;
using namespace Qt::StringLiterals;

class TestPromptPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"Fusion"_s); QApplication::setPalette(theme::lightPalette()); }
    void findsMentions_data();
    void findsMentions();
    void showsPartsWithTheirTokens();
    void foldsAndUnfolds();
    void leadsToMemoriesAndRules();
    void warnsOfCuts();
    void searchFindsInFoldedParts();
    void copiesPlainText();
    void pictures();
};

void TestPromptPanel::findsMentions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("sources");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("rules") << u"## Rules\n- [r1] One\n- [r12] Two"_s << QStringList{u"rule:r1"_s, u"rule:r12"_s}
                           << QStringList{u"[r1]=rule:r1"_s, u"[r12]=rule:r12"_s};
    QTest::newRow("rule not listed") << u"- [r1] One\n- [r2] Two"_s << QStringList{u"rule:r2"_s} << QStringList{u"[r2]=rule:r2"_s};
    QTest::newRow("rule named in another") << u"- [r1] Not like [r2]\n- [r2] Two"_s << QStringList{u"rule:r2"_s}
                                           << QStringList{u"[r2]=rule:r2"_s};
    QTest::newRow("memories") << u"## Memories\n\n### Memory 1: A\ntext\n\n### Memory 2: B"_s << QStringList{u"memory:7"_s, u"memory:3"_s}
                              << QStringList{u"Memory 1: A=memory:7"_s, u"Memory 2: B=memory:3"_s};
    QTest::newRow("heading inside a line") << u"see ### Memory 1: no\n### Memory 1: yes\n"_s << QStringList{u"memory:7"_s}
                                           << QStringList{u"Memory 1: yes=memory:7"_s};
    QTest::newRow("source without text") << u"nothing"_s << QStringList{u"memory:7"_s, u"rule:r1"_s} << QStringList{};
}

void TestPromptPanel::findsMentions()
{
    QFETCH(QString, text);
    QFETCH(QStringList, sources);
    QFETCH(QStringList, expected);
    PromptSegment segment;
    segment.text = text;
    segment.sources = sources;
    QStringList found;
    for (const Mention &mention : promptMentions(segment))
        found.append(text.sliced(mention.start, mention.length) + u'=' + mention.target);
    QCOMPARE(found, expected);
}

void TestPromptPanel::showsPartsWithTheirTokens()
{
    PanelStage stage;
    PromptPanel panel(stage.services);
    panel.show();
    QCOMPARE(panel.findChild<QLabel *>(u"emptyText"_s)->text(), u"No message sent yet."_s);
    stage.goTo(2, 2, 2);
    QTRY_VERIFY(!panel.isEmpty());
    const QString text = panel.findChild<ReadingView *>(u"promptText"_s)->toPlainText();
    for (const QString &part : {u"System"_s, u"Rules"_s, u"Memories"_s, u"Task"_s, u"Feedback on the previous attempt"_s, u"Reflection"_s,
                                u"Answer of the model"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(panel.findChild<QLabel *>(u"finishReason"_s)->text().startsWith(u"The model ended by itself"_s));
}

void TestPromptPanel::foldsAndUnfolds()
{
    PanelStage stage;
    PromptPanel panel(stage.services);
    panel.show();
    stage.goTo(1, 0, 1);
    QTRY_VERIFY(!panel.isEmpty());
    auto *text = panel.findChild<ReadingView *>(u"promptText"_s);
    QVERIFY(!text->toPlainText().contains(u"careful programmer"_s));
    Q_EMIT text->anchorClicked(QUrl(u"part:0"_s));
    QVERIFY(text->toPlainText().contains(u"careful programmer"_s));
    Q_EMIT text->anchorClicked(QUrl(u"part:0"_s));
    QVERIFY(!text->toPlainText().contains(u"careful programmer"_s));
}

void TestPromptPanel::leadsToMemoriesAndRules()
{
    PanelStage stage;
    PromptPanel panel(stage.services);
    panel.show();
    stage.goTo(2, 1, 1);
    QTRY_VERIFY(!panel.isEmpty());
    auto *text = panel.findChild<ReadingView *>(u"promptText"_s);
    QSignalSpy memories(&panel, &PromptPanel::memoryRequested);
    QSignalSpy rules(&panel, &PromptPanel::ruleRequested);
    Q_EMIT text->anchorClicked(QUrl(text->document()->find(u"[r1]"_s).charFormat().anchorHref()));
    Q_EMIT text->anchorClicked(QUrl(text->document()->find(u"Memory 1"_s).charFormat().anchorHref()));
    QCOMPARE(rules.count(), 1);
    QCOMPARE(rules.first().first().toString(), u"r1"_s);
    QCOMPARE(memories.count(), 1);
    QCOMPARE(memories.first().first().value<MemoryId>(), stage.demo.memory(0));
}

void TestPromptPanel::warnsOfCuts()
{
    PanelStage stage;
    PromptPanel panel(stage.services);
    panel.show();
    auto *warning = panel.findChild<Notice *>(u"cutWarning"_s);
    stage.goTo(1, 1, 1);
    QTRY_VERIFY(warning->text().startsWith(u"The answer was cut off"_s));
    stage.goTo(3, 2, 2);
    QTRY_VERIFY(warning->text().startsWith(u"The server seems to have cut"_s));
    stage.goTo(1, 0, 1);
    QTRY_VERIFY(warning->text().isEmpty());
}

void TestPromptPanel::searchFindsInFoldedParts()
{
    PanelStage stage;
    PromptPanel panel(stage.services);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    stage.goTo(1, 0, 1);
    QTRY_VERIFY(!panel.isEmpty());
    auto *text = panel.findChild<ReadingView *>(u"promptText"_s);
    text->setFocus();
    QTest::keyClick(text, Qt::Key_F, Qt::ControlModifier);
    auto *words = panel.findChild<QLineEdit *>(u"searchWords"_s);
    QVERIFY(words->isVisible());
    QTest::keyClicks(words, u"careful"_s);
    QCOMPARE(panel.findChild<SearchBar *>()->matchCount(), 1);
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!words->isVisible());
}

void TestPromptPanel::copiesPlainText()
{
    PanelStage stage;
    PromptPanel panel(stage.services);
    panel.show();
    stage.goTo(1, 0, 1);
    QTRY_VERIFY(!panel.isEmpty());
    auto *text = panel.findChild<ReadingView *>(u"promptText"_s);
    text->selectAll();
    text->copy();
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.contains(u"list_window"_s));
    QVERIFY(!copied.contains(QChar::ObjectReplacementCharacter));
    panel.findChild<QToolButton *>(u"copyPrompt"_s)->click();
    QVERIFY(QApplication::clipboard()->text().startsWith(u"You are a careful programmer."_s));
}

void TestPromptPanel::pictures()
{
    PanelStage stage;
    PromptPanel panel(stage.services);
    panel.resize(360, 620);
    panel.show();
    stage.goTo(2, 2, 2);
    QTRY_VERIFY(!panel.isEmpty());
    PanelStage::shoot(panel, u"prompt-light"_s);
    panel.beginSearch();
    QTest::keyClicks(panel.findChild<QLineEdit *>(u"searchWords"_s), u"range"_s);
    PanelStage::shoot(panel, u"prompt-search"_s);
    QApplication::setPalette(theme::darkPalette());
    stage.goTo(3, 2, 2);
    QTRY_VERIFY(!panel.findChild<Notice *>(u"cutWarning"_s)->text().isEmpty());
    PanelStage::shoot(panel, u"prompt-dark"_s);
    QApplication::setPalette(theme::lightPalette());
}

QTEST_MAIN(TestPromptPanel)
#include "tst_promptpanel.moc"
