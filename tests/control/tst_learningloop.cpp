#include "core/control/recordreader.h"
#include "core/control/signalpolicy.h"
#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/journalexport.h"
#include "core/storage/memorystore.h"
#include "core/storage/roundstore.h"
#include "core/storage/runreader.h"
#include "core/storage/runstore.h"
#include "core/storage/versionstore.h"
#include "tests/support/looppieces.h"

#include <QTest>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

const char *nameOf(const EventPayload &payload)
{
    static constexpr const char *names[] = {"RunStarted", "RunStatusChanged", "RoundStarted", "TaskStarted",
        "AttemptAnswered", "VerdictReached", "ReflectionWritten", "TaskFinished", "MemoryStored", "UpdateProposed",
        "VersionAdmitted", "VersionRejected", "GuardDecided", "RoundFinished", "ToolsRun", "SearchLearnt", "UpdateMeasured",
        "UpdateJudged", "VersionPublished", "CreditMeasured", "LessonsDistilled", "TasksAdded",
        "FeedbackGiven"};
    return names[payload.index()];
}

/// "round phase task attempt kind", in the order of exports.
QStringList story(Database &database, RunId run, int round)
{
    QStringList lines;
    const QList<Event> events = EventStore(database).ofRound(run, round).value();
    for (const Event &event : events) {
        if (event.place.phase != Phase::Person)
            lines.append(u"%1 %2 %3 %4 %5"_s.arg(event.place.round).arg(int(event.place.phase)).arg(event.place.task)
                             .arg(event.place.attempt).arg(QLatin1StringView(nameOf(event.payload))));
    }
    return lines;
}

} // namespace

class TestLearningLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsItsStory();
    void keepsTheMatrixOfSelfTests();
    void looksAtCodeBeforeItsTests();
    void looksOnceAtEachAttempt();
    void looksAsTheStrategySearchPicks();
    void learnsRules();
    void isTheSameForEveryNumberOfJobs();
    void resumesWhereItStopped();
    void usesOnlyAllowedSignals();
    void failsWhenTheModelFails();
    void pausesOnTroubleAndGoesOn();
    void stopsAtTheBudget();
    void rollsBackByHand();
};

void TestLearningLoop::tellsItsStory()
{
    LoopFixture fixture(2);
    fixture.config.rounds = 1;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id, nullptr, {.jobs = 1}), RunStatus::Finished);
    QCOMPARE(story(*fixture.database, run.id, 0), (QStringList{u"0 0 -1 0 RunStarted"_s, u"0 0 -1 0 VersionAdmitted"_s}));
    const QStringList expected{
        u"1 0 -1 0 RoundStarted"_s,
        u"1 2 0 0 TaskStarted"_s,
        u"1 2 0 0 TaskFinished"_s,
        u"1 2 0 1 AttemptAnswered"_s,
        u"1 2 0 1 VerdictReached"_s,
        u"1 2 0 1 VerdictReached"_s,
        u"1 2 1 0 TaskStarted"_s,
        u"1 2 1 0 TaskFinished"_s,
        u"1 2 1 1 AttemptAnswered"_s,
        u"1 2 1 1 VerdictReached"_s,
        u"1 2 1 1 VerdictReached"_s,
        u"1 2 1 1 ReflectionWritten"_s,
        u"1 2 1 2 AttemptAnswered"_s,
        u"1 2 1 2 VerdictReached"_s,
        u"1 2 1 2 VerdictReached"_s,
        u"1 2 1 2 LessonsDistilled"_s,
    };
    QStringList told = story(*fixture.database, run.id, 1);
    QCOMPARE(told.mid(0, expected.size()), expected);
    told = told.mid(expected.size());
    QVERIFY(told.contains(u"1 3 0 0 MemoryStored"_s));
    QVERIFY(told.contains(u"1 5 -1 0 UpdateProposed"_s));
    QVERIFY(told.contains(u"1 5 -1 0 VersionAdmitted"_s));
    QCOMPARE(told.last(), u"1 8 -1 0 RoundFinished"_s);
}

