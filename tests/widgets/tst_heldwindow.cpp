#include "core/control/runcommands.h"
#include "tests/support/demorun.h"
#include "tests/support/startedprogram.h"
#include "widgets/codediff/codeview.h"
#include "widgets/memory/memorymodel.h"
#include "widgets/runs/runspanel.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTextBrowser>
#include <QTreeView>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

/// A person reads or types while a run floods the window with events: nothing that is held moves.
class HeldWindowTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int all = 20'000;       ///< ten seconds at 2,000 a second
    static constexpr int burst = 1'000;

    struct Reading {
        Reading()
        {
            program.cursor.request({demo.run().id, 1, 0, 2});
        }

        /// Attempts of a fourth round, one task after the other; nothing of them is stored.
        void flood(int from, int count)
        {
            const qint64 base = 1'000'000;
            for (int i = from; i < from + count; ++i) {
                const int attempt = i / 2;
                const Place place{4, Phase::Learn, attempt / 50, attempt % 50 + 1};
                Event event;
                event.sequence = base + i;
                event.run = demo.run().id;
                event.place = place;
                if (i == 0) {
                    Round round;
                    round.number = 4;
                    event.place = {4, Phase::Open};
                    event.payload = RoundStarted{round, {}};
                } else if (attempt % 50 == 0 && i % 2 == 0) {
                    event.place.attempt = 0;
                    event.payload = TaskStarted{{}, u"flood/%1"_s.arg(attempt / 50), Split::Learn};
                } else if (i % 2 == 0) {
                    Attempt answered;
                    answered.id = AttemptId{base + attempt};
                    answered.code = u"x = 1\n"_s;
                    event.payload = AttemptAnswered{answered};
                } else {
                    Verdict verdict;
                    verdict.scope = Visibility::Hidden;
                    verdict.errorClass = ErrorClass::Logic;
                    event.payload = VerdictReached{AttemptId{base + attempt}, verdict};
                }
                program.feed.published(event);
                program.feed.noted({demo.run().id, ChunkArrived{place, u"x = 1\n"_s}});
                program.cursor.offer({demo.run().id, 4, place.task, place.attempt});
            }
        }

        template<typename Work>
        void floodAll(Work between)
        {
            QSignalSpy batches(&program.feed, &Feed::events);
            for (int sent = 0; sent < all; sent += burst) {
                const qsizetype before = batches.count();
                flood(sent, burst);
                QTRY_VERIFY_WITH_TIMEOUT(batches.count() > before, 20'000);
                between(sent);
            }
        }

        /// The one that shows: the window is too narrow for both sides.
        CodeView *code() const
        {
            auto *inlined = program.part<CodeView>("codeInline");
            return inlined->isVisible() ? inlined : program.part<CodeView>("codeAfter");
        }
        QTreeView *tree() const { return program.part<QTreeView>("runTree"); }
        QTableView *memories() const { return program.part<QTableView>("memoryTable"); }
        static QString topOf(const QAbstractItemView *view) { return view->indexAt({4, 4}).siblingAtColumn(0).data().toString(); }

        DemoRun demo;
        QTemporaryDir folder;
        StartedProgram program{demo.path(), folder.filePath(u"settings.ini"_s)};
    };

private Q_SLOTS:
    void nothingHeldMovesUnderAFlood()
    {
        Reading reading;
        StartedProgram &program = reading.program;
        program.window->docks().show(PanelSlot::Memory);
        QTRY_VERIFY(!reading.code()->toPlainText().isEmpty());
        CodeView *code = reading.code();
        QTRY_VERIFY(reading.memories()->model()->rowCount() > 2);
        QTRY_COMPARE(reading.tree()->currentIndex().data().toString(), u"Attempt 2"_s);
        reading.memories()->selectRow(1);
        QTextCursor chosen = code->textCursor();
        chosen.movePosition(QTextCursor::NextWord, QTextCursor::KeepAnchor, 3);
        code->setTextCursor(chosen);
        auto *detail = program.part<QTextBrowser>("testDetail");
        QTRY_VERIFY(!detail->toPlainText().isEmpty());
        detail->selectAll();
        reading.tree()->scrollTo(reading.tree()->currentIndex(), QAbstractItemView::PositionAtCenter);
        QVERIFY(!program.cursor.isFollowing());

        const QString selected = code->textCursor().selectedText();
        const QString read = detail->textCursor().selectedText();
        QVERIFY(!selected.isEmpty() && !read.isEmpty());
        const Cursor cursor = program.cursor.cursor();
        const QString topRow = Reading::topOf(reading.tree());
        const QString topMemory = Reading::topOf(reading.memories());
        const QPersistentModelIndex current = reading.tree()->currentIndex();
        const QPersistentModelIndex memory = reading.memories()->currentIndex();
        const QRect place = reading.tree()->visualRect(current);

        reading.floodAll([&](int sent) {
            const QByteArray when = QByteArray::number(sent);
            QVERIFY2(program.cursor.cursor() == cursor, when);
            QVERIFY2(Reading::topOf(reading.tree()) == topRow, when);
            QVERIFY2(reading.tree()->currentIndex() == current, when);
            QVERIFY2(reading.tree()->visualRect(current).top() == place.top(), when);
            QVERIFY2(Reading::topOf(reading.memories()) == topMemory, when);
            QVERIFY2(reading.memories()->currentIndex() == memory, when);
            QVERIFY2(code->textCursor().selectedText() == selected, when);
            QVERIFY2(detail->textCursor().selectedText() == read, when);
        });
        QVERIFY(program.cursor.missed() >= all / 2);
        // The flood did arrive.
        const QModelIndex run = current.parent().parent().parent();
        QTRY_COMPARE(reading.tree()->model()->rowCount(run), 4);
        QCOMPARE(reading.tree()->model()->rowCount(reading.tree()->model()->index(3, 0, run)), all / 100 - 1);   // the first task has no start
    }

    void aThousandKeysArriveAndNoDockComesUp()
    {
        Reading reading;
        StartedProgram &program = reading.program;
        program.window->docks().show(PanelSlot::Memory);
        QTRY_VERIFY(reading.memories()->model()->rowCount() > 2);
        reading.memories()->selectRow(1);
        auto *content = program.part<QPlainTextEdit>("memoryContent");
        content->clear();
        content->setFocus();
        QTRY_VERIFY(content->hasFocus());
        QList<QWidget *> shown;
        for (QDockWidget *dock : program.window->findChildren<QDockWidget *>()) {
            if (!dock->visibleRegion().isEmpty())
                shown.append(dock);
        }
        QSignalSpy focus(qApp, &QApplication::focusChanged);
        QString typed;
        reading.floodAll([&](int sent) {
            for (int i = 0; i < burst * 1'000 / all; ++i) {
                const char key = char('a' + (sent / burst + i) % 26);
                QTest::keyClick(QApplication::focusWidget(), key);
                typed += QLatin1Char(key);
            }
        });
        QCOMPARE(typed.size(), 1'000);
        QCOMPARE(content->toPlainText(), typed);
        QCOMPARE(focus.count(), 0);
        QVERIFY(!QApplication::activeModalWidget());
        for (QDockWidget *dock : program.window->findChildren<QDockWidget *>())
            QVERIFY2(shown.contains(dock) == !dock->visibleRegion().isEmpty(), qPrintable(dock->objectName()));
    }

    void aNewRunMovesNoRowUnderTheEye()
    {
        Reading reading;
        QTreeView *tree = reading.tree();
        QTRY_COMPARE(tree->currentIndex().data().toString(), u"Attempt 2"_s);
        tree->expandAll();
        QTRY_VERIFY(tree->verticalScrollBar()->maximum() > 5);
        const QPersistentModelIndex current = tree->currentIndex();
        tree->scrollTo(current, QAbstractItemView::PositionAtCenter);
        const QRect place = tree->visualRect(current);
        RunConfig config = reading.demo.run().config;
        config.name = u"another"_s;
        Event event;
        event.run = createRun(reading.demo.database(), config).value().id;
        event.payload = RunStatusChanged{RunStatus::Running, {}};
        reading.program.feed.published(event);
        QTRY_COMPARE(tree->model()->rowCount(), 2);
        QCOMPARE(tree->model()->index(0, 0).data().toString(), u"another"_s);
        QCoreApplication::processEvents();
        QCOMPARE(tree->currentIndex(), QModelIndex(current));
        QCOMPARE(tree->visualRect(current), place);
    }
};

QTEST_MAIN(HeldWindowTest)
#include "tst_heldwindow.moc"
