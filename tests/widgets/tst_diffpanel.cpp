#include "tests/support/panelfixture.h"
#include "widgets/codediff/codeview.h"
#include "widgets/codediff/diffpanel.h"
#include "widgets/codediff/diffview.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

class TestDiffPanel : public QObject
{
    Q_OBJECT

private:
    struct Shown : PanelFixture {
        explicit Shown(int width = 1100)
        {
            panel.resize(width, 420);
            panel.show();
        }

        CodeView *view(const char *name) const { return panel.findChild<CodeView *>(QLatin1StringView(name)); }
        QString text(const char *label) const { return panel.findChild<QLabel *>(QLatin1StringView(label))->text(); }
        QToolButton *button(const char *name) const { return panel.findChild<QToolButton *>(QLatin1StringView(name)); }
        void choose(const QString &what) const
        {
            auto *box = panel.findChild<QComboBox *>(u"compareWith"_s);
            box->setCurrentIndex(box->findText(what));
            Q_EMIT box->activated(box->currentIndex());
        }

        DiffPanel panel{services};
    };

private Q_SLOTS:
    void initTestCase() { dress(Look::Light); }

    void emptyUntilAnAttemptIsChosen()
    {
        Shown shown;
        QVERIFY(shown.panel.isEmpty());
        QCOMPARE(shown.text("emptyText"), u"Choose an attempt, or press F8 for the next failure."_s);
        shown.cursor.request({shown.demo.run().id, 2});
        QTRY_VERIFY(shown.panel.findChild<QWidget *>(u"nextFailureFromDiff"_s)->isVisible());
        QSignalSpy wanted(&shown.panel, &DiffPanel::nextFailureWanted);
        QTest::mouseClick(shown.panel.findChild<QWidget *>(u"nextFailureFromDiff"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void comparesWithThePreviousAttempt()
    {
        Shown shown;
        shown.cursor.request(shown.at(1, 0, 2));
        QTRY_VERIFY(!shown.panel.isEmpty());
        QCOMPARE(shown.text("codeBeforeTitle"), u"Attempt 1"_s);
        QCOMPARE(shown.text("codeAfterTitle"), u"Attempt 2"_s);
        QVERIFY(shown.view("codeBefore")->toPlainText().contains(u"range(len(values) - width):"_s));
        QVERIFY(shown.view("codeAfter")->toPlainText().contains(u"range(len(values) - width + 1):"_s));
        QCOMPARE(shown.view("codeAfter")->sheet().changes, QList<int>{2});
        QCOMPARE(shown.text("changeCount"), u"1 changes"_s);
    }

    void firstAttemptLooksBackToEarlierRounds()
    {
        Shown shown;
        shown.cursor.request(shown.at(2, 1, 1));
        QTRY_COMPARE(shown.text("codeBeforeTitle"), u"Round 1, attempt 3"_s);
        shown.cursor.request(shown.at(1, 1, 1));
        QTRY_COMPARE(shown.text("changeCount"), u"Nothing to compare with"_s);
        QCOMPARE(shown.text("codeInlineTitle"), u"Attempt 1"_s);
    }

    void comparesWithReferenceStarterAndAnyAttempt()
    {
        Shown shown;
        shown.cursor.request(shown.at(1, 0, 2));
        QTRY_VERIFY(!shown.panel.isEmpty());
        shown.choose(u"Reference solution"_s);
        QTRY_COMPARE(shown.text("codeBeforeTitle"), u"Reference solution"_s);
        QCOMPARE(shown.text("changeCount"), u"No difference"_s);
        shown.choose(u"Starter code"_s);
        QTRY_COMPARE(shown.text("codeBeforeTitle"), u"Starter code"_s);
        QVERIFY(shown.view("codeBefore")->toPlainText().contains(u"NotImplementedError"_s));
        shown.choose(u"Round 2, attempt 1"_s);
        QTRY_COMPARE(shown.text("codeBeforeTitle"), u"Round 2, attempt 1"_s);
        QVERIFY(!shown.cursor.isFollowing());
    }

    void narrowMeansInline()
    {
        Shown shown(700);
        shown.cursor.request(shown.at(1, 0, 2));
        QTRY_VERIFY(!shown.panel.isEmpty());
        QVERIFY(shown.view("codeInline")->isVisible());
        QVERIFY(shown.button("inline")->isChecked());
        QVERIFY(!shown.button("sideBySide")->isEnabled());
        shown.panel.resize(1000, 420);
        QTRY_VERIFY(shown.view("codeAfter")->isVisible());
        QVERIFY(shown.button("sideBySide")->isEnabled());
        QTest::mouseClick(shown.button("inline"), Qt::LeftButton);
        QTRY_VERIFY(shown.view("codeInline")->isVisible());
        shown.panel.resize(1200, 420);
        QVERIFY(shown.view("codeInline")->isVisible());
    }

    void copyGivesCodeWithoutMarks()
    {
        Shown shown(700);
        shown.cursor.request(shown.at(1, 0, 2));
        QTRY_VERIFY(!shown.panel.isEmpty());
        shown.view("codeInline")->selectAll();
        QVERIFY(!shown.cursor.isFollowing());
        shown.view("codeInline")->copy();
        QCOMPARE(QApplication::clipboard()->text() + u'\n', shown.demo.tasks().first().task.references.first());
    }

    void sidesScrollTogether()
    {
        DiffView view;
        view.resize(1000, 200);
        view.show();
        QStringList lines;
        for (int i = 1; i <= 300; ++i)
            lines.append(u"line_%1 = %1"_s.arg(i));
        const QString before = lines.join(u'\n');
        lines.replace(250, u"line_251 = 0  # other"_s);
        DiffContent content{.rows = DiffRows::compare(before, lines.join(u'\n')).value()};
        view.setContent(content);
        auto *left = view.findChild<CodeView *>(u"codeBefore"_s);
        auto *right = view.findChild<CodeView *>(u"codeAfter"_s);
        left->verticalScrollBar()->setValue(120);
        QCOMPARE(right->verticalScrollBar()->value(), 120);
        right->verticalScrollBar()->setValue(40);
        QCOMPARE(left->verticalScrollBar()->value(), 40);
        QVERIFY(view.goToLine(200));
        QVERIFY(right->topLine() > 150 && right->topLine() < 200);
        QVERIFY(!view.goToLine(1000));
        view.goToNextChange();
        QVERIFY(right->topLine() > 200 && right->topLine() <= 250);
        const int place = view.position();
        view.setWish(DiffView::Layout::Inline);
        QCOMPARE(view.position(), place);
    }

    void reopeningKeepsThePosition()
    {
        Shown shown(1100);
        Attempt attempt;
        const DemoTask &demo = shown.demo.tasks().first();
        attempt.task = demo.task.id;
        attempt.split = Split::Learn;
        attempt.code = demo.task.references.first() + u"\n\nx = 1\n"_s.repeated(200);
        shown.happen({4, Phase::Learn, 0, 1}, AttemptAnswered{attempt});
        shown.cursor.request(shown.at(4, 0, 1));
        QTRY_VERIFY(shown.view("codeAfter")->document()->blockCount() > 200);
        shown.view("codeAfter")->setTopLine(150);
        shown.cursor.request(shown.at(1, 0, 2));
        QTRY_VERIFY(shown.view("codeAfter")->document()->blockCount() < 200);
        shown.cursor.request(shown.at(4, 0, 1));
        QTRY_COMPARE(shown.view("codeAfter")->topLine(), 150);
    }

    void showsCodeWhileItIsWritten()
    {
        Shown shown;
        const Place place{4, Phase::Learn, 0, 1};
        shown.cursor.offer(shown.at(4, 0, 1));
        QTRY_COMPARE(shown.text("emptyText"), u"The model has not written any code for this attempt yet."_s);
        shown.feed.noted({shown.demo.run().id, ChunkArrived{place, u"Well.\n```python\ndef list_window(values"_s}});
        QTRY_COMPARE(shown.view("codeInline")->toPlainText(), u"def list_window(values"_s);
        QVERIFY(!shown.panel.isEmpty());
        shown.feed.noted({shown.demo.run().id, ChunkArrived{place, u", width):\n    pass\n"_s}});
        QTRY_COMPARE(shown.view("codeInline")->toPlainText(), u"def list_window(values, width):\n    pass"_s);
        QCOMPARE(shown.text("changeCount"), u"Being written…"_s);
        Attempt attempt;
        attempt.task = shown.demo.tasks().first().task.id;
        attempt.split = Split::Learn;
        attempt.code = u"def list_window(values, width):\n    return []\n"_s;
        shown.happen(place, AttemptAnswered{attempt});
        QTRY_VERIFY(shown.view("codeAfter")->toPlainText().contains(u"return []"_s));
        QCOMPARE(shown.text("codeBeforeTitle").left(7), u"Round 3"_s);
    }

    void goesToTheLineOfAFailingTest()
    {
        Shown shown;
        shown.cursor.request(shown.at(1, 0, 2));
        shown.panel.goToLine(4);
        QTRY_COMPARE(shown.view("codeAfter")->textCursor().blockNumber(), 3);
        shown.cursor.request(shown.at(1, 1, 3));
        shown.panel.goToLine(2);   // the new code is still on its way
        QTRY_VERIFY(shown.view("codeAfter")->toPlainText().startsWith(u"def title_case"_s));
        QCOMPARE(shown.view("codeAfter")->sheet().lines[shown.view("codeAfter")->textCursor().blockNumber()].after, 2);
    }

    void hiddenPanelWaits()
    {
        Shown shown;
        shown.panel.hide();
        shown.cursor.request(shown.at(1, 0, 2));
        QVERIFY(shown.view("codeAfter")->toPlainText().isEmpty());
        shown.panel.show();
        QTRY_VERIFY(!shown.view("codeAfter")->toPlainText().isEmpty());
    }

    void looks_data()
    {
        QTest::addColumn<int>("look");
        QTest::addColumn<int>("width");
        QTest::newRow("diff-light") << int(Look::Light) << 1000;
        QTest::newRow("diff-dark") << int(Look::Dark) << 1000;
        QTest::newRow("diff-inline-light") << int(Look::Light) << 640;
        QTest::newRow("diff-inline-dark") << int(Look::Dark) << 640;
    }

    void looks()
    {
        QFETCH(int, look);
        QFETCH(int, width);
        dress(Look(look));
        Shown shown(width);
        shown.cursor.request(shown.at(1, 4, 3));
        QTRY_VERIFY(!shown.panel.isEmpty());
        shown.choose(u"Reference solution"_s);
        QTRY_VERIFY(shown.text("codeBeforeTitle") == u"Reference solution"_s);
        const QImage picture = shown.panel.grab().toImage();
        keepPicture(picture, QString::fromLatin1(QTest::currentDataTag()));
        for (const QColor &color : {theme::addedBackground(shown.panel.palette()), theme::removedBackground(shown.panel.palette()),
                                    theme::addedWord(shown.panel.palette()), theme::removedWord(shown.panel.palette())})
            QVERIFY(countColor(picture, color) > 50);
        dress(Look::Light);
    }
};

QTEST_MAIN(TestDiffPanel)
#include "tst_diffpanel.moc"
