#pragma once

#include "app/cli/arguments.h"
#include "core/domain/run.h"
#include "core/storage/database.h"

namespace autodidact {

/// Drops task files into the inbox of a run, for its next round; all of them or none.
Result<int> addTasks(const Arguments &arguments, Database &database, const Run &run, const QStringList &files);

/// What a run did on a day, today unless --day says otherwise.
Result<int> summariseDay(const Arguments &arguments, Database &database, const Run &run);

/// Stores what a person says of an attempt.
Result<int> giveFeedback(const Arguments &arguments, Database &database, const Run &run);

} // namespace autodidact
