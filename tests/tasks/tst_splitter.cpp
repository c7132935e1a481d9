#include "core/tasks/splitter.h"

#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

QList<Task> tasksInGroups(int groups, int perGroup)
{
    QList<Task> tasks;
    for (int i = 0; i < groups * perGroup; ++i) {
        Task task;
        task.key = u"t%1"_s.arg(i);
        task.group = u"g%1"_s.arg(i % groups);
        tasks.append(task);
    }
    return tasks;
}

} // namespace

class TestSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sharesAreOfGroups_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<int>("learn");
        QTest::addColumn<int>("select");
        QTest::addColumn<bool>("warned");
        QTest::newRow("none") << 0 << 0 << 0 << true;
        QTest::newRow("one") << 1 << 0 << 0 << true;
        QTest::newRow("three") << 3 << 1 << 1 << true;
        QTest::newRow("ten") << 10 << 4 << 3 << true;
        QTest::newRow("fifty nine") << 59 << 24 << 18 << true;
        QTest::newRow("sixty") << 60 << 24 << 18 << false;
        QTest::newRow("many") << 164 << 66 << 49 << false;
    }

    void sharesAreOfGroups()
    {
        QFETCH(int, groups);
        QFETCH(int, learn);
        QFETCH(int, select);
        QFETCH(bool, warned);
        const SplitPlan plan = splitTasks(tasksInGroups(groups, 2), SplitMode::Auto, 7);
        QCOMPARE(plan.splits.size(), 2 * groups);
        QCOMPARE(plan.splits.count(Split::Learn), 2 * learn);
        QCOMPARE(plan.splits.count(Split::Select), 2 * select);
        QCOMPARE(plan.splits.count(Split::Report), 2 * (groups - learn - select));
        QCOMPARE(!plan.warnings.isEmpty(), warned);
    }

    void groupsStayTogether()
    {
        const QList<Task> tasks = tasksInGroups(40, 3);
        const SplitPlan plan = splitTasks(tasks, SplitMode::Auto, 3);
        QHash<QString, Split> seen;
        for (qsizetype i = 0; i < tasks.size(); ++i) {
            const Split split = seen.value(tasks.at(i).group, plan.splits.at(i));
            QCOMPARE(plan.splits.at(i), split);
            seen.insert(tasks.at(i).group, split);
        }
    }

    void foldsTakeTurns_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<int>("folds");
        QTest::newRow("even") << 20 << 5;
        QTest::newRow("uneven") << 23 << 5;
        QTest::newRow("two") << 9 << 2;
        QTest::newRow("one group each") << 5 << 5;
        QTest::newRow("more folds than groups") << 3 << 5;
    }

    /// Every group is held out in exactly one fold; the rest is learnt from and selects, and never in two parts.
    void foldsTakeTurns()
    {
        QFETCH(const int, groups);
        QFETCH(const int, folds);
        const QList<Task> tasks = tasksInGroups(groups, 2);
        QHash<QString, int> heldOut;
        for (int fold = 1; fold <= folds; ++fold) {
            const SplitPlan plan = splitTasks(tasks, SplitMode::Auto, 11, {folds, fold});
            QVERIFY(plan.warnings.first().startsWith(u"fold %1 of %2"_s.arg(fold).arg(folds)));
            const qsizetype rest = groups - plan.splits.count(Split::Report) / 2;
            QVERIFY(std::abs(plan.splits.count(Split::Learn) / 2 - rest * 4.0 / 7) <= 0.5);
            for (qsizetype i = 0; i < tasks.size(); ++i) {
                QCOMPARE(plan.splits.at(i), plan.splits.at(i % groups));
                heldOut[tasks.at(i).key] += plan.splits.at(i) == Split::Report ? 1 : 0;
            }
        }
        for (const Task &task : tasks)
            QCOMPARE(heldOut.value(task.key), 1);
    }

    void theSeedDecides()
    {
        const QList<Task> tasks = tasksInGroups(60, 1);
        QCOMPARE(splitTasks(tasks, SplitMode::Auto, 1), splitTasks(tasks, SplitMode::Auto, 1));
        QVERIFY(splitTasks(tasks, SplitMode::Auto, 1).splits != splitTasks(tasks, SplitMode::Auto, 2).splits);
    }

    void noneIsMarked()
    {
        const SplitPlan plan = splitTasks(tasksInGroups(80, 1), SplitMode::None, 1);
        QCOMPARE(plan.splits.count(Split::None), 80);
        QVERIFY(plan.warnings.first().startsWith(u"not held out"_s));
    }
};

QTEST_APPLESS_MAIN(TestSplitter)
#include "tst_splitter.moc"
