#include "core/storage/runreader.h"

#include "core/storage/attemptstore.h"
#include "core/storage/eventstore.h"
#include "core/storage/leasestore.h"
#include "core/storage/query.h"
#include "core/storage/reflectionstore.h"
#include "core/storage/roundstore.h"
#include "core/storage/runstore.h"
#include "core/storage/safetystore.h"
#include "core/storage/suitestore.h"
#include "core/storage/updatestore.h"
#include "core/storage/verdictstore.h"
#include "core/storage/versionstore.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

TaskRow readTaskRow(Query &query)
{
    TaskRow row;
    row.task = query.id<TaskId>(0);
    row.place = {query.number(1), query.value<Phase>(2), query.number(3), 0};
    row.key = query.text(4);
    row.title = query.text(5);
    row.split = query.value<Split>(6);
    row.state = query.value<TaskState>(7);
    row.version = query.number(8);
    row.attempts = query.number(9);
    row.testsPassed = query.number(10);
    row.testsTotal = query.number(11);
    row.errorClass = query.value<ErrorClass>(12);
    row.tokens = query.integer(13);
    row.exposed = query.flag(14);
    row.firstTry = query.flag(15);
    return row;
}

QString selectTasks(const QString &rest)
{
    return u"SELECT o.task_id, o.round, o.phase, o.task, coalesce(task.key, ''), coalesce(task.title, ''), o.split, o.state, "
           "o.version, o.attempts, o.tests_passed, o.tests_total, o.error_class, o.tokens, o.exposed, o.first_try "
           "FROM outcome o LEFT JOIN task ON task.id = o.task_id WHERE o.run = ? AND o.round = ? "_s + rest;
}

} // namespace

Result<RunRow> RunReader::complete(Run run)
{
    RunRow row{std::move(run)};
    const Result<Suite> suite = SuiteStore(m_database).byId(row.run.suite);
    const auto holder = LeaseStore(m_database).holder(row.run.id);
    const auto rounds = RoundStore(m_database).all(row.run.id);
    Query query(m_database,
        u"SELECT coalesce(sum(attempts), 0), coalesce(sum(tokens), 0), coalesce(sum(cost), 0.0) FROM outcome WHERE run = ?"_s,
        row.run.id);
    const Result<bool> sums = query.first();
    if (!suite || !holder || !rounds || !sums) {
        return std::unexpected(!suite ? suite.error() : !holder ? holder.error() : !rounds ? rounds.error() : sums.error());
    }
    row.suiteName = suite->name;
    row.tasks = suite->taskCount;
    row.attempts = query.number(0);
    row.tokens = query.integer(1);
    row.cost = query.real(2);
    row.live = holder->has_value();
    if (!rounds->isEmpty())
        row.lastRound = rounds->last();
    return row;
}

Result<QList<RunRow>> RunReader::runs()
{
    const Result<QList<Run>> runs = RunStore(m_database).all();
    if (!runs)
        return std::unexpected(runs.error());
    QList<RunRow> rows;
    for (const Run &run : *runs) {
        Result<RunRow> row = complete(run);
        if (!row)
            return std::unexpected(row.error());
        rows.append(std::move(*row));
    }
    return rows;
}

Result<RunRow> RunReader::run(RunId run)
{
    return RunStore(m_database).byId(run).and_then([this](const Run &found) { return complete(found); });
}

Result<QList<Round>> RunReader::rounds(RunId run)
{
    return RoundStore(m_database).all(run);
}

Result<QList<TaskRow>> RunReader::tasks(RunId run, int round, Phase phase)
{
    Query query(m_database, selectTasks(u"AND o.phase = ? ORDER BY o.task"_s), run, round, phase);
    return collect<TaskRow>(query, readTaskRow);
}

Result<QList<TaskRow>> RunReader::tasks(RunId run, int round)
{
    Query query(m_database, selectTasks(u"ORDER BY o.phase, o.task"_s), run, round);
    return collect<TaskRow>(query, readTaskRow);
}

Result<QList<AttemptRow>> RunReader::attempts(RunId run, const AttemptFilter &filter)
{
    return AttemptStore(m_database).rows(run, filter);
}

