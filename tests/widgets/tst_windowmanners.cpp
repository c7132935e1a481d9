#include "tests/support/demorun.h"
#include "tests/support/startedprogram.h"
#include "widgets/base/theme.h"
#include "widgets/codediff/codeview.h"
#include "widgets/memory/memorymodel.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// How the window behaves under a person's hands, over a finished run.
class WindowMannersTest : public QObject
{
    Q_OBJECT

private:
    struct Sitting {
        Sitting() { program.cursor.request({demo.run().id, 1, 0, 2}); }

        bool isLoaded() const
        {
            return !code()->toPlainText().isEmpty() && !program.part<QTextBrowser>("testDetail")->toPlainText().isEmpty();
        }
        /// The one that shows: the window is too narrow for both sides.
        CodeView *code() const
        {
            auto *inlined = program.part<CodeView>("codeInline");
            return inlined->isVisible() ? inlined : program.part<CodeView>("codeAfter");
        }
        QTableView *openMemories()
        {
            program.window->docks().show(PanelSlot::Memory);
            return program.part<QTableView>("memoryTable");
        }

        DemoRun demo;
        QTemporaryDir folder;
        StartedProgram program{demo.path(), folder.filePath(u"settings.ini"_s)};
    };

    static void compose(QWidget *field, const QString &preedit, const QString &commit = {})
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QApplication::sendEvent(field, &event);
    }