void TestLearningLoop::keepsTheMatrixOfSelfTests()
{
    LoopFixture fixture(4);
    fixture.config.rounds = 1;
    fixture.config.attempts = 1;
    fixture.config.selfTests = true;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id, nullptr, {.jobs = 2}), RunStatus::Finished);
    const QList<Round> rounds = RoundStore(*fixture.database).all(run.id).value();
    QCOMPARE(rounds.size(), 1);
    QCOMPARE(rounds[0].selfTests, (SelfTestMatrix{1, 1, 1, 1}));
    QCOMPARE(rounds[0].solved, 2);

    // Each attempt has three verdicts, and what it wrote is kept with it.
    QCOMPARE(story(*fixture.database, run.id, 1).count(u"1 2 2 1 VerdictReached"_s), 3);
    const QList<AttemptRow> rows = RunReader(*fixture.database).attempts(run.id, {}).value();
    QCOMPARE(rows.size(), 4);
    const AttemptDetail detail = RunReader(*fixture.database).attempt(rows[2].id).value();
    QCOMPARE(detail.attempt.selfTests.size(), 2);
    QVERIFY(detail.own && !detail.own->passed && detail.own->scope == Visibility::Own);
    QVERIFY(!detail.attempt.code.contains(u"assert"_s));

    // Switched off, nothing is asked for and nothing run.
    fixture.config.selfTests = false;
    fixture.config.name = u"without"_s;
    const Run without = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(without.id), RunStatus::Finished);
    QCOMPARE(RoundStore(*fixture.database).all(without.id).value()[0].selfTests.attempts(), 0);
    QCOMPARE(story(*fixture.database, without.id, 1).count(u"1 2 2 1 VerdictReached"_s), 2);
}

void TestLearningLoop::looksAtCodeBeforeItsTests()
{
    LoopFixture fixture(2);
    fixture.config.rounds = 1;
    fixture.config.tools = u"syntax,lint"_s;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id, nullptr, {.jobs = 1}), RunStatus::Finished);
    QCOMPARE(VersionStore(*fixture.database).byNumber(run.id, 1).value().strategy.tools, (QStringList{u"syntax"_s, u"lint"_s}));
    const QStringList attempt = story(*fixture.database, run.id, 1).filter(u"1 2 1 1 "_s);
    QCOMPARE(attempt, (QStringList{u"1 2 1 1 AttemptAnswered"_s, u"1 2 1 1 ToolsRun"_s, u"1 2 1 1 VerdictReached"_s,
                          u"1 2 1 1 VerdictReached"_s, u"1 2 1 1 ReflectionWritten"_s}));

    // The poor attempt's findings reach the reviewer and the retry; the easy task's clean ones reach nobody.
    const QString told = u"### Tool findings\n- syntax (wordcheck), line 2: not good\n- lint (wordcheck), line 2: not good"_s;
    const QStringList shown = fixture.model->prompts.filter(told);
    QVERIFY(std::ranges::any_of(shown, [](const QString &prompt) { return prompt.contains(u"## Attempt"); }));
    QVERIFY(std::ranges::any_of(shown, [](const QString &prompt) { return prompt.contains(u"## Previous attempt"); }));
    QCOMPARE(fixture.model->prompts.filter(u"Tool findings"_s).size(), shown.size());
    const QStringList distilled = fixture.model->prompts.filter(u"## What mended it"_s);
    QVERIFY(!distilled.isEmpty());
    QVERIFY(distilled.filter(u"Tool findings"_s).isEmpty());
    QStringList consumers;
    const QList<Event> events = EventStore(*fixture.database).after(run.id, 0, 100'000).value();
    for (const Event &event : events) {
        for (const SignalUse &use : event.uses) {
            QVERIFY(isAllowed(use, fixture.config.feedback));
            if (use.signal == u"tools")
                consumers.append(use.consumer);
        }
    }
    consumers.sort();
    QCOMPARE(consumers, (QStringList{u"reflection"_s, u"retry"_s}));
    QVERIFY(!isAllowed({u"memory"_s, u"tools"_s, Split::Learn}, Feedback::Hidden));
    QVERIFY(!isAllowed({u"retry"_s, u"tools"_s, Split::Report}, Feedback::Hidden));

    // Windows and metrics read them back.
    const QList<AttemptRow> rows = RunReader(*fixture.database).attempts(run.id, {}).value();
    const AttemptDetail poor = RunReader(*fixture.database).attempt(rows[1].id).value();
    QCOMPARE(poor.tools.size(), 2);
    QCOMPARE(poor.tools[1].findings, (QList<ToolFinding>{{2, 15, {}, u"not good"_s}}));
    const RunRecord record = readRecord(*fixture.database, run.id).value();
    QCOMPARE(record.attempts[0].lintFindings, std::optional(0));
    QCOMPARE(record.attempts[1].lintFindings, std::optional(1));

    // A strategy without checks looks at nothing.
    fixture.config.tools.clear();
    fixture.config.name = u"without"_s;
    const int looks = fixture.looks;
    const Run without = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(without.id), RunStatus::Finished);
    QCOMPARE(fixture.looks, looks);
    QVERIFY(story(*fixture.database, without.id, 1).filter(u"ToolsRun"_s).isEmpty());
}

