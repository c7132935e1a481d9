#include "core/experiments/studyplayer.h"

#include "core/control/runcommands.h"
#include "core/storage/runreader.h"
#include "core/storage/runstore.h"
#include "core/storage/runtasks.h"
#include "core/storage/suitestore.h"
#include "core/storage/versionstore.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Plays the run to its end in this thread.
Status playRun(Database &database, const Run &run, const SessionParts &parts, std::stop_token stop)
{
    Mailbox home;
    Result<std::unique_ptr<RunSession>> session = RunSession::open(run.id, database, home, nullptr, parts, {.jobs = 1});
    if (!session)
        return std::unexpected(session.error());
    const std::stop_callback stopping(stop, [&] { home.post([&] { (*session)->stop(); }); });
    (*session)->start();
    while (!(*session)->isOver())
        home.runOne({});
    home.runWaiting();
    return (*session)->outcome();
}

Result<Run> playedRun(Database &database, const StudyBench &bench, const RunConfig &config, std::stop_token stop)
{
    SuiteStore suites(database);
    if (!suites.byName(config.suite)) {
        if (const auto added = suites.add(bench.suite.suite, bench.suite.tasks); !added)
            return std::unexpected(added.error());
    }
    RunStore runs(database);
    Result<Run> run = runs.byNameOrId(config.name);
    if (!run)
        run = createRun(database, config);
    if (!run)
        return run;
    if (run->status != RunStatus::Finished) {
        if (const Status played = playRun(database, *run, bench.parts, stop); !played)
            return std::unexpected(played.error());
    }
    return runs.byId(run->id);
}

/// The tasks that nothing was learnt from; all where the run has no splits.
QList<int> auditedTasks(Database &database, const Run &run, qsizetype count)
{
    const QList<Split> splits = splitsOf(database, run.id).value_or(QList<Split>());
    QList<int> report;
    QList<int> all;
    for (int ordinal = 0; ordinal < count; ++ordinal) {
        all.append(ordinal);
        if (splits.value(ordinal) == Split::Report)
            report.append(ordinal);
    }
    return report.isEmpty() ? all : report;
}

void countPairs(StudyOutcome &outcome, const AuditResult &audited, qsizetype older, qsizetype newer)
{
    for (qsizetype i = 0; i < audited.solved[older].size(); ++i) {
        const std::optional<bool> a = audited.solved[newer][i];
        const std::optional<bool> b = audited.solved[older][i];
        if (a && b)
            ++(*a == *b ? outcome.equal : *a ? outcome.better : outcome.worse);
    }
    outcome.before = audited.rate(older);
    outcome.after = audited.rate(newer);
}

Result<StudyOutcome> withOutcomes(Database &database, const Run &run, StudyOutcome outcome)
{
    Result<QList<OutcomeRow>> rows = RunReader(database).outcomes(run.id, Phase::Learn);
    if (!rows)
        return std::unexpected(rows.error());
    std::ranges::stable_sort(*rows, {}, [](const OutcomeRow &row) { return std::pair(row.place.round, row.place.task); });
    for (const OutcomeRow &row : *rows)
        outcome.solvedInRun += row.counts ? (row.solved ? u'1' : u'0') : u'-';
    return outcome;
}

