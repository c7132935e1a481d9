#pragma once

#include "core/evaluation/runrecord.h"
#include "core/storage/database.h"

namespace autodidact {

/// Everything the metrics and reports need of a run, read from the database in one go. Hashes hold the
/// suite's and the journal's SHA-256; tools hold \p tools.
Result<RunRecord> readRecord(Database &database, RunId run, const QMap<QString, QString> &tools = {});

} // namespace autodidact
