#include "core/storage/eventrecorder.h"

#include "core/storage/attemptstore.h"
#include "core/storage/memorystore.h"
#include "core/storage/query.h"
#include "core/storage/reflectionstore.h"
#include "core/storage/roundstore.h"
#include "core/storage/runstore.h"
#include "core/storage/safetystore.h"
#include "core/storage/texts.h"
#include "core/storage/updatestore.h"
#include "core/storage/verdictstore.h"
#include "core/storage/versionstore.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The payload stands in the event's own row.
template<typename Payload>
Result<Recorded> inRow(Database &database, const Payload &payload, qint64 ref = 0, qint64 ref2 = 0)
{
    return bodyOf(database, payload).transform([&](const QString &body) { return Recorded{ref, ref2, body}; });
}

TaskState stateOf(const TaskFinished &finished)
{
    if (finished.errorClass == ErrorClass::Infrastructure)
        return TaskState::Infrastructure;
    return finished.solved ? TaskState::Solved : TaskState::Failed;
}

} // namespace

Result<Recorded> EventRecorder::record(Event &event)
{
    return std::visit([&](auto &payload) { return record(event, payload); }, event.payload);
}

Result<Recorded> EventRecorder::record(const Event &, RunStarted &payload)
{
    return inRow(m_database, payload);
}

Result<Recorded> EventRecorder::record(const Event &event, RunStatusChanged &payload)
{
    const Status done = RunStore(m_database).setStatus(event.run, payload.status, payload.detail);
    return done.and_then([&] { return inRow(m_database, payload); });
}

Result<Recorded> EventRecorder::record(const Event &event, RoundStarted &payload)
{
    payload.round.run = event.run;
    Status done = RoundStore(m_database).put(payload.round);
    if (done)
        done = RunStore(m_database).setCurrentVersion(event.run, payload.round.version);
    return done.and_then([&] { return inRow(m_database, payload); });
}

Result<Recorded> EventRecorder::record(const Event &event, RoundFinished &payload)
{
    payload.round.run = event.run;
    Status done = RoundStore(m_database).put(payload.round);
    if (done)
        done = RunStore(m_database).setRoundsDone(event.run, payload.round.number);
    return done.and_then([&] { return inRow(m_database, payload); });
}

Result<Recorded> EventRecorder::record(const Event &event, TaskStarted &payload)
{
    const Status done = execute(m_database,
        u"INSERT OR REPLACE INTO outcome (run, round, phase, task, task_id, split) VALUES (?, ?, ?, ?, ?, ?)"_s, event.run,
        event.place.round, event.place.phase, event.place.task, payload.task.value, payload.split);
    return done.and_then([&] { return inRow(m_database, payload, payload.task.value); });
}

Status EventRecorder::countAttempt(const Attempt &attempt)
{
    return execute(m_database,
        u"INSERT INTO outcome (run, round, phase, task, task_id, split, version, tokens, cost, attempts) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET version = excluded.version, "
        "tokens = tokens + excluded.tokens, cost = cost + excluded.cost, attempts = attempts + 1"_s,
        attempt.run, attempt.place.round, attempt.place.phase, attempt.place.task, attempt.task.value, attempt.split,
        attempt.version, attempt.usage.promptTokens + attempt.usage.completionTokens, attempt.usage.cost);
}

Result<Recorded> EventRecorder::record(const Event &event, AttemptAnswered &payload)
{
    Attempt &attempt = payload.attempt;
    attempt.run = event.run;
    attempt.place = event.place;
    if (!attempt.startedAt.isValid())
        attempt.startedAt = event.at;
    const Result<AttemptId> id = AttemptStore(m_database).add(attempt);
    if (!id)
        return std::unexpected(id.error());
    attempt.id = *id;
    return countAttempt(attempt).transform([&] { return Recorded{id->value, 0, {}}; });
}

Status EventRecorder::noteHiddenVerdict(AttemptId attempt, const Verdict &verdict)
{
    if (verdict.counts()) {
        const Status done =
            execute(m_database, u"UPDATE memory_use SET success = ? WHERE attempt = ?"_s, verdict.passed, attempt);
        if (!done)
            return done;
    }
    return execute(m_database,
        u"UPDATE outcome SET tests_passed = ?, tests_total = ?, error_class = ? FROM attempt a WHERE a.id = ? AND "
        "outcome.run = a.run AND outcome.round = a.round AND outcome.phase = a.phase AND outcome.task = a.task"_s,
        qint64(std::ranges::count_if(verdict.tests, &TestResult::passed)), qint64(verdict.tests.size()),
        verdict.errorClass, attempt);
}

Result<Recorded> EventRecorder::record(const Event &, VerdictReached &payload)
{
    const Result<qint64> id = VerdictStore(m_database).add(payload.attempt, payload.verdict);
    if (!id)
        return std::unexpected(id.error());
    const Status done = payload.verdict.scope == Visibility::Hidden
        ? noteHiddenVerdict(payload.attempt, payload.verdict)
        : Status();
    return done.transform([&] { return Recorded{*id, payload.attempt.value, {}}; });
}

