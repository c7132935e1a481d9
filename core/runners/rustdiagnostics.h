#pragma once

#include "core/runners/runner.h"

namespace autodidact {

/// Puts what rustc said (`--error-format=json`) into \p verdict: every message about the program, which is \p programFile, with
/// its place, the class, and the first error as the detail.
void classifyRustDiagnostics(const Execution &execution, const QString &programFile, const QString &json, Verdict &verdict);

} // namespace autodidact
