#pragma once

#include "core/events/event.h"
#include "core/storage/database.h"

namespace autodidact {

/// What the row of an event needs to know of what was stored for it.
struct Recorded {
    qint64 ref = 0;
    qint64 ref2 = 0;
    QString payload;    ///< empty where `ref` leads to everything
};

/// Stores the rows that an event stands for. Private to core/storage: Journal calls it in its transaction.
class EventRecorder
{
public:
    explicit EventRecorder(Database &database) : m_database(database) {}

    /// Fills in run, place, ids and times of the payload.
    Result<Recorded> record(Event &event);

private:
    Result<Recorded> record(const Event &event, RunStarted &payload);
    Result<Recorded> record(const Event &event, RunStatusChanged &payload);
    Result<Recorded> record(const Event &event, RoundStarted &payload);
    Result<Recorded> record(const Event &event, TaskStarted &payload);
    Result<Recorded> record(const Event &event, AttemptAnswered &payload);
    Result<Recorded> record(const Event &event, VerdictReached &payload);
    Result<Recorded> record(const Event &event, ReflectionWritten &payload);
    Result<Recorded> record(const Event &event, TaskFinished &payload);
    Result<Recorded> record(const Event &event, MemoryStored &payload);
    Result<Recorded> record(const Event &event, UpdateProposed &payload);
    Result<Recorded> record(const Event &event, VersionAdmitted &payload);
    Result<Recorded> record(const Event &event, VersionRejected &payload);
    Result<Recorded> record(const Event &event, GuardDecided &payload);
    Result<Recorded> record(const Event &event, RoundFinished &payload);
    Result<Recorded> record(const Event &event, ToolsRun &payload);
    Result<Recorded> record(const Event &event, SearchLearnt &payload);
    Result<Recorded> record(const Event &event, UpdateMeasured &payload);
    Result<Recorded> record(const Event &event, UpdateJudged &payload);
    Result<Recorded> record(const Event &event, VersionPublished &payload);
    Result<Recorded> record(const Event &event, CreditMeasured &payload);
    Result<Recorded> record(const Event &event, LessonsDistilled &payload);
    Result<Recorded> record(const Event &event, TasksAdded &payload);
    Result<Recorded> record(const Event &event, FeedbackGiven &payload);

    Status countAttempt(const Attempt &attempt);
    Status noteHiddenVerdict(AttemptId attempt, const Verdict &verdict);

    Database &m_database;
};

} // namespace autodidact
