#include "core/base/file.h"
#include "core/control/signalpolicy.h"
#include "core/control/updateflow.h"
#include "core/storage/eventstore.h"
#include "core/storage/journalexport.h"
#include "core/storage/query.h"
#include "core/storage/runreader.h"
#include "core/storage/runstore.h"
#include "core/storage/runtasks.h"
#include "core/storage/updatestore.h"
#include "core/storage/versionstore.h"
#include "core/tasks/suitefile.h"
#include "tests/support/looppieces.h"

#include <QTest>

using namespace autodidact;
using namespace autodidact::test;
using namespace Qt::StringLiterals;

namespace {

/// A fixture whose suite is large enough for select tasks.
struct PairedFixture : LoopFixture {
    PairedFixture()
        : LoopFixture(70)
    {
        config.split = SplitMode::Auto;
        config.rounds = 1;
        config.attempts = 1;
        config.reflection = ReflectionMode::Reflexion;
        config.memoryEnabled = false;     // its texts speak of easy tasks, which the model takes for the task's
    }

    Run created() { return createRun(*database, config).value(); }
    QList<Update> updates(RunId run) { return UpdateStore(*database).all(run).value(); }
    qsizetype count(RunId run, EventKind kind) { return EventStore(*database).ofKind(run, kind).value().size(); }
};

} // namespace

class TestUpdateFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promotesByTrial();
    void rejectsWhatHarms();
    void racesCandidates();
    void searchesStrategies();
    void waitsForApproval_data();
    void waitsForApproval();
    void asksOnlyForLargeOnes();
    void isTheSameForEveryNumberOfJobs_data();
    void isTheSameForEveryNumberOfJobs();
    void blocksTamperedTests_data();
    void blocksTamperedTests();
    void rollsBackWhatTheShadowBeats();
    void publishesAndWithdraws();
};

