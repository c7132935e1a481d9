#include "core/storage/runreader.h"
#include "tests/support/panelstage.h"
#include "widgets/runs/runcontent.h"
#include "widgets/runs/runtree.h"
#include "widgets/shell/navigator.h"

#include <QSignalSpy>

#include <algorithm>

using namespace autodidact;
using namespace Qt::StringLiterals;

/// The way through failures and attempts is that of the rows of the runs panel.
class TestNavigator : public QObject
{
    Q_OBJECT

private:
    /// The attempts of the demo run from the top row of the tree to the bottom one.
    static QList<Cursor> rowsOf(DemoRun &demo, bool failuresOnly)
    {
        const auto database = Database::open(demo.path(), OpenMode::ReadOnly).value();
        RunReader reader(*database);
        const RunId run = demo.run().id;
        RunTreeModel tree;
        connect(&tree, &RunTreeModel::attemptsWanted, &tree, [&](RunId of, const Place &task) {
            tree.putAttempts(of, task, reader.attempts(of, {.round = task.round, .phase = task.phase, .task = task.task}).value());
        });
        tree.putRun(reader.run(run).value());
        tree.putContent(run, readContent(*database, run).value());
        QList<Cursor> found;
        const auto walk = [&](const auto &self, const QModelIndex &parent) -> void {
            tree.fetchMore(parent);
            for (int row = 0; row < tree.rowCount(parent); ++row) {
                const QModelIndex index = tree.index(row, 0, parent);
                const bool attempt = index.data(RunTreeModel::LevelRole).toInt() == int(RunLevel::Attempt);
                const bool failed = index.data(RunTreeModel::StateRole).toInt() == int(ShownState::Failed);
                if (attempt && (failed || !failuresOnly))
                    found.append(*tree.cursorAt(index));
                self(self, index);
            }
        };
        walk(walk, {});
        return found;
    }

    struct Desk : PanelStage {
        Cursor after(void (Navigator::*go)(Navigator::Way), Navigator::Way way)
        {
            QSignalSpy moved(&cursor, &CursorKeeper::moved);
            QSignalSpy said(&navigator, &Navigator::said);
            (navigator.*go)(way);
            (void)QTest::qWaitFor([&] { return !moved.isEmpty() || !said.isEmpty(); });
            QCoreApplication::processEvents();
            if (!said.isEmpty())
                words = said.first().first().toString();
            return cursor.cursor();
        }

        Navigator navigator{services};
        QString words;
    };

private Q_SLOTS:
    void failuresComeInTheOrderOfTheRows()
    {
        Desk desk;
        QList<Cursor> rows = rowsOf(desk.demo, true);
        QVERIFY(rows.size() > 3);
        QVERIFY(std::ranges::any_of(rows, [](const Cursor &cursor) { return cursor.phase == Phase::Baseline; }));
        desk.cursor.request({desk.demo.run().id});
        for (const Cursor &row : std::as_const(rows))
            QCOMPARE(desk.after(&Navigator::goToFailure, Navigator::Way::Next), row);
        QVERIFY(desk.words.isEmpty());
        QCOMPARE(desk.after(&Navigator::goToFailure, Navigator::Way::Next), rows.first());
        QCOMPARE(desk.words, u"Continued from the top"_s);

        desk.words.clear();
        QCOMPARE(desk.after(&Navigator::goToFailure, Navigator::Way::Previous), rows.last());
        QCOMPARE(desk.words, u"Continued from the end"_s);
        std::ranges::reverse(rows);
        for (const Cursor &row : rows.mid(1))
            QCOMPARE(desk.after(&Navigator::goToFailure, Navigator::Way::Previous), row);
    }

    void attemptsComeInTheOrderOfTheRowsAndEnd()
    {
        Desk desk;
        const QList<Cursor> rows = rowsOf(desk.demo, false);
        desk.cursor.request({desk.demo.run().id});
        for (const Cursor &row : rows)
            QCOMPARE(desk.after(&Navigator::goToAttempt, Navigator::Way::Next), row);
        QVERIFY(desk.words.isEmpty());
        QCOMPARE(desk.after(&Navigator::goToAttempt, Navigator::Way::Next), rows.last());
        QCOMPARE(desk.words, u"This is the last attempt."_s);
    }

    void aRoundBeginsWithWhatItLearned()
    {
        Desk desk;
        desk.cursor.request({desk.demo.run().id, 1});
        const Cursor first = desk.after(&Navigator::goToFailure, Navigator::Way::Next);
        QCOMPARE(first.round, std::optional(1));
        QVERIFY(!first.phase);
    }
};

QTEST_MAIN(TestNavigator)
#include "tst_navigator.moc"
