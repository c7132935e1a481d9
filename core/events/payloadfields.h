#pragma once

#include "core/events/runfields.h"

namespace autodidact {

// The fields of the event payloads.

template<typename A, Is<SignalUse> T>
void fields(A &a, T &x)
{
    a("consumer"_L1, x.consumer);
    a("signal"_L1, x.signal);
    a("split"_L1, x.split);
}

template<typename A, Is<RunStarted> T>
void fields(A &a, T &x)
{
    a("config"_L1, x.config);
    a("suiteName"_L1, x.suiteName);
    a("suiteHash"_L1, x.suiteHash);
    a("splits"_L1, x.splits);
    a("warnings"_L1, x.warnings);
    a("testsHash"_L1, x.testsHash);
}

template<typename A, Is<RunStatusChanged> T>
void fields(A &a, T &x)
{
    a("status"_L1, x.status);
    a("detail"_L1, x.detail);
    a("why"_L1, x.why);
}

template<typename A, Is<RoundStarted> T>
void fields(A &a, T &x)
{
    a("round"_L1, x.round);
    a("tasks"_L1, x.tasks);
}

template<typename A, Is<TaskStarted> T>
void fields(A &a, T &x)
{
    a("task"_L1, x.task);
    a("key"_L1, x.key);
    a("split"_L1, x.split);
    a("picks"_L1, x.picks);
}

template<typename A, Is<AttemptAnswered> T>
void fields(A &a, T &x)
{
    a("attempt"_L1, x.attempt);
}

template<typename A, Is<VerdictReached> T>
void fields(A &a, T &x)
{
    a("attempt"_L1, x.attempt);
    a("verdict"_L1, x.verdict);
}

template<typename A, Is<ReflectionWritten> T>
void fields(A &a, T &x)
{
    a("reflection"_L1, x.reflection);
}

template<typename A, Is<TaskFinished> T>
void fields(A &a, T &x)
{
    a("task"_L1, x.task);
    a("key"_L1, x.key);
    a("lastAttempt"_L1, x.lastAttempt);
    a("attempts"_L1, x.attempts);
    a("solved"_L1, x.solved);
    a("exposed"_L1, x.exposed);
    a("firstTry"_L1, x.firstTry);
    a("errorClass"_L1, x.errorClass);
}

template<typename A, Is<MemoryStored> T>
void fields(A &a, T &x)
{
    a("memory"_L1, x.memory);
    a("act"_L1, x.act);
    a("reason"_L1, x.reason);
    a.local("batch"_L1, x.batch);
}

template<typename A, Is<UpdateProposed> T>
void fields(A &a, T &x)
{
    a("update"_L1, x.update);
}

template<typename A, Is<VersionAdmitted> T>
void fields(A &a, T &x)
{
    a("version"_L1, x.version);
    a("update"_L1, x.update);
}

template<typename A, Is<VersionRejected> T>
void fields(A &a, T &x)
{
    a("update"_L1, x.update);
    a("reason"_L1, x.reason);
    a("why"_L1, x.why);
}

template<typename A, Is<GuardDecided> T>
void fields(A &a, T &x)
{
    a("decision"_L1, x.decision);
}

template<typename A, Is<RoundFinished> T>
void fields(A &a, T &x)
{
    a("round"_L1, x.round);
}

template<typename A, Is<ToolsRun> T>
void fields(A &a, T &x)
{
    a("attempt"_L1, x.attempt);
    a("reports"_L1, x.reports);
}

template<typename A, Is<SearchLearnt> T>
void fields(A &a, T &x)
{
    a("kind"_L1, x.kind);
    a("table"_L1, x.table);
    a("weights"_L1, x.weights);
}

template<typename A, Is<UpdateMeasured> T>
void fields(A &a, T &x)
{
    a("update"_L1, x.update);
    a("validation"_L1, x.validation);
}

template<typename A, Is<UpdateJudged> T>
void fields(A &a, T &x)
{
    a("update"_L1, x.update);
    a("approved"_L1, x.approved);
    a("reason"_L1, x.reason);
}

template<typename A, Is<VersionPublished> T>
void fields(A &a, T &x)
{
    a("version"_L1, x.version);
    a("channel"_L1, x.channel);
    a("withdrawn"_L1, x.withdrawn);
    a("reason"_L1, x.reason);
}

template<typename A, Is<CreditMeasured> T>
void fields(A &a, T &x)
{
    a.mapped("memory"_L1, x.memory);
    a("revision"_L1, x.revision);
    a("pairs"_L1, x.pairs);
    a("helped"_L1, x.helped);
    a("harmed"_L1, x.harmed);
}

template<typename A, Is<LessonsDistilled> T>
void fields(A &a, T &x)
{
    a("attempt"_L1, x.attempt);
    a("lessons"_L1, x.lessons);
    a("origin"_L1, x.origin);
    a("usage"_L1, x.usage);
}

template<typename A, Is<TasksAdded> T>
void fields(A &a, T &x)
{
    a("suiteHash"_L1, x.suiteHash);
    a("source"_L1, x.source);
    a("first"_L1, x.first);
    a("splits"_L1, x.splits);
    a("problem"_L1, x.problem);
}

template<typename A, Is<FeedbackGiven> T>
void fields(A &a, T &x)
{
    a("attempt"_L1, x.attempt);
    a("thumb"_L1, x.thumb);
    a("comment"_L1, x.comment);
    a("code"_L1, x.code);
    a("verdict"_L1, x.verdict);
}

template<typename A, Is<Event> T>
void fields(A &a, T &x)
{
    a.local("sequence"_L1, x.sequence);
    a("run"_L1, x.run);
    a("round"_L1, x.place.round);
    a("phase"_L1, x.place.phase);
    a("task"_L1, x.place.task);
    a("attempt"_L1, x.place.attempt);
    a("step"_L1, x.step);
    a("uses"_L1, x.uses);
    a("byPerson"_L1, x.byPerson);
    a("at"_L1, x.at);
}

} // namespace autodidact
