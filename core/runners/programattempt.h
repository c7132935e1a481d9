#pragma once

#include "core/runners/programtools.h"

namespace autodidact {

/// One run of the program for each test. The accepted outputs stay outside the sandbox: a program can only be right.
StepPlan programPlan(const Execution &execution, const ProgramTools &tools);

/// The verdict; classes as in classify(). An exit code other than 0 is a failure, whatever was written.
Verdict classifyProgram(const Execution &execution, const RawAttempt &attempt, const StepReport &report);

/// Whether \p output is as good as \p accepted: the same words, whatever the space between them; where both words are
/// decimal fractions, they may differ by 1e-6, absolutely or relative to the accepted one.
bool sameOutput(QStringView output, QStringView accepted);

} // namespace autodidact
