#include "widgets/codediff/codeink.h"
#include "widgets/codediff/codeview.h"
#include "widgets/codediff/diffview.h"

#include <KSyntaxHighlighting/Repository>

#include <QScrollBar>
#include <QTest>
#include <QTextBlock>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// Long sheets: they come in steps, and nobody notices.
class CodeViewTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int many = 5'000;

    static QString program(int lines)
    {
        QString text;
        for (int i = 1; i <= lines; ++i)
            text += u"value_%1 = compute(%1, \"text\")\n"_s.arg(i);
        return text;
    }

    static CodeSheet sheetOf(const QString &text) { return CodeSheets::side(DiffRows::plain(text), CodeSide::After); }
    static QString withoutEnd(QString text) { return text.chopped(1); }

    struct Shown {
        explicit Shown(const QString &text)
        {
            view.resize(700, 300);
            view.show();
            show(text);
        }
        void show(const QString &text)
        {
            const QStringList lines = text.split(u'\n');
            view.setSheet(sheetOf(text), {}, std::make_shared<CodeInk>(repository, Language::Python, lines));
        }
        bool isColoured(int line) const { return !view.document()->findBlockByNumber(line).layout()->formats().isEmpty(); }

        KSyntaxHighlighting::Repository repository;
        CodeView view;
    };

private Q_SLOTS:
    void theBeginningComesAtOnceAndTheRestInSteps()
    {
        Shown shown(program(many));
        QVERIFY(!shown.view.isFilled());
        QVERIFY(shown.view.blockCount() > 100);
        shown.view.grab();
        QVERIFY(shown.isColoured(0));
        QTRY_VERIFY(shown.view.isFilled());
        QCOMPARE(shown.view.toPlainText(), withoutEnd(program(many)));
    }

    void whatIsGoneToIsThereAtOnce()
    {
        Shown shown(program(many));
        shown.view.pointAt(many - 10);
        QVERIFY(shown.view.topLine() > many - 100);
        QCOMPARE(shown.view.textCursor().block().text(), u"value_%1 = compute(%1, \"text\")"_s.arg(many - 9));
        // Its colours need the lines above: they come between events.
        QTRY_VERIFY(shown.isColoured(many - 10));
        QVERIFY(!shown.isColoured(many / 2));            // nobody looked there
    }

    void theCaretStaysWhereItWas()
    {
        Shown shown(program(many));
        QTRY_VERIFY(shown.view.isFilled());
        QCOMPARE(shown.view.textCursor().position(), 0);
        shown.show(program(100).chopped(5));
        shown.view.selectAll();
        const QString chosen = shown.view.textCursor().selectedText();
        shown.show(program(200));
        QCOMPARE(shown.view.textCursor().selectedText(), chosen);
    }

    void aKeyFindsTheWholeText()
    {
        Shown shown(program(many));
        QTest::keyClick(&shown.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(shown.view.textCursor().selectedText().size(), program(many).size() - 1);
    }

    void aTextThatGrowsKeepsSelectionAndPlace_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::newRow("within the first step") << 100 << 200;
        QTest::newRow("over steps") << 400 << 4'000;
        QTest::newRow("from steps") << 3'000 << 4'000;
    }

    void aTextThatGrowsKeepsSelectionAndPlace()
    {
        QFETCH(const int, before);
        QFETCH(const int, after);
        Shown shown(program(before).chopped(5));           // the last line is being written
        shown.view.setTopLine(40);
        QTextCursor cursor(shown.view.document()->findBlockByNumber(50));
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        shown.view.setTextCursor(cursor);
        const int top = shown.view.topLine();
        shown.show(program(after));
        QTRY_VERIFY(shown.view.isFilled());
        QCOMPARE(shown.view.toPlainText(), withoutEnd(program(after)));
        QCOMPARE(shown.view.topLine(), top);
        QCOMPARE(shown.view.textCursor().selectedText(), u"value_51 = compute(51, \"text\")"_s);
    }

    void anotherTextBeginsAnew()
    {
        Shown shown(program(many));
        shown.show(u"x = 1\ny = 2\n"_s);
        QVERIFY(shown.view.isFilled());
        QCOMPARE(shown.view.toPlainText(), u"x = 1\ny = 2"_s);
        shown.show({});
        QVERIFY(shown.view.toPlainText().isEmpty());
    }

    void bothSidesReachTheSamePlace()
    {
        QString other = program(many);
        other.replace(u"value_4800 "_s, u"total_4800 "_s);
        DiffView view;
        view.resize(1000, 300);
        view.show();
        view.setContent({.rows = DiffRows::compare(program(many), other).value()});
        auto *before = view.findChild<CodeView *>(u"codeBefore"_s);
        auto *after = view.findChild<CodeView *>(u"codeAfter"_s);
        QVERIFY(!after->isFilled());
        view.goToNextChange();
        QVERIFY(after->topLine() > 4'700);
        QCOMPARE(before->topLine(), after->topLine());
        view.setPosition(4'000);
        QCOMPARE(after->topLine(), 3'999);
        QCOMPARE(before->topLine(), 3'999);
        view.setWish(DiffView::Layout::Inline);
        QCOMPARE(view.position(), 4'000);
    }
};

QTEST_MAIN(CodeViewTest)
#include "tst_codeview.moc"
