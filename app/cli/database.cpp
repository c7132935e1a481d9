#include "app/cli/database.h"

#include "app/composition.h"

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

} // namespace autodidact