void TestLearningLoop::looksOnceAtEachAttempt()
{
    LoopFixture whole(6);
    whole.config.tools = u"lint"_s;
    const Run once = createRun(*whole.database, whole.config).value();
    QCOMPARE(whole.play(once.id, nullptr, {.jobs = 1}), RunStatus::Finished);
    const QByteArray expected = exportJournal(*whole.database, once.id).value();
    const auto attempts = AttemptStore(*whole.database).rows(once.id).value().size();
    QCOMPARE(whole.looks, attempts);

    LoopFixture fixture(6);
    fixture.config.tools = u"lint"_s;
    const Run run = createRun(*fixture.database, fixture.config).value();
    RunStatus status = RunStatus::Created;
    int sessions = 0;
    // Each session may do more than the one before: what was under way at a stop is done again, so that three could be none.
    for (; status != RunStatus::Finished; ++sessions) {
        QVERIFY2(sessions < 60, qPrintable(RunStore(*fixture.database).byId(run.id).value().statusDetail));
        status = fixture.play(run.id, nullptr, {.jobs = 1}, fixture.runs + 3 + sessions);
    }
    QVERIFY(sessions > 3);
    QCOMPARE(exportJournal(*fixture.database, run.id).value(), expected);
    // At most the one that was under way when a session was stopped is looked at again.
    QVERIFY2(fixture.looks <= attempts + sessions, qPrintable(QString::number(fixture.looks)));
}

void TestLearningLoop::looksAsTheStrategySearchPicks()
{
    LoopFixture fixture(12);
    fixture.config.updateStrategy = u"rl"_s;
    fixture.config.choices = u"tools"_s;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    const QList<int> checks{0, 1, 3};        // of the options of ChoiceSpace::standard()
    QMap<qint64, int> seen;
    const QList<Event> events = EventStore(*fixture.database).after(run.id, 0, 100'000).value();
    for (const Event &event : events) {
        const auto *task = std::get_if<TaskStarted>(&event.payload);
        if (!task || event.place.phase != Phase::Learn)
            continue;
        const int option = task->picks[u"tools"_s].toInt(-1);
        QVERIFY(option >= 0 && option < checks.size());
        Place place = event.place;
        place.attempt = 1;
        const auto looked = EventStore(*fixture.database).find<ToolsRun>(run.id, place).value();
        QCOMPARE(looked ? int(looked->reports.size()) : 0, checks[option]);
        ++seen[option];
    }
    QCOMPARE(seen.size(), 3);
}

void TestLearningLoop::learnsRules()
{
    LoopFixture fixture(4);
    fixture.config.attempts = 1;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    const QList<Round> rounds = RoundStore(*fixture.database).all(run.id).value();
    QCOMPARE(rounds.size(), 2);
    QCOMPARE(rounds[0].solved, 2);
    QCOMPARE(rounds[1].solved, 4);
    QCOMPARE(rounds[1].version, 2);
    const PromptVersion second = VersionStore(*fixture.database).byNumber(run.id, 2).value();
    QCOMPARE(second.rules.size(), 1);
    QCOMPARE(second.parent, std::optional(1));
    QVERIFY(!MemoryStore(*fixture.database).current(run.memorySet).value().isEmpty());
}

void TestLearningLoop::isTheSameForEveryNumberOfJobs()
{
    QByteArray journals[2];
    for (int jobs = 1; jobs <= 2; ++jobs) {
        LoopFixture fixture(9);
        const Run run = createRun(*fixture.database, fixture.config).value();
        QCOMPARE(fixture.play(run.id, nullptr, {.jobs = jobs * jobs}), RunStatus::Finished);
        journals[jobs - 1] = exportJournal(*fixture.database, run.id).value();
    }
    QVERIFY(journals[0].size() > 1000);
    QCOMPARE(journals[0], journals[1]);
}

void TestLearningLoop::resumesWhereItStopped()
{
    LoopFixture whole(6);
    whole.config.integrity = false;   // its programs are no steps of the journal, and run again after every stop
    const Run once = createRun(*whole.database, whole.config).value();
    QCOMPARE(whole.play(once.id, nullptr, {.jobs = 1}), RunStatus::Finished);
    const QStringList expected = story(*whole.database, once.id, 1) + story(*whole.database, once.id, 2);
    const int runs = whole.runs;

    LoopFixture fixture(6);
    fixture.config.integrity = false;
    const Run run = createRun(*fixture.database, fixture.config).value();
    RunStatus status = RunStatus::Created;
    for (int stop = 3; status != RunStatus::Finished; stop += 3) {
        QVERIFY(stop < 200);
        status = fixture.play(run.id, nullptr, {.jobs = 1}, stop);
    }
    QCOMPARE(story(*fixture.database, run.id, 1) + story(*fixture.database, run.id, 2), expected);
    // What was committed was not run again; what was under way at a stop may have been.
    QVERIFY(fixture.runs <= runs + 20);
}

void TestLearningLoop::usesOnlyAllowedSignals()
{
    for (const Feedback feedback : {Feedback::Visible, Feedback::Verdict, Feedback::Hidden}) {
        LoopFixture fixture(70);
        fixture.config.feedback = feedback;
        fixture.config.split = SplitMode::Auto;
        const Run run = createRun(*fixture.database, fixture.config).value();
        QCOMPARE(fixture.play(run.id), RunStatus::Finished);
        int uses = 0;
        const QList<Event> events = EventStore(*fixture.database).after(run.id, 0, 100'000).value();
        for (const Event &event : events) {
            for (const SignalUse &use : event.uses) {
                QVERIFY2(isAllowed(use, feedback), qPrintable(use.consumer + u' ' + use.signal));
                ++uses;
            }
            const bool learned = event.place.phase == Phase::Watch || event.place.phase == Phase::Checkpoint
                || event.place.phase == Phase::Baseline;
            QVERIFY(!learned || !std::holds_alternative<ReflectionWritten>(event.payload));
        }
        QVERIFY(uses > 20);
        QVERIFY(!isAllowed({u"reflection"_s, u"verdict"_s, Split::Select}, Feedback::Hidden));
        QVERIFY(!isAllowed({u"memory"_s, u"visible"_s, Split::Report}, Feedback::Hidden));
        QVERIFY(!isAllowed({u"retry"_s, u"hidden"_s, Split::Learn}, Feedback::Visible));
    }
}

void TestLearningLoop::failsWhenTheModelFails()
{
    LoopFixture fixture;
    fixture.model->broken = true;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::Failed);
    const Run stored = RunStore(*fixture.database).byId(run.id).value();
    QCOMPARE(stored.status, RunStatus::Failed);
    QCOMPARE(stored.statusDetail, u"the server is away"_s);
    QCOMPARE(stored.statusWhy, (Reason{ReasonCode::Fault, {{u"kind"_s, u"model"_s}}}));
}

void TestLearningLoop::pausesOnTroubleAndGoesOn()
{
    LoopFixture fixture;
    fixture.model->broken = true;
    const Run run = createRun(*fixture.database, fixture.config).value();
    Mailbox home;
    auto session = RunSession::open(run.id, *fixture.database, home, nullptr, fixture.parts(), {.jobs = 1, .pauseOnTrouble = true}).value();
    session->start();
    while (session->status() != RunStatus::Paused)
        QVERIFY(home.runOne({}));
    QVERIFY(!session->isOver());
    QCOMPARE(RunStore(*fixture.database).byId(run.id).value().statusWhy.code, ReasonCode::Fault);
    fixture.model->broken = false;
    session->carryOn();
    while (!session->isOver())
        QVERIFY(home.runOne({}));
    home.runWaiting();
    QCOMPARE(session->status(), RunStatus::Finished);
    QCOMPARE(RunStore(*fixture.database).byId(run.id).value().statusWhy, Reason());
}

void TestLearningLoop::stopsAtTheBudget()
{
    LoopFixture fixture(6);
    fixture.config.attemptBudget = 5;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id, nullptr, {.jobs = 1}), RunStatus::BudgetReached);
    const QList<Event> answers = EventStore(*fixture.database).ofKind(run.id, EventKind::AttemptAnswered).value();
    QCOMPARE(answers.size(), 5);
    QCOMPARE(RunStore(*fixture.database).byId(run.id).value().statusWhy, (Reason{ReasonCode::AttemptBudget, {{u"budget"_s, 5}}}));
}

