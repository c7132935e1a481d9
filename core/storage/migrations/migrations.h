#pragma once

#include "core/base/error.h"

#include <span>

namespace autodidact {

class Database;

/// Version of the schema that this program reads and writes; kept in `PRAGMA user_version`.
inline constexpr int SchemaVersion = 1;

/// "Auto" in ASCII; marks a file as ours in `PRAGMA application_id`.
inline constexpr int ApplicationId = 0x4175746f;

/// The statements that lead from one version to the next.
using Migration = std::span<const char16_t *const>;

/// Brings a database of version \p from up to SchemaVersion, all or nothing. 0 is an empty file.
Status migrate(Database &database, int from);

/// The same with other migrations; the i-th leads from version i to i + 1.
Status migrate(Database &database, int from, std::span<const Migration> migrations);

/// Keeps a copy of the database under Database::copyPath; the name appears when the copy is complete.
Status keepCopy(Database &database, int version);

} // namespace autodidact
