#include "widgets/curve/curvedata.h"
#include "widgets/curve/curveexport.h"
#include "widgets/curve/marklane.h"

#include <QApplication>
#include <QTest>

using namespace autodidact;
using namespace Qt::StringLiterals;

namespace {

/// Outcomes of one round by letters: P solved, p recalled, F failed, I fault of the machine.
QList<OutcomeRow> outcomes(int round, Phase phase, int version, const QString &letters)
{
    QList<OutcomeRow> rows;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const QChar letter = letters[i];
        OutcomeRow row{.place = {round, phase, int(i), 0}, .version = version};
        row.solved = letter.toUpper() == u'P';
        row.exposed = letter == u'p';
        row.counts = letter != u'I';
        rows.append(row);
    }
    return rows;
}

Round roundOf(int number, int version, int tasks, bool finished = true)
{
    Round round;
    round.number = number;
    round.version = version;
    round.tasks = tasks;
    round.finished = finished;
    return round;
}

CurveRecord twoRounds()
{
    CurveRecord record;
    record.run.id = {1};
    record.run.name = u"a, \"run\""_s;
    record.run.status = RunStatus::Finished;
    record.run.config.window = 10;
    record.rounds = {roundOf(1, 1, 4), roundOf(2, 2, 4)};
    record.learn = outcomes(1, Phase::Learn, 1, u"PFFI"_s) + outcomes(2, Phase::Learn, 2, u"PpPF"_s);
    record.watch = outcomes(1, Phase::Watch, 1, u"PPPPPPPPFF"_s) + outcomes(2, Phase::Watch, 2, u"PPPPPFFFFF"_s);
    return record;
}

Event eventAt(const Place &place, EventPayload payload)
{
    Event event;
    event.run = {1};
    event.place = place;
    event.payload = std::move(payload);
    return event;
}

} // namespace

