#pragma once

#include "core/runners/runner.h"
#include "core/sandbox/options.h"

#include <functional>

namespace autodidact {

/// Runs \p once until its verdict is no fault of the machine, three times at most. An error of the sandbox becomes a
/// verdict of class infrastructure; Cancelled and Missing stay errors. Fills in sandbox, retries, and the gear where the
/// verdict names none.
Result<Verdict> retried(
    const Execution &execution, SandboxGear sandbox, const QString &gear, const std::function<Result<Verdict>()> &once);

} // namespace autodidact