void TestLearningLoop::rollsBackByHand()
{
    LoopFixture fixture(4);
    fixture.config.rounds = 1;
    const Run run = createRun(*fixture.database, fixture.config).value();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    QCOMPARE(guardStateOf(*fixture.database, run.id).value().current, 2);

    Journal journal(*fixture.database, nullptr);
    VersionCommands commands(*fixture.database, journal);
    const SafetyDecision decision = commands.rollBack(run.id, 1, false, u"it got worse"_s).value();
    QVERIFY(decision.byPerson);
    QCOMPARE(decision.effectiveRound, 2);
    QCOMPARE(guardStateOf(*fixture.database, run.id).value().current, 1);
    QCOMPARE(commands.rollBack(run.id, 1, false, {}).error().kind, ErrorKind::Conflict);
    QCOMPARE(commands.rollBack(run.id, 9, false, {}).error().kind, ErrorKind::NotFound);
    const SafetyDecision undo = commands.undo(run.id).value();
    QCOMPARE(undo.code, ReasonCode::TakesBack);
    QCOMPARE(undo.numbers[u"undone"_s][u"text"_s].toString(), u"it got worse"_s);
    QCOMPARE(undo.numbers[u"undone"_s][u"to"_s].toInt(), 1);
    QCOMPARE(guardStateOf(*fixture.database, run.id).value().current, 2);
    QCOMPARE(commands.undo(run.id).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(TestLearningLoop)
#include "tst_learningloop.moc"