Result<Recorded> EventRecorder::record(const Event &event, ReflectionWritten &payload)
{
    payload.reflection.place = event.place;
    return ReflectionStore(m_database).add(payload.reflection).transform([&](qint64 id) { return Recorded{id, 0, {}}; });
}

Result<Recorded> EventRecorder::record(const Event &event, TaskFinished &payload)
{
    const Status done = execute(m_database,
        u"INSERT INTO outcome (run, round, phase, task, task_id, split, state, attempts, exposed, first_try, error_class) "
        "VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state, "
        "attempts = excluded.attempts, exposed = excluded.exposed, first_try = excluded.first_try, "
        "error_class = excluded.error_class"_s,
        event.run, event.place.round, event.place.phase, event.place.task, payload.task.value, stateOf(payload),
        payload.attempts, payload.exposed, payload.firstTry, payload.errorClass);
    return done.and_then([&] { return inRow(m_database, payload, payload.task.value, payload.lastAttempt.value); });
}

Result<Recorded> EventRecorder::record(const Event &event, MemoryStored &payload)
{
    MemoryStore store(m_database);
    if (!payload.memory.id.isValid() && !payload.memory.set.isValid()) {
        const Result<MemorySet> set = store.setOfRun(event.run);
        if (!set)
            return std::unexpected(set.error());
        payload.memory.set = set->id;
    }
    Result<Memory> stored = store.store(payload.memory, {payload.act, payload.reason, payload.batch, event.byPerson});
    if (!stored)
        return std::unexpected(stored.error());
    payload.memory = std::move(*stored);
    return Recorded{payload.memory.id.value, payload.memory.revision, {}};
}

Result<Recorded> EventRecorder::record(const Event &event, UpdateProposed &payload)
{
    payload.update.run = event.run;
    payload.update.place = event.place;
    const Result<UpdateId> id = UpdateStore(m_database).add(payload.update);
    if (!id)
        return std::unexpected(id.error());
    payload.update.id = *id;
    return inRow(m_database, payload, id->value);
}

Result<Recorded> EventRecorder::record(const Event &event, VersionAdmitted &payload)
{
    payload.version.run = event.run;
    payload.version.createdAt = event.at;
    Status done = VersionStore(m_database).add(payload.version);
    if (done && payload.update.isValid())
        done = UpdateStore(m_database).accept(payload.update, payload.version.number);
    if (done)
        done = RunStore(m_database).setCurrentVersion(event.run, payload.version.number);
    return done.and_then([&] { return inRow(m_database, payload, payload.update.value); });
}

Result<Recorded> EventRecorder::record(const Event &, VersionRejected &payload)
{
    const Status done = UpdateStore(m_database).reject(payload.update, {payload.reason, payload.why});
    return done.and_then([&] { return inRow(m_database, payload, payload.update.value); });
}

Result<Recorded> EventRecorder::record(const Event &event, GuardDecided &payload)
{
    SafetyDecision &decision = payload.decision;
    decision.run = event.run;
    decision.place = event.place;
    const Result<qint64> id = SafetyStore(m_database).add(decision);
    if (!id)
        return std::unexpected(id.error());
    decision.id = *id;
    Status done;
    if (decision.action == SafetyAction::RollBack || decision.action == SafetyAction::Undo)
        done = RunStore(m_database).setCurrentVersion(event.run, decision.toVersion);
    return done.and_then([&] { return inRow(m_database, payload, decision.id, decision.undoes); });
}

Result<Recorded> EventRecorder::record(const Event &, ToolsRun &payload)
{
    return inRow(m_database, payload, payload.attempt.value);
}

Result<Recorded> EventRecorder::record(const Event &, SearchLearnt &payload)
{
    return inRow(m_database, payload);
}

Result<Recorded> EventRecorder::record(const Event &, UpdateMeasured &payload)
{
    const Status done = UpdateStore(m_database).setValidation(payload.update, payload.validation);
    return done.and_then([&] { return inRow(m_database, payload, payload.update.value); });
}

Result<Recorded> EventRecorder::record(const Event &, UpdateJudged &payload)
{
    return inRow(m_database, payload, payload.update.value);
}

Result<Recorded> EventRecorder::record(const Event &, VersionPublished &payload)
{
    return inRow(m_database, payload);
}

Result<Recorded> EventRecorder::record(const Event &, CreditMeasured &payload)
{
    return inRow(m_database, payload, payload.memory.value);
}

Result<Recorded> EventRecorder::record(const Event &, LessonsDistilled &payload)
{
    return inRow(m_database, payload, payload.attempt.value);
}

Result<Recorded> EventRecorder::record(const Event &, TasksAdded &payload)
{
    return inRow(m_database, payload);
}

Result<Recorded> EventRecorder::record(const Event &, FeedbackGiven &payload)
{
    return inRow(m_database, payload, payload.attempt.value);
}

} // namespace autodidact
