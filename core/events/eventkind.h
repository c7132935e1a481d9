#pragma once

#include "core/events/event.h"

namespace autodidact {

/// Kind of an event's payload. Persisted: never renumber.
enum class EventKind {
    RunStarted = 1, RunStatusChanged = 2, RoundStarted = 3, TaskStarted = 4, AttemptAnswered = 5, VerdictReached = 6,
    ReflectionWritten = 7, TaskFinished = 8, MemoryStored = 9, UpdateProposed = 10, VersionAdmitted = 11,
    VersionRejected = 12, GuardDecided = 13, RoundFinished = 14, ToolsRun = 15, SearchLearnt = 16, UpdateMeasured = 17,
    UpdateJudged = 18, VersionPublished = 19, CreditMeasured = 20, LessonsDistilled = 21,
    TasksAdded = 22, FeedbackGiven = 23,
};

/// The alternatives of EventPayload stand in the order of the kinds.
constexpr int EventKindCount = std::variant_size_v<EventPayload>;
static_assert(EventKindCount == int(EventKind::FeedbackGiven));

inline EventKind kindOf(const EventPayload &payload)
{
    return static_cast<EventKind>(payload.index() + 1);
}

} // namespace autodidact