private Q_SLOTS:
    void everyClosedDockComesBackWhereItWas_data()
    {
        QTest::addColumn<int>("number");
        for (int number = 1; number <= panelCount; ++number) {
            if (PanelSlot(number - 1) != PanelSlot::Diff)
                QTest::addRow("panel %d", number) << number;
        }
    }

    void everyClosedDockComesBackWhereItWas()
    {
        QFETCH(const int, number);
        Sitting sitting;
        const auto slot = PanelSlot(number - 1);
        QDockWidget *dock = sitting.program.dock(slot);
        sitting.program.window->docks().show(slot);          // in front of its neighbours
        QCoreApplication::processEvents();
        const QRect before = dock->geometry();
        dock->close();
        QTRY_VERIFY(!dock->isVisible());
        QTest::keyClick(sitting.program.window.get(), Qt::Key(Qt::Key_0 + number % 10), Qt::AltModifier);
        QTRY_VERIFY(dock->isVisible() && !dock->visibleRegion().isEmpty());
        QVERIFY(!dock->isFloating());
        QTRY_VERIFY2((dock->geometry().topLeft() - before.topLeft()).manhattanLength() <= 4, qPrintable(dock->objectName()));
        QVERIFY(qAbs(dock->width() - before.width()) <= 6 && qAbs(dock->height() - before.height()) <= 6);
    }

    void compositionSearchesNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("counts");
        QTest::newRow("runs") << u"runSearch"_s << u"runCounts"_s;
        QTest::newRow("memories") << u"memorySearch"_s << u"memoryCounts"_s;
    }

    void compositionSearchesNothing()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, counts);
        Sitting sitting;
        QTRY_VERIFY(sitting.isLoaded());
        QTableView *memories = sitting.openMemories();
        QTRY_VERIFY(memories->model()->rowCount() > 2);
        auto *line = sitting.program.window->findChild<QLineEdit *>(field);
        auto *label = sitting.program.window->findChild<QLabel *>(counts);
        line->setFocus();
        QTRY_VERIFY(line->hasFocus());
        const QString before = label->text();
        QSignalSpy changed(line, &QLineEdit::textChanged);
        QSignalSpy entered(line, &QLineEdit::returnPressed);
        for (const QString &sound : {u"b"_s, u"bi"_s, u"bian"_s, u"bianjie"_s})
            compose(line, sound);
        QCOMPARE(line->text(), QString());
        QCOMPARE(changed.count(), 0);
        QCOMPARE(label->text(), before);
        compose(line, {}, u"边界"_s);                          // what Enter does in an input method
        QCOMPARE(line->text(), u"边界"_s);
        QCOMPARE(entered.count(), 0);
        QTRY_VERIFY(label->text().startsWith(u"0 "));         // now it is searched
        QVERIFY(!QApplication::activeModalWidget());
    }

    void committingActivatesNoButton()
    {
        Sitting sitting;
        QTRY_VERIFY(sitting.openMemories()->model()->rowCount() > 2);
        auto *title = sitting.program.part<QLineEdit>("memoryTitle");
        sitting.program.trigger("newRun");
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) || (dialog = sitting.program.window->findChild<QDialog *>()));
        QSignalSpy finished(dialog, &QDialog::finished);
        auto *name = dialog->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setFocus();
        name->clear();
        compose(name, u"shiyan"_s);
        compose(name, {}, u"实验"_s);
        QCoreApplication::processEvents();
        QCOMPARE(name->text(), u"实验"_s);
        QVERIFY(dialog->isVisible());
        QCOMPARE(finished.count(), 0);
        dialog->reject();
        QVERIFY(!title->text().contains(u"实验"));
    }

    void f8WorksWhereverTheFocusIs()
    {
        Sitting sitting;
        QTRY_VERIFY(sitting.isLoaded());
        StartedProgram &program = sitting.program;
        int tried = 0;
        for (int number = 0; number < panelCount; ++number) {
            program.window->docks().show(PanelSlot(number));
            QCoreApplication::processEvents();
            for (QWidget *widget : program.window->panels().panels[size_t(number)]->findChildren<QWidget *>()) {
                if (!widget->isVisible() || !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus))
                    continue;
                widget->setFocus();
                if (!widget->hasFocus())
                    continue;                                  // a proxy has it: tried on its own
                const Cursor before = program.cursor.cursor();
                QTest::keyClick(widget, Qt::Key_F8);
                QTRY_VERIFY2(program.cursor.cursor() != before,
                             qPrintable(u"%1 in panel %2"_s.arg(widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : widget->objectName()).arg(number + 1)));
                ++tried;
            }
        }
        QVERIFY2(tried > 25, qPrintable(QString::number(tried)));
    }

    void filtersAreCountedAndCleared()
    {
        Sitting sitting;
        QTableView *memories = sitting.openMemories();
        QTRY_VERIFY(memories->model()->rowCount() > 2);
        const int all = memories->model()->rowCount();
        auto *counts = sitting.program.part<QLabel>("memoryCounts");
        auto *search = sitting.program.part<QLineEdit>("memorySearch");
        QMenu *menu = sitting.program.part<QToolButton>("memoryFilter")->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == u"Lessons")
                action->trigger();
        }
        QTRY_VERIFY(memories->model()->rowCount() < all);
        QCOMPARE(counts->text(), u"%1 of %2"_s.arg(memories->model()->rowCount()).arg(all));
        QVERIFY(sitting.program.part<QToolButton>("chipKind")->isVisible());
        search->setFocus();
        QTest::keyClicks(search, u"nothing says this"_s);
        QTRY_COMPARE(memories->model()->rowCount(), 0);
        auto *clear = sitting.program.part<QPushButton>("clearMemoryFilters");
        QTRY_VERIFY(clear->isVisible());
        QCOMPARE(counts->text(), u"0 of %1"_s.arg(all));
        clear->click();
        QTRY_COMPARE(memories->model()->rowCount(), all);
        QVERIFY(search->text().isEmpty());
    }

    void tablesCopyRowsUnderAHeader_data()
    {
        QTest::addColumn<int>("slot");
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("header");
        QTest::newRow("runs") << int(PanelSlot::Runs) << u"runTree"_s << u"Name\tPassed\tError\tTokens\tTime"_s;
        QTest::newRow("verdict") << int(PanelSlot::Verdict) << u"tests"_s << u"Test\tMessage"_s;
        QTest::newRow("safety log") << int(PanelSlot::Safety) << u"safetyTable"_s << QString();
        QTest::newRow("memory") << int(PanelSlot::Memory) << u"memoryTable"_s << QString();
    }

    void tablesCopyRowsUnderAHeader()
    {
        QFETCH(const int, slot);
        QFETCH(const QString, view);
        QFETCH(const QString, header);
        Sitting sitting;
        QTRY_VERIFY(sitting.isLoaded());
        sitting.program.window->docks().show(PanelSlot(slot));
        auto *table = sitting.program.window->findChild<QAbstractItemView *>(view);
        QTRY_VERIFY(table->model()->rowCount() > 0 && table->currentIndex().isValid());
        table->setFocus();
        QModelIndex one;
        QModelIndex two;
        QStringList lines;
        const auto copy = [&] {
            one = table->currentIndex();
            two = one.siblingAtRow(one.row() > 0 ? one.row() - 1 : 1);
            table->selectionModel()->select(two, QItemSelectionModel::Select | QItemSelectionModel::Rows);
            QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
            lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
            return lines.size();
        };
        QTRY_COMPARE(copy(), 3);                               // rows may come anew meanwhile
        const qsizetype columns = table->model()->columnCount();
        for (const QString &line : lines)
            QCOMPARE(line.count(u'\t'), columns - 1);
        if (!header.isEmpty())
            QCOMPARE(lines.first(), header);
        const QModelIndex first = two.row() < one.row() ? two : one;
        for (int column = 0; column < columns; ++column)
            QCOMPARE(lines[1].section(u'\t', column, column), first.siblingAtColumn(column).data().toString().simplified());
    }

    void switchingLanguageAndThemeKeepsWhatAPersonDid()
    {
        Sitting sitting;
        StartedProgram &program = sitting.program;
        QTRY_VERIFY(sitting.isLoaded());
        QTableView *memories = sitting.openMemories();
        QTRY_VERIFY(memories->model()->rowCount() > 2);
        memories->selectRow(2);
        auto *content = program.part<QPlainTextEdit>("memoryContent");
        content->setFocus();
        QTest::keyClicks(content, u"my draft "_s);
        const int caret = content->textCursor().position();
        CodeView *code = sitting.code();
        QTextCursor chosen(code->document());
        chosen.movePosition(QTextCursor::NextWord, QTextCursor::KeepAnchor, 2);
        code->setTextCursor(chosen);
        const Cursor cursor = program.cursor.cursor();
        auto *tree = program.part<QTreeView>("runTree");
        QTRY_VERIFY(tree->currentIndex().parent().parent().parent().isValid());   // the tree has come down to the attempt
        QTRY_VERIFY(tree->verticalScrollBar()->maximum() > 0);
        tree->scrollToBottom();
        QVERIFY(tree->verticalScrollBar()->value() > 0);
        const QString topRow = tree->indexAt({4, 4}).siblingAtColumn(0).data(Qt::UserRole).toString();
        const int scrolled = tree->verticalScrollBar()->value();
        const MemoryId memory = memories->currentIndex().isValid() ? program.window->findChild<MemoryModel *>()->row(2).memory.id : MemoryId();
        QSignalSpy moved(&program.cursor, &CursorKeeper::moved);
        QSignalSpy focus(qApp, &QApplication::focusChanged);

        const auto unchanged = [&](const char *after) {
            QCoreApplication::processEvents();
            QVERIFY2(program.cursor.cursor() == cursor && moved.isEmpty(), after);
            QVERIFY2(content->toPlainText().startsWith(u"my draft "), after);
            QVERIFY2(content->textCursor().position() == caret, after);
            QVERIFY2(focus.isEmpty(), after);
            QVERIFY2(code->textCursor().selectedText() == chosen.selectedText(), after);
            QVERIFY2(tree->verticalScrollBar()->value() == scrolled, after);
            QVERIFY2(tree->indexAt({4, 4}).siblingAtColumn(0).data(Qt::UserRole).toString() == topRow, after);
            QVERIFY2(program.window->findChild<MemoryModel *>()->rowOf(memory) == memories->currentIndex().row(), after);
        };
        program.appearance.setLanguage(u"zh_CN"_s);
        unchanged("Chinese");
        program.appearance.setTheme(ThemeChoice::Dark);
        unchanged("dark");
        program.appearance.setLanguage(u"en"_s);
        unchanged("English");
        program.appearance.setTheme(ThemeChoice::Light);
        unchanged("light");
    }
};

QTEST_MAIN(WindowMannersTest)
#include "tst_windowmanners.moc"
