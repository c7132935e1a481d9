#pragma once

#include "core/base/error.h"

namespace autodidact {

class Database;

/// Version of the schema that this program reads and writes; kept in `PRAGMA user_version`.
inline constexpr int SchemaVersion = 1;

/// "Auto" in ASCII; marks a file as ours in `PRAGMA application_id`.
inline constexpr int ApplicationId = 0x4175746f;

/// Brings a database of version \p from up to SchemaVersion, all or nothing. 0 is an empty file.
Status migrate(Database &database, int from);

} // namespace autodidact
