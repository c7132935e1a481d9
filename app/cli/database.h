#pragma once

#include "app/cli/arguments.h"
#include "core/storage/database.h"

namespace autodidact {

/// The database that --db names, with the bundled suites in it.
Result<std::unique_ptr<Database>> openDatabase(const Arguments &arguments);

} // namespace autodidact
