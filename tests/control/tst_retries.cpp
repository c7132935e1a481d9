#include "core/control/retries.h"

#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

Memory waiting(qint64 id, int task, int round)
{
    Memory memory;
    memory.id = {id};
    memory.kind = MemoryKind::Error;
    memory.term = MemoryTerm::Short;
    memory.taskKey = u"t/%1"_s.arg(task);
    memory.createdRound = 1;
    memory.lastUsedRound = round;
    return memory;
}

QList<Task> tasks(int count)
{
    QList<Task> tasks(count);
    for (int i = 0; i < count; ++i) {
        tasks[i].ordinal = i;
        tasks[i].key = u"t/%1"_s.arg(i);
    }
    return tasks;
}

} // namespace

class TestRetries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void longestUntriedFirst()
    {
        Memory mended = waiting(6, 5, 1);
        mended.term = MemoryTerm::Long;
        Memory archived = waiting(7, 6, 1);
        archived.state = MemoryState::Archived;
        Memory foreign = waiting(8, 7, 1);
        foreign.language = Language::Rust;
        const QList<Memory> memories{waiting(3, 4, 2), waiting(1, 2, 3), waiting(2, 0, 2),
            waiting(9, 4, 5), waiting(5, 40, 1), mended, archived, foreign};
        QCOMPARE(
            waitingTasks(memories, tasks(9), {0, 1, 2, 3, 4, 5, 6, 7, 8}), (QList<int>{0, 4, 2}));
        QCOMPARE(waitingTasks(memories, tasks(9), {1, 2, 3}),
            QList<int>{2}); // the others are not to be learnt from
    }

    void comeOnTopOfTheBatch_data()
    {
        QTest::addColumn<QList<int>>("batch");
        QTest::addColumn<QList<int>>("waiting");
        QTest::addColumn<double>("share");
        QTest::addColumn<QList<int>>("tasks");
        const QList<int> four{8, 9, 10, 11};
        QTest::newRow("a quarter")
            << four << QList<int>{5, 2, 3} << 0.25 << QList<int>{5, 8, 9, 10, 11};
        QTest::newRow("rounded up")
            << four << QList<int>{5, 2, 3} << 0.3 << QList<int>{2, 5, 8, 9, 10, 11};
        QTest::newRow("none") << four << QList<int>{5} << 0.0 << four;
        QTest::newRow("all") << four << QList<int>{5, 2, 3} << 1.0
                             << QList<int>{2, 3, 5, 8, 9, 10, 11};
        QTest::newRow("in it already")
            << four << QList<int>{9, 2} << 0.25 << QList<int>{2, 8, 9, 10, 11};
        QTest::newRow("nothing waits") << four << QList<int>() << 0.5 << four;
    }

    void comeOnTopOfTheBatch()
    {
        QFETCH(const QList<int>, batch);
        QFETCH(const QList<int>, waiting);
        QFETCH(const double, share);
        QTEST(withRetries(batch, waiting, share), "tasks");
    }
};

QTEST_GUILESS_MAIN(TestRetries)
#include "tst_retries.moc"
