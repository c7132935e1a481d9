#pragma once

#include "core/storage/database.h"
#include "core/storage/rows.h"

namespace autodidact {

/// Rounds and tasks of one run, as of one moment of its journal.
struct RunContent {
    QList<Round> rounds;
    QList<TaskRow> tasks;
    qint64 sequence = 0;                 ///< of the last event that they contain
    bool live = false;
};

/// Reads it all; called in the reader thread.
Result<RunContent> readContent(Database &database, RunId run);

} // namespace autodidact