void TestUpdateFlow::promotesByTrial()
{
    PairedFixture fixture;
    fixture.config.rounds = 2;
    const Run run = fixture.created();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    const QList<Update> updates = fixture.updates(run.id);
    QVERIFY(!updates.isEmpty());
    QVERIFY2(updates[0].decision == Decision::Accepted, qPrintable(updates[0].reason));
    const QJsonObject trial = updates[0].validation[u"trial"_s].toObject();
    QCOMPARE(updates[0].validation[u"kind"_s].toString(), u"trial"_s);
    QCOMPARE(trial[u"reason"_s].toString(), u"evidence-of-gain"_s);
    QCOMPARE(trial[u"worse"_s].toInt(), 0);
    QVERIFY(trial[u"better"_s].toInt() >= 5);
    QVERIFY(trial[u"candidate_solved"_s].toInt() > trial[u"incumbent_solved"_s].toInt());

    // In the second round the first version shadows the second one, and trials never touch what is reported.
    RunReader reader(*fixture.database);
    const QList<OutcomeRow> shadows = reader.outcomes(run.id, Phase::Shadow).value();
    QVERIFY(!shadows.isEmpty());
    for (const OutcomeRow &row : shadows) {
        QCOMPARE(row.place.round, 2);
        QCOMPARE(row.version, 1);
        QCOMPARE(row.split, Split::Select);
    }
    const QList<Event> events = EventStore(*fixture.database).after(run.id, 0, 100'000).value();
    const QList<Split> splits = splitsOf(*fixture.database, run.id).value();
    qsizetype trialAttempts = 0;
    for (const Event &event : events) {
        for (const SignalUse &use : event.uses)
            QVERIFY2(isAllowed(use, Feedback::Visible), qPrintable(use.consumer + u' ' + use.signal));
        if (event.place.phase == Phase::Trial && std::holds_alternative<AttemptAnswered>(event.payload)) {
            ++trialAttempts;
            QCOMPARE(splits[event.place.task], Split::Select);
        }
    }
    QCOMPARE(trialAttempts, 40);
}

void TestUpdateFlow::rejectsWhatHarms()
{
    PairedFixture fixture;
    fixture.model = std::make_shared<HarmfulModel>();
    const Run run = fixture.created();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    const QList<Update> updates = fixture.updates(run.id);
    QCOMPARE(updates.size(), 1);
    QCOMPARE(updates[0].decision, Decision::Rejected);
    QCOMPARE(updates[0].why.code, ReasonCode::TrialLost);
    QVERIFY(updates[0].why.values[u"worse"_s].toInt() > 0);
    QCOMPARE(RunStore(*fixture.database).byId(run.id).value().currentVersion, 1);

    // Without a guard the same update goes in: what the trial is worth.
    PairedFixture unsafe;
    unsafe.model = std::make_shared<HarmfulModel>();
    unsafe.config.safetyRule = SafetyRule::Off;
    const Run other = unsafe.created();
    QCOMPARE(unsafe.play(other.id), RunStatus::Finished);
    QCOMPARE(unsafe.updates(other.id)[0].decision, Decision::Accepted);
}

void TestUpdateFlow::racesCandidates()
{
    PairedFixture fixture;
    fixture.config.updateStrategy = u"meta"_s;
    fixture.config.rewrite = true;       // the model cannot do that: a candidate that is refused with its cost
    fixture.config.rounds = 2;
    const Run run = fixture.created();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    const QList<Update> updates = fixture.updates(run.id);
    qsizetype accepted = 0;
    qsizetype repeated = 0;
    bool rewritten = false;
    for (const Update &update : updates) {
        QVERIFY(update.decision != Decision::Pending);
        accepted += update.decision == Decision::Accepted ? 1 : 0;
        repeated += update.why.code == ReasonCode::EditRepeatsEdit ? 1 : 0;
        rewritten = rewritten || (update.origin == VersionOrigin::Rewrite && update.usage.calls == 1);
        if (update.decision == Decision::Accepted) {
            QVERIFY(update.validation[u"race"_s].isObject());
            QVERIFY(update.validation[u"trial"_s].isObject());
            const RaceScore score = RaceScore::of(update).value();
            QCOMPARE(score.candidate.size(), size_t(Race::FirstBatch));
            QCOMPARE(score.greens(), Race::FirstBatch);
            QVERIFY(!score.wins().isEmpty());
        }
    }
    QVERIFY(accepted >= 1);
    QVERIFY(repeated >= 1);
    QVERIFY(rewritten);
    QVERIFY(fixture.count(run.id, EventKind::SearchLearnt) == 2);
}

void TestUpdateFlow::searchesStrategies()
{
    PairedFixture fixture;
    fixture.config.updateStrategy = u"rl"_s;
    fixture.config.choices = u"attempts,plan_first"_s;
    fixture.config.rounds = 6;
    fixture.config.attempts = 1;
    const Run run = fixture.created();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    const QList<Event> learnt = EventStore(*fixture.database).ofKind(run.id, EventKind::SearchLearnt).value();
    QCOMPARE(learnt.size(), 6);
    const auto &last = std::get<SearchLearnt>(learnt.last().payload);
    QCOMPARE(last.kind, u"thompson"_s);
    int picks = 0;
    const QJsonObject states = last.table[u"states"_s].toObject();
    for (const QJsonValue &context : states) {
        const QJsonObject dimension = context[u"attempts"_s].toObject();
        for (const QJsonValue &option : dimension[u"options"_s].toArray())
            picks += option[u"picks"_s].toInt();
    }
    const qsizetype learnTasks = splitsOf(*fixture.database, run.id).value().count(Split::Learn);
    QCOMPARE(picks, int(2 * 6 * learnTasks));        // in the context of the language, and over all languages
    const QList<Event> started = EventStore(*fixture.database).ofKind(run.id, EventKind::TaskStarted).value();
    for (const Event &event : started)
        QCOMPARE(!std::get<TaskStarted>(event.payload).picks.isEmpty(), event.place.phase == Phase::Learn);

    // A second attempt always helps here (the model sees a reflection), so that it is found and, once tried, admitted.
    const QList<Update> updates = fixture.updates(run.id);
    QVERIFY(!updates.isEmpty());
    for (const Update &update : updates) {
        QCOMPARE(update.origin, VersionOrigin::StrategySearch);
        QVERIFY(update.strategy && update.edits.isEmpty());
        QVERIFY(update.strategy->attempts > 1);
    }
}

void TestUpdateFlow::waitsForApproval_data()
{
    QTest::addColumn<bool>("approved");
    QTest::newRow("approved") << true;
    QTest::newRow("refused") << false;
}

void TestUpdateFlow::waitsForApproval()
{
    QFETCH(const bool, approved);
    PairedFixture fixture;
    fixture.config.approval = Approval::Ask;
    const Run run = fixture.created();
    QCOMPARE(fixture.play(run.id), RunStatus::Paused);
    Run stored = RunStore(*fixture.database).byId(run.id).value();
    QCOMPARE(stored.status, RunStatus::Paused);
    QCOMPARE(stored.statusWhy.code, ReasonCode::WaitsForApproval);
    QCOMPARE(fixture.play(run.id), RunStatus::Paused);       // nobody has decided: it waits again
    const Update update = fixture.updates(run.id).first();
    QCOMPARE(update.decision, Decision::Pending);
    QVERIFY(update.validation[u"trial"_s].isObject());       // what the person looks at

    Journal journal(*fixture.database, nullptr);
    VersionCommands commands(*fixture.database, journal);
    QCOMPARE(commands.judge(run.id, UpdateId{999}, true, {}).error().kind, ErrorKind::NotFound);
    QVERIFY(commands.judge(run.id, update.id, approved, u"because"_s));
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    const Update after = fixture.updates(run.id).first();
    QCOMPARE(after.decision, approved ? Decision::Accepted : Decision::Rejected);
    if (!approved) {
        QCOMPARE(after.why.code, ReasonCode::RefusedByPerson);
        QVERIFY(after.reason.contains(u"because"_s));
    }
    QCOMPARE(commands.judge(run.id, update.id, approved, {}).error().kind, ErrorKind::Conflict);
}

void TestUpdateFlow::asksOnlyForLargeOnes()
{
    PairedFixture fixture;
    fixture.config.approval = Approval::AskLarge;
    fixture.config.largeUpdate = 0.9;
    const Run small = fixture.created();
    QCOMPARE(fixture.play(small.id), RunStatus::Finished);
    fixture.config.largeUpdate = 0.01;
    fixture.config.name = u"large"_s;
    const Run large = fixture.created();
    QCOMPARE(fixture.play(large.id), RunStatus::Paused);
}

void TestUpdateFlow::isTheSameForEveryNumberOfJobs_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::newRow("autoprompt") << u"autoprompt"_s;
    QTest::newRow("rl") << u"rl"_s;
    QTest::newRow("meta") << u"meta"_s;
}

