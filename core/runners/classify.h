#pragma once

#include "core/runners/records.h"
#include "core/runners/runner.h"
#include "core/runners/stepplan.h"
#include "core/sandbox/server.h"

namespace autodidact {

/// The verdict on a Function execution, from what the supervisor saw and what the tests' side
/// reported.
///
/// Where several things went wrong, the class is the first of: infrastructure (a fault of ours),
/// forbidden, memory, timeout, the failure to load, an early end or a forged report (logic,
/// tampering), the class of the first test that did not pass. A test's class: AssertionError or a
/// result that is no plain value: logic; MemoryError: memory; ImportError: import; everything else,
/// a missing entry point (NameError) included: runtime.
Verdict classify(const Execution &execution, const RawAttempt &attempt, const Report &report);

/// The same where a program that held tests and harness was the step \p run of a plan; it must have said that it finished.
Verdict classifyHarness(const Execution &execution, const RawAttempt &attempt, const StepReport &report, const StepOutcome *run);

/// Output, resources and tests that did not run: what every verdict begins with.
Verdict emptyVerdict(const Execution &execution, const RawAttempt &attempt);

/// Puts class and detail of what the supervisor alone saw into \p verdict; false when it saw
/// nothing wrong.
bool classifySupervision(const RawAttempt &attempt, const Limits &limits, Verdict &verdict);

/// The same for a process that ended before its work was done, although nobody ended it.
void classifyEarlyEnd(const RawAttempt &attempt, Verdict &verdict);

Resources resourcesOf(const sandbox::Reply &reply);

} // namespace autodidact
