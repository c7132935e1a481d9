#include "widgets/dialogs/runlistmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

class RunListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsRuns()
    {
        RunListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RunRow row;
        row.run.id = RunId{4};
        row.run.name = u"student-4"_s;
        row.run.config.model = u"student"_s;
        row.run.config.rounds = 6;
        row.run.roundsDone = 3;
        row.run.status = RunStatus::Stopped;
        row.lastRound = Round{.tasks = 40, .solved = 30};
        model.setRows({row, row});
        QCOMPARE(model.rowCount(), 2);
        const auto text = [&model](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(text(RunListModel::Name), u"student-4"_s);
        QCOMPARE(text(RunListModel::State), u"Stopped"_s);
        QCOMPARE(text(RunListModel::Rounds), u"3 of 6"_s);
        QCOMPARE(text(RunListModel::Rate), u"75 %"_s);
        QCOMPARE(model.index(1, 0).data(RunListModel::RunIdRole).toLongLong(), 4);
        row.live = true;
        model.setRows({row});
        QCOMPARE(text(RunListModel::State), u"Live"_s);
    }
};

QTEST_MAIN(RunListModelTest)
#include "tst_runlistmodel.moc"