void TestUpdateFlow::isTheSameForEveryNumberOfJobs()
{
    QFETCH(const QString, strategy);
    QByteArray journals[2];
    for (int i = 0; i < 2; ++i) {
        PairedFixture fixture;
        fixture.config.updateStrategy = strategy;
        fixture.config.rounds = 3;
        const Run run = fixture.created();
        QCOMPARE(fixture.play(run.id, nullptr, {.jobs = i == 0 ? 1 : 4}), RunStatus::Finished);
        journals[i] = exportJournal(*fixture.database, run.id).value();
    }
    QVERIFY(journals[0].size() > 1000);
    QCOMPARE(journals[0], journals[1]);
}

void TestUpdateFlow::blocksTamperedTests_data()
{
    QTest::addColumn<QString>("which");
    QTest::newRow("of the suite") << u"ORDER BY id LIMIT 1"_s;
    QTest::newRow("that came in") << u"ORDER BY id DESC LIMIT 1"_s;
    QTest::newRow("none") << QString();
}

void TestUpdateFlow::blocksTamperedTests()
{
    QFETCH(const QString, which);
    PairedFixture fixture;
    fixture.config.inbox = fixture.folder.filePath(u"inbox"_s);
    const Run run = fixture.created();
    Suite more;
    more.name = u"more"_s;
    QVERIFY(writeFile(fixture.config.inbox + u"/more.jsonl"_s, writeSuite(more, LoopFixture::taskList(75).mid(70))));
    QCOMPARE(fixture.play(run.id, nullptr, {}, 30), RunStatus::Stopped);
    QCOMPARE(tasksOfRun(*fixture.database, run).value().size(), 75);
    if (which.isEmpty()) {
        QCOMPARE(fixture.play(run.id), RunStatus::Finished);
        QCOMPARE(fixture.updates(run.id).first().decision, Decision::Accepted);
        return;
    }
    Query query(*fixture.database, u"SELECT id, body FROM task "_s + which);
    QVERIFY(query.first().value());
    QByteArray body = qUncompress(query.bytes(1));
    QVERIFY(body.contains("assert add(2) == 2"));
    body.replace("assert add(2) == 2", "assert True");
    QVERIFY(execute(*fixture.database, u"UPDATE task SET body = ? WHERE id = ?"_s, qCompress(body), query.integer(0)));
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    const Update update = fixture.updates(run.id).first();
    QCOMPARE(update.decision, Decision::Rejected);
    QCOMPARE(update.why.code, ReasonCode::IntegrityFailed);
    QCOMPARE(update.why.values[u"check"_s].toString(), u"hashes"_s);
    const QList<SafetyDecision> decisions = RunReader(*fixture.database).decisions(run.id).value();
    QCOMPARE(decisions.size(), 1);
    QCOMPARE(decisions[0].action, SafetyAction::IntegrityHit);
}

