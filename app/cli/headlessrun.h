#pragma once

#include "app/cli/arguments.h"
#include "core/control/runsession.h"

namespace autodidact {

/// Executes a stored run in this thread until it is over; Ctrl+C stops it and keeps what is committed.
/// Gives the status it ended with. Errors: when it could not begin, and Storage when its end could not be stored.
Result<RunStatus> playHeadless(Database &database, RunId run, const SessionParts &parts, int jobs, Console &console);

/// Prints the result of a run (the document of `run --json`, or a summary) and gives its exit code.
Result<int> reportOutcome(Database &database, RunId run, Console &console);

} // namespace autodidact