class TestCurveData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recalledSuccessDoesNotCountAsLearnt()
    {
        const CurveData data = CurveData::of(twoRounds());
        QCOMPARE(data.rounds.size(), 2);
        QCOMPARE(data.rounds[1].solved, 3);
        QCOMPARE(data.rounds[1].recalled, 1);
        QCOMPARE(data.rounds[1].learnt, wilson(2, 4));
        QCOMPARE(data.rounds[1].all, wilson(3, 4));
    }

    void faultsOfTheMachineAreLeftOut()
    {
        const CurveData data = CurveData::of(twoRounds());
        QCOMPARE(data.rounds[0].tasks, 3);
        QCOMPARE(data.rounds[0].scheduled, 4);
        QCOMPARE(data.rounds[0].learnt, wilson(1, 3));
    }

    void windowStartsAnewWithEachVersionAndStaysInItsRound()
    {
        const CurveData data = CurveData::of(twoRounds());
        QCOMPARE(data.window.size(), 20);
        QCOMPARE(data.window[9].point.rate, wilson(8, 10));
        QCOMPARE(data.window[10].point.rate, wilson(1, 1));
        for (const WindowDot &dot : data.window)
            QVERIFY(dot.x > dot.point.round - 0.5 && dot.x <= dot.point.round + 0.5);
        QCOMPARE(data.window[9].x, 1.5);
    }

    void windowRunsOverLearnTasksWhereNothingIsHeldOut()
    {
        CurveRecord record = twoRounds();
        record.watch.clear();
        const CurveData data = CurveData::of(record);
        QVERIFY(data.windowOnLearn);
        QCOMPARE(data.window.size(), 7);
        QVERIFY(data.trust.isEmpty());   // fewer outcomes than the guard needs
    }

    void trustRegionHangsBelowTheBestVersionsWindow()
    {
        const CurveData data = CurveData::of(twoRounds());
        QCOMPARE(data.trust.size(), 2);
        QCOMPARE(data.trust[1].bestVersion, 1);
        QCOMPARE(data.trust[1].best, 0.8);
        QVERIFY(qFuzzyCompare(data.trust[1].floor, 0.7));
        CurveRecord record = twoRounds();
        record.run.config.safetyRule = SafetyRule::Off;
        QVERIFY(CurveData::of(record).trust.isEmpty());
    }

    void marksTellWhatHappenedAndWho()
    {
        CurveRecord record = twoRounds();
        PromptVersion first;
        PromptVersion second;
        second.number = 2;
        second.round = 1;
        second.origin = VersionOrigin::AutoPrompt;
        record.versions = {first, second};
        Update accepted{.id = {5}, .place = {1, Phase::Update}, .newVersion = 2, .decision = Decision::Accepted, .reason = u"two errors"_s};
        Update refused{.id = {6}, .place = {1, Phase::Update}, .decision = Decision::Rejected, .reason = u"worse"_s};
        record.updates = {accepted, refused};
        record.decisions = {{.id = 9, .place = {2, Phase::Person}, .action = SafetyAction::RollBack, .fromVersion = 2, .toVersion = 1, .byPerson = true}};
        const QList<CurveMark> marks = CurveData::of(record).marks;
        QCOMPARE(marks.size(), 4);
        QCOMPARE(marks[0].round, 0);
        QCOMPARE(marks[1], (CurveMark{MarkKind::Version, 1, 2, false, {5}, 0, u"two errors"_s}));
        QCOMPARE(marks[2].kind, MarkKind::Rejected);
        QCOMPARE(marks[3].decision, 9);
        QVERIFY(marks[3].byPerson);
    }

    void eventsGiveWhatReadingAgainWouldGive()
    {
        const CurveRecord whole = twoRounds();
        CurveRecord live;
        live.run = whole.run;
        for (const Round &round : whole.rounds) {
            Round started = round;
            started.finished = false;
            live.apply(eventAt({round.number}, RoundStarted{started, {}}));
            for (const QList<OutcomeRow> *rows : {&whole.learn, &whole.watch}) {
                for (const OutcomeRow &row : *rows) {
                    TaskFinished finished;
                    finished.solved = row.solved;
                    finished.exposed = row.exposed;
                    finished.errorClass = row.counts ? ErrorClass::None : ErrorClass::Infrastructure;
                    if (row.place.round == round.number) {
                        QVERIFY(live.apply(eventAt(row.place, finished)));
                        QVERIFY(live.apply(eventAt(row.place, finished)));   // twice changes nothing
                    }
                }
            }
            live.apply(eventAt({round.number, Phase::Close}, RoundFinished{round}));
        }
        QCOMPARE(CurveData::of(live), CurveData::of(whole));
    }

    void aRoundThatGoesOnIsSoFar()
    {
        CurveRecord record = twoRounds();
        record.run.status = RunStatus::Running;
        record.run.config.rounds = 6;
        record.rounds.append(roundOf(3, 2, 4, false));
        record.learn += outcomes(3, Phase::Learn, 2, u"P"_s);
        const CurveData data = CurveData::of(record);
        QVERIFY(!data.rounds.last().finished);
        QCOMPARE(data.rounds.last().tasks, 1);
        QCOMPARE(data.rounds.last().scheduled, 4);
        QCOMPARE(data.lastRound, 6);
    }

    void eventsOfOtherRunsAreNotOurs()
    {
        CurveRecord record = twoRounds();
        Event event = eventAt({3}, RoundStarted{roundOf(3, 2, 4, false), {}});
        event.run = {2};
        QVERIFY(!record.apply(event));
        QCOMPARE(record.rounds.size(), 2);
    }

    void csvHasALineForEachRound()
    {
        const QStringList lines = CurveExport::csv({CurveData::of(twoRounds())}).split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines[0].count(u','), 17);
        QVERIFY2(lines[1].startsWith(u"\"a, \"\"run\"\"\",1,1,1,3,1,0,0,0.3333,"_s), qPrintable(lines[1]));
        QCOMPARE(lines[2].count(u','), 18);   // one stands in the quoted name
    }

    void signsGiveWayWhereRoundsAreNarrow()
    {
        CurveData data;
        for (int round = 0; round < 200; ++round)
            data.marks.append({MarkKind::Version, round, round + 1, false, {}, 0, {}});
        const PlotMap map{QRectF(40, 20, 600, 100), 0.5, 200.5};
        const QList<LaneItem> items = MarkLane::layOut(data, map, 2, QFontMetricsF(QApplication::font()));
        QCOMPARE(items.size(), 200);
        double right = 0;
        int shown = 0;
        for (const LaneItem &item : items) {
            if (item.rect.isEmpty())
                continue;
            QVERIFY(item.rect.left() >= right);
            right = item.rect.right();
            ++shown;
        }
        QVERIFY(shown > 5 && shown < 60);
    }
};

QTEST_MAIN(TestCurveData)
#include "tst_curvedata.moc"
