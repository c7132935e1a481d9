#include "app/cli/database.h"

#include "app/composition.h"
#include "core/storage/suitestore.h"

namespace autodidact {

Result<std::unique_ptr<Database>> openDatabase(const Arguments &arguments)
{
    Result<std::unique_ptr<Database>> database = Database::open(arguments.databasePath(), OpenMode::ReadWrite);
    if (!database)
        return database;
    if (const Status bundled = ensureBundledSuites(**database); !bundled)
        return std::unexpected(bundled.error());
    return database;
}

Result<SuiteWithTasks> loadSuite(Database &database, const QString &name)
{
    SuiteStore store(database);
    const Result<Suite> suite = store.byName(name);
    if (!suite)
        return std::unexpected(suite.error());
    const Result<QList<Task>> tasks = store.tasks(suite->id);
    if (!tasks)
        return std::unexpected(tasks.error());
    return SuiteWithTasks{*suite, *tasks};
}

} // namespace autodidact