Result<StudyOutcome> audited(Database &database, const StudyBench &bench, const StudyArm &arm, const Run &run,
                             StudyOutcome outcome, std::stop_token stop)
{
    const Result<QList<PromptVersion>> versions = VersionStore(database).all(run.id);
    const Result<MemorySnapshot::Ptr> memory = memoryAfter(database, run, run.roundsDone);
    const Result<GuardState> state = guardStateOf(database, run.id);
    if (!versions)
        return std::unexpected(versions.error());
    if (!memory)
        return std::unexpected(memory.error());
    if (!state)
        return std::unexpected(state.error());
    const PromptVersion &first = versions->first();
    const auto last = std::ranges::find(*versions, state->current, &PromptVersion::number);
    if (last == versions->end())
        return fail(ErrorKind::Internal, u"%1 has no version %2"_s.arg(run.name).arg(state->current));

    const int round = run.roundsDone + 1;
    const bool carriesVersion = arm.measure != StudyMeasure::Memory;
    const bool carriesMemory = arm.measure == StudyMeasure::Memory || arm.measure == StudyMeasure::Both;
    AuditPlan plan{run.config, bench.suite.tasks, auditedTasks(database, run, bench.suite.tasks.size()), {}, bench.plan.laps};
    plan.sides = {{u"before"_s, first, {}, round},
                  {u"after"_s, carriesVersion ? *last : first, carriesMemory ? *memory : nullptr, round}};
    if (!bench.oracle.isEmpty() && arm.measure != StudyMeasure::Memory) {
        PromptVersion oracle = first;
        oracle.rules = bench.oracle;
        plan.sides.append({u"oracle"_s, oracle, {}, round});
    }
    const qsizetype firstOfAll = plan.sides.size();
    if (arm.measure == StudyMeasure::Safety) {
        for (const PromptVersion &version : *versions)
            plan.sides.append({u"version %1"_s.arg(version.number), version, {}, round});
    }
    const Result<AuditResult> result = audit(plan, bench.parts, 1, stop);
    if (!result)
        return std::unexpected(result.error());
    countPairs(outcome, *result, 0, 1);
    if (firstOfAll == 3)
        outcome.oracle = result->rate(2);
    if (arm.measure == StudyMeasure::Safety) {
        qsizetype best = firstOfAll;
        for (qsizetype side = firstOfAll; side < plan.sides.size(); ++side)
            best = result->rate(side) > result->rate(best) ? side : best;
        outcome.best = result->rate(best);
        // The best of several looks better than it is: measured again on draws that did not choose it.
        AuditPlan again = plan;
        again.sides = {plan.sides[best]};
        again.sides[0].name = u"again"_s;
        const Result<AuditResult> measured = audit(again, bench.parts, 1, stop);
        if (!measured)
            return std::unexpected(measured.error());
        outcome.bestAgain = measured->rate(0);
    }
    return outcome;
}

} // namespace

Result<StudyOutcome> playCell(const StudyBench &bench, const StudyCellPlace &place, std::stop_token stop)
{
    const StudyArm &arm = *bench.plan.arm(place.arm);
    const Result<RunConfig> config = bench.plan.configOf(arm, place.world, place.seed);
    if (!config)
        return std::unexpected(config.error());
    const QString path = u"%1/%2.sqlite"_s.arg(bench.folder, config->name);
    Result<StudyOutcome> outcome = [&]() -> Result<StudyOutcome> {
        const Result<std::unique_ptr<Database>> database = Database::open(path, OpenMode::ReadWrite);
        if (!database)
            return std::unexpected(database.error());
        const Result<Run> run = playedRun(**database, bench, *config, stop);
        const Result<QList<Update>> updates = run ? RunReader(**database).updates(run->id) : std::unexpected(run.error());
        const Result<QList<SafetyDecision>> decisions = run ? RunReader(**database).decisions(run->id) : std::unexpected(run.error());
        if (!updates || !decisions)
            return std::unexpected(updates ? decisions.error() : updates.error());
        StudyOutcome found{.place = place};
        found.proposed = int(updates->size());
        found.promoted = int(std::ranges::count(*updates, Decision::Accepted, &Update::decision));
        found.rollbacks = int(std::ranges::count(*decisions, SafetyAction::RollBack, &SafetyDecision::action));
        Result<StudyOutcome> played = withOutcomes(**database, *run, found);
        if (!played || arm.measure == StudyMeasure::Retries)
            return played;
        return audited(**database, bench, arm, *run, *played, stop);
    }();
    if (outcome && !bench.keepDatabases) {
        for (const QString &ending : {QString(), u"-wal"_s, u"-shm"_s})
            QFile::remove(path + ending);
    }
    return outcome;
}

} // namespace autodidact
