#include "core/evaluation/foldresult.h"

#include "tests/evaluation/runfixture.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace autodidact;

namespace {

/// A finished fold that holds out \p held of six tasks: what the first version and the last one solve of them.
RunRecord fold(int number, QStringView splits, const QList<int> &held, QStringView first, QStringView last)
{
    RunFixture run(splits);
    run.record.run.config.folds = 3;
    run.record.run.config.fold = number;
    run.record.run.config.name = u"f-fold-%1"_s.arg(number);
    run.record.run.name = run.record.run.config.name;
    run.record.run.status = RunStatus::Finished;
    run.round(1, 1);
    run.passes(1, Phase::Baseline, held, first);
    run.passes(1, Phase::Checkpoint, held, u"00"_s);
    run.round(2, 1);
    run.passes(2, Phase::Baseline, held, first);
    run.passes(2, Phase::Checkpoint, held, last);
    return run.record;
}

QList<RunRecord> threeFolds()
{
    return {fold(1, u"rrllss", {0, 1}, u"00", u"11"), fold(2, u"ssrrll", {2, 3}, u"10", u"11"), fold(3, u"llssrr", {4, 5}, u"11", u"01")};
}

} // namespace

class TestFoldResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void poolsTheLastCheckpoints()
    {
        const Result<FoldResult> result = poolFolds(threeFolds());
        QVERIFY(result);
        QCOMPARE(result->folds, 3);
        QVERIFY(result->missing.isEmpty());
        QCOMPARE(result->tasks, 6);
        QCOMPARE(result->groups, 6);
        QCOMPARE(result->solvedFirst, 3);
        QCOMPARE(result->solvedLast, 5);
        QVERIFY(std::abs(result->gain.value - 2.0 / 6) < 1e-12);
        QVERIFY(result->gain.low < result->gain.value && result->gain.value < result->gain.high);
        QVERIFY(result->test.enough);
        QVERIFY(std::abs(result->test.p - 0.625) < 1e-12);   // |sum| >= 2 of four signs: 10 of 16
    }

    /// Two tasks of one group count as one draw.
    void groupsAreOneDraw()
    {
        QList<RunRecord> records = threeFolds();
        for (RunRecord &record : records) {
            for (int i = 0; i < 6; ++i)
                record.tasks[i].group = u"g%1"_s.arg(i / 2);
        }
        const Result<FoldResult> result = poolFolds(records);
        QVERIFY(result);
        QCOMPARE(result->groups, 3);
        QVERIFY(std::abs(result->gain.value - 2.0 / 6) < 1e-12);
        QVERIFY(!result->test.enough);
    }

    void unfinishedFoldsAreNamed()
    {
        QList<RunRecord> records = threeFolds();
        records.removeAt(2);
        records[0].run.status = RunStatus::Stopped;
        const Result<FoldResult> result = poolFolds(records);
        QVERIFY(result);
        QCOMPARE(result->missing, QList<int>({1, 3}));
        QCOMPARE(result->tasks, 2);
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("says");
        QTest::newRow("no fold") << u"folds"_s << u"is not a fold"_s;
        QTest::newRow("other seed") << u"seed"_s << u"no folds of one measurement"_s;
        QTest::newRow("other suite") << u"suite"_s << u"no folds of one measurement"_s;
        QTest::newRow("twice") << u"twice"_s << u"comes twice"_s;
    }

    void othersAreRefused()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, says);
        QList<RunRecord> records = threeFolds();
        Run &run = records[1].run;
        if (change == u"folds")
            run.config.folds = 0;
        else if (change == u"seed")
            run.config.seed = 9;
        else if (change == u"suite")
            records[1].suite.hash = u"other"_s;
        else
            run.config.fold = 1;
        const Result<FoldResult> result = poolFolds(records);
        QVERIFY(!result);
        QVERIFY2(result.error().detail.contains(says), qPrintable(result.error().detail));
    }

    void nothingIsNotFound()
    {
        QCOMPARE(poolFolds({}).error().kind, ErrorKind::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestFoldResult)
#include "tst_foldresult.moc"