void TestUpdateFlow::rollsBackWhatTheShadowBeats()
{
    const GuardState promoted = [] {
        GuardState state;
        state.admit({.number = 2, .parent = 1, .round = 1});
        return state;
    }();
    QCOMPARE(promoted.shadowing, (Shadowing{2, 1, 2}));
    GuardEvidence evidence;
    const PairedGuard guard(0.10, 2);
    std::optional<SafetyDecision> decision;
    int round = 2;
    for (; round < 40 && !decision; ++round) {
        for (int task = 0; task < 5; ++task)
            evidence.pairs.append({round, task < 2 ? Pair::Worse : Pair::Equal});
        decision = guard.decide(evidence, promoted, 2, round);
    }
    QVERIFY(decision);
    QCOMPARE(decision->action, SafetyAction::RollBack);
    QCOMPARE(decision->toVersion, 1);
    QCOMPARE(decision->code, ReasonCode::ShadowDropped);
    QVERIFY(decision->numbers[u"e_minus"_s].toDouble() >= 20);

    GuardState after = promoted;
    after.apply(*decision);
    QCOMPARE(after.current, 1);
    QVERIFY(!after.shadowing);
    QVERIFY(!after.mayUpdate(decision->thawRound - 1));
    QVERIFY(after.mayUpdate(decision->thawRound));
    // Done twice it changes nothing; there is nothing left to roll back.
    GuardState twice = after;
    twice.apply(*decision);
    QCOMPARE(twice, after);
    QVERIFY(!guard.decide(evidence, after, 1, round));

    // A version that a person holds stays.
    GuardState held = promoted;
    held.held = 2;
    QVERIFY(!guard.decide(evidence, held, 2, round - 1) || guard.decide(evidence, held, 2, round - 1)->action != SafetyAction::RollBack);
}

void TestUpdateFlow::publishesAndWithdraws()
{
    PairedFixture fixture;
    const Run run = fixture.created();
    QCOMPARE(fixture.play(run.id), RunStatus::Finished);
    Journal journal(*fixture.database, nullptr);
    VersionCommands commands(*fixture.database, journal);
    QCOMPARE(commands.publish(run.id, 9, u"canary"_s, {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(commands.publish(run.id, 2, u"beta"_s, {}).error().kind, ErrorKind::BadUsage);
    QVERIFY(commands.publish(run.id, 1, u"stable"_s, {}));
    QVERIFY(commands.publish(run.id, 2, u"canary"_s, u"try it"_s));
    QCOMPARE(publishedVersions(*fixture.database, run.id).value(), (QMap<QString, int>{{u"stable"_s, 1}, {u"canary"_s, 2}}));
    QVERIFY(commands.withdraw(run.id, u"canary"_s, {}));
    QCOMPARE(commands.withdraw(run.id, u"canary"_s, {}).error().kind, ErrorKind::NotFound);
    QCOMPARE(publishedVersions(*fixture.database, run.id).value(), (QMap<QString, int>{{u"stable"_s, 1}}));
}

QTEST_GUILESS_MAIN(TestUpdateFlow)
#include "tst_updateflow.moc"
