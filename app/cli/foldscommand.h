#pragma once

#include "app/cli/console.h"
#include "core/domain/run.h"
#include "core/storage/database.h"

namespace autodidact {

/// Plays the folds of \p config one after the other, as runs NAME-fold-1 …; finished ones are kept, interrupted ones go on.
/// Then pools them. Conflict where a run of that name has other settings.
Result<int> playFolds(Database &database, RunConfig config, int jobs, Console &console);

/// Prints what the folds NAME-fold-1 … say together.
Result<int> reportFolds(Database &database, const QString &name, Console &console);

} // namespace autodidact