Result<AttemptDetail> RunReader::attempt(AttemptId id)
{
    auto attempt = AttemptStore(m_database).byId(id);
    if (!attempt)
        return std::unexpected(attempt.error());
    auto task = SuiteStore(m_database).task(attempt->task);
    auto visible = VerdictStore(m_database).byAttempt(id, Visibility::Visible);
    auto hidden = VerdictStore(m_database).byAttempt(id, Visibility::Hidden);
    auto own = VerdictStore(m_database).byAttempt(id, Visibility::Own);
    auto reflection = ReflectionStore(m_database).byAttempt(id);
    if (!task)
        return std::unexpected(task.error());
    if (!visible || !hidden)
        return std::unexpected(visible ? hidden.error() : visible.error());
    if (!reflection || !own)
        return std::unexpected(reflection ? own.error() : reflection.error());
    const auto looked = EventStore(m_database).find<ToolsRun>(attempt->run, attempt->place);
    if (!looked)
        return std::unexpected(looked.error());
    return AttemptDetail{std::move(*attempt), std::move(*task), std::move(*visible), std::move(*hidden), std::move(*reflection),
        std::move(*own), *looked ? (*looked)->reports : QList<ToolReport>()};
}

Result<QList<VersionRow>> RunReader::versions(RunId run)
{
    const auto versions = VersionStore(m_database).all(run);
    const auto learned = outcomes(run, Phase::Learn);
    const auto watched = outcomes(run, Phase::Watch);
    if (!versions)
        return std::unexpected(versions.error());
    if (!learned || !watched)
        return std::unexpected(learned ? watched.error() : learned.error());
    QList<VersionRow> rows;
    for (const PromptVersion &version : *versions) {
        VersionRow row{version};
        const auto count = [&](const QList<OutcomeRow> &outcomes, int &tasks, int &solved) {
            for (const OutcomeRow &outcome : outcomes) {
                if (outcome.version != version.number || !outcome.counts)
                    continue;
                ++tasks;
                solved += outcome.solved ? 1 : 0;
                if (outcome.place.phase == Phase::Learn && !row.rounds.contains(outcome.place.round))
                    row.rounds.append(outcome.place.round);
            }
        };
        count(*learned, row.tasks, row.solved);
        count(*watched, row.watchTasks, row.watchSolved);
        rows.append(row);
    }
    return rows;
}

Result<QList<Update>> RunReader::updates(RunId run)
{
    return UpdateStore(m_database).all(run);
}

Result<QList<SafetyDecision>> RunReader::decisions(RunId run)
{
    return SafetyStore(m_database).all(run);
}

Result<QList<OutcomeRow>> RunReader::outcomes(RunId run, Phase phase)
{
    Query query(m_database,
        u"SELECT round, phase, task, version, split, state, exposed, first_try, error_class FROM outcome "
        "WHERE run = ? AND phase = ? AND state <> ? ORDER BY round, task"_s,
        run, phase, TaskState::Running);
    return collect<OutcomeRow>(query, [](Query &row) {
        const auto state = row.value<TaskState>(5);
        return OutcomeRow{{row.number(0), row.value<Phase>(1), row.number(2), 0}, row.number(3), row.value<Split>(4),
            state == TaskState::Solved, row.flag(6), row.flag(7), state != TaskState::Infrastructure,
            row.value<ErrorClass>(8)};
    });
}

Result<LiveCursor> RunReader::latest(RunId run)
{
    LiveCursor cursor;
    Query last(m_database, u"SELECT id FROM event WHERE run = ? ORDER BY id DESC LIMIT 1"_s, run);
    Query task(m_database,
        u"SELECT round, phase, task, attempt FROM event WHERE run = ? AND task >= 0 AND phase <> %1 ORDER BY id DESC LIMIT 1"_s
            .arg(int(Phase::Person)), run);      // what people say of an attempt is not where the run is
    Query attempt(m_database, u"SELECT id FROM attempt WHERE run = ? ORDER BY id DESC LIMIT 1"_s, run);
    for (Query *query : {&last, &task, &attempt}) {
        const Result<bool> found = query->first();
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            continue;
        if (query == &last)
            cursor.sequence = query->integer(0);
        else if (query == &task)
            cursor.place = query->place(0);
        else
            cursor.attempt = query->id<AttemptId>(0);
    }
    return cursor;
}

} // namespace autodidact
