#pragma once

#include "core/runners/runner.h"
#include "core/runners/stepplan.h"
#include "core/sandbox/server.h"

#include <QStringList>

namespace autodidact {

/// The verdict on an answer that could not be made a change: class syntax, one diagnostic a problem, no test run.
Verdict refusedChange(const Execution &execution, const QStringList &problems);

/// The verdict on a change that did something to the tests: class logic, tampering, no test run.
Verdict tamperedChange(const Execution &execution, const QString &reason);

/// The verdict where the task itself cannot be judged here: class infrastructure, which counts for nobody.
Verdict unfitTask(const Execution &execution, const QString &reason);

/// The verdict of the test commands. Tests and program share processes, and the framework's report is believed; commands
/// that write none are one test each, passed where they end with 0.
Verdict classifyRepository(
    const Execution &execution, const RawAttempt &attempt, const StepReport &report, const QStringList &setUp);

} // namespace autodidact
