#include "widgets/base/theme.h"
#include "widgets/memory/memorymodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

MemoryRow row(int id)
{
    MemoryRow row;
    row.memory.id = {id};
    row.memory.title = u"Memory %1"_s.arg(id);
    row.memory.uses = id % 7;
    row.memory.successesAfterUse = id % 3;
    row.memory.createdAt = QDateTime(QDate(2026, 1, 1), QTime(), QTimeZone::UTC);
    return row;
}

MemoryPage page(int first, int count, int matching)
{
    MemoryPage page;
    for (int id = first; id < first + count; ++id)
        page.rows.append(row(id));
    page.matching = page.all = matching;
    page.complete = first + count > matching;
    return page;
}

} // namespace

class TestMemoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfModels()
    {
        MemoryModel model;
        model.setPalette(theme::lightPalette());
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.reset(page(1, 20, 50));
        model.append(page(21, 20, 50));
        model.insertFirst(row(1000));
        model.remove({5});
        model.remove({4711});
        QCOMPARE(model.rowCount(), 40);
        QCOMPARE(model.rowOf({1000}), 0);
        QCOMPARE(model.rowOf({6}), 5);
        QCOMPARE(model.rowOf({5}), -1);
    }

    void asksForTheNextPageOnce()
    {
        MemoryModel model;
        model.reset(page(1, 10, 30));
        QSignalSpy more(&model, &MemoryModel::moreWanted);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        model.fetchMore({});
        QCOMPARE(more.size(), 1);
        QCOMPARE(more.first().first().toInt(), 10);
        model.append(page(11, 20, 30));
        QCOMPARE(model.rowCount(), 30);
        QVERIFY(!model.canFetchMore({}));
    }

    void showsAnEntryOnceThatMovedBetweenPages()
    {
        MemoryModel model;
        model.reset(page(1, 10, 30));
        model.append(page(8, 10, 30));
        QCOMPARE(model.rowCount(), 17);
    }

    void changesOneRowForOneEntry()
    {
        MemoryModel model;
        model.reset(page(1, 10, 10));
        QSignalSpy changed(&model, &MemoryModel::dataChanged);
        Memory memory = row(4).memory;
        memory.title = u"Other"_s;
        QVERIFY(model.replace(memory));
        QVERIFY(!model.replace(row(99).memory));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 3);
        QCOMPARE(model.index(3, MemoryModel::Title).data().toString(), u"Other"_s);
    }

    void marksDrafts()
    {
        MemoryModel model;
        model.setPalette(theme::lightPalette());
        model.reset(page(1, 10, 10));
        QSignalSpy changed(&model, &MemoryModel::dataChanged);
        model.setDrafts({MemoryId{3}});
        QCOMPARE(changed.size(), 1);
        QVERIFY(model.index(2, 0).data(MemoryModel::DraftRole).toBool());
        QVERIFY(!model.index(1, 0).data(MemoryModel::DraftRole).toBool());
        model.setDrafts({});
        QVERIFY(!model.index(2, 0).data(MemoryModel::DraftRole).toBool());
    }

    void saysNothingOfSuccessBeforeUse()
    {
        MemoryModel model;
        model.reset(page(7, 1, 1));      // no uses
        QCOMPARE(model.index(0, MemoryModel::Success).data().toString(), QString());
        model.reset(page(5, 1, 1));      // 5 uses, 2 of them solved
        QCOMPARE(model.index(0, MemoryModel::Success).data().toString(), u"40 %"_s);
    }

    void readsNoMarkup()
    {
        MemoryModel model;
        MemoryPage one = page(1, 1, 1);
        one.rows[0].memory.state = MemoryState::Archived;
        one.rows[0].memory.archiveReason = u"<b>bold</b>"_s;
        model.reset(one);
        QVERIFY(model.index(0, MemoryModel::Title).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
    }

    void holdsAHundredThousandRows()
    {
        MemoryModel model;
        QElapsedTimer timer;
        timer.start();
        model.reset(page(1, 100'000, 100'000));
        QVERIFY(model.replace(row(99'999).memory));
        QCOMPARE(model.rowOf({100'000}), 99'999);
        QCOMPARE_LT(timer.elapsed(), 2000);
    }
};

QTEST_MAIN(TestMemoryModel)
#include "tst_memorymodel.moc"
