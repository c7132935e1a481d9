#pragma once

#include "core/domain/run.h"
#include "core/domain/task.h"
#include "core/events/event.h"
#include "core/storage/database.h"

namespace autodidact {

/// The tasks of a run, whole and by ordinal: those of its suite, and behind them those that came in while it went on
/// (TasksAdded). Everything that reads what a run worked on asks here.
Result<QList<Task>> tasksOfRun(Database &database, const Run &run);

/// What came in, in order; files that were left out too.
Result<QList<TasksAdded>> additionsOf(Database &database, RunId run);

/// The splits as the run fixed them, by ordinal; empty before it began.
Result<QList<Split>> splitsOf(Database &database, RunId run);

} // namespace autodidact
