#pragma once

#include "app/cli/arguments.h"
#include "core/domain/suite.h"
#include "core/domain/task.h"
#include "core/storage/database.h"

namespace autodidact {

/// The database that --db names, with the bundled suites in it.
Result<std::unique_ptr<Database>> openDatabase(const Arguments &arguments);

struct SuiteWithTasks {
    Suite suite;
    QList<Task> tasks;
};

/// NotFound names the suites there are.
Result<SuiteWithTasks> loadSuite(Database &database, const QString &name);

} // namespace autodidact
