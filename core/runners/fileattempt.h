#pragma once

#include "core/runners/records.h"
#include "core/runners/runner.h"
#include "core/sandbox/server.h"

namespace autodidact {

/// Where the program of a Files execution lies in the work folder: the entry point where that is a
/// path to a Python file, else "solution.py".
QString programPath(const Execution &execution);

/// Whether \p path is relative and stays below the folder it is relative to.
bool isInsideWorkFolder(const QString &path);

/// What the sandbox needs for a Files execution. BadInput for a file outside the work folder.
Result<AttemptInput> filesInput(const Execution &execution, const Nonce &nonce);

/// The verdict on a Files execution; classes as in classify().
///
/// pytest or unittest, tests and program share one process, so the tests are listed before any of the program's
/// code runs, and each of them must have been reported, by records with the nonce, up to the
/// completing one.
Verdict classifyFiles(const Execution &execution, const RawAttempt &attempt, const Report &report);

} // namespace autodidact
