#include "widgets/runcontrol/runplan.h"
#include "widgets/runcontrol/timeleft.h"
#include "widgets/runcontrol/wording.h"

#include <QLocale>
#include <QTest>

using namespace autodidact;

/// How much a run will do, how long it takes, and in what words that is said.
class RunPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheTasksOfARun()
    {
        RunConfig config;
        config.rounds = 6;
        QList<Split> splits(26, Split::Learn);
        splits += QList<Split>(20, Split::Select) + QList<Split>(20, Split::Report);
        RunPlan plan = runPlan(config, splits);
        QCOMPARE(plan.total(), 6 * 46 + 6 * 40);
        QCOMPARE(plan.mostAttempts(3), 6 * (26 * 3 + 20) + 6 * 40);
        config.checkpointEvery = 0;              // first and last
        plan = runPlan(config, splits);
        QCOMPARE(plan.checkpoints, 2);
        config.batch = 10;
        QCOMPARE(runPlan(config, splits).learn, 10);
    }

    void withoutASplitEveryTaskIsLearntOn()
    {
        RunConfig config;
        config.rounds = 6;
        config.attempts = 3;
        config.split = SplitMode::None;
        QCOMPARE(expectedPlan(config, 40).mostAttempts(config.attempts), 720);
        QCOMPARE(runPlan(config, QList<Split>(40, Split::None)).mostAttempts(3), 720);
    }

    void tellsTheTimeAfterFiveSamplesOnly()
    {
        TimeLeft time;
        time.begin(0);
        using S = TimeLeft::Seconds;
        time.sample(S(0), 0);
        for (int done = 1; done <= 4; ++done)
            time.sample(S(2.0 * done), done);
        QVERIFY(!time.left(100));
        time.sample(S(10), 5);
        QCOMPARE(time.left(100)->count(), 190.0);
        QVERIFY(!time.left(5));                  // nothing is left
    }

    void aPauseDoesNotSlowItDown()
    {
        TimeLeft time;
        time.begin(0);
        using S = TimeLeft::Seconds;
        time.sample(S(0), 0);
        for (int done = 1; done <= 5; ++done)
            time.sample(S(1.0 * done), done);
        time.pause(S(5));
        time.carryOn(S(1000));
        time.sample(S(1001), 6);
        QCOMPARE(time.left(12)->count(), 6.0);
    }

    void afterAResumptionOnlyNewWorkCounts()
    {
        TimeLeft time;
        time.begin(50);
        using S = TimeLeft::Seconds;
        time.sample(S(0), 50);
        for (int done = 51; done <= 55; ++done)
            time.sample(S(done - 50), done);
        QCOMPARE(time.left(60)->count(), 5.0);
    }

    void words()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(wording::waiting({{}, QStringLiteral("first-token"), 38.4, 600}), QStringLiteral("Waiting for the first token, 38 s of 600 s"));
        QVERIFY(wording::waiting({}).isEmpty());
        QCOMPARE(wording::tokens(9'999), QStringLiteral("9,999"));
        QCOMPARE(wording::tokens(41'300), QStringLiteral("41k"));
        QCOMPARE(wording::tokens(2'140'000), QStringLiteral("2.1M"));
        QVERIFY(wording::model(QStringLiteral("student:expert")).contains(QStringLiteral("not a language model")));
        QCOMPARE(wording::model(QStringLiteral("openai:qwen:7b")), QStringLiteral("qwen:7b"));
    }
};

QTEST_MAIN(RunPlanTest)
#include "tst_runplan.moc"
