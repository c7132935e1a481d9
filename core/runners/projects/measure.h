#pragma once

#include "core/runners/projects/project.h"

namespace autodidact {

// Each adds to a project what measures the lines of its program, and how that is read; it leaves the project as it is where
// this machine has no tools for it. What is measured runs in the attempt, after its tests: it can only be wrong about lines.

/// V8's own counts for node's test runner and node-tap; jest brings Istanbul.
void measureNode(Project &project);

/// Compiles with -C instrument-coverage. Debian's compiler lacks the part that writes the counts, LLVM's own package has it;
/// llvm-cov must be of the LLVM that the compiler was made with.
void measureCargo(Project &project);

/// JaCoCo's agent beside the tests, then LineReport; \p tools is where attempts see what makeJavaCoverage() made.
void measureMaven(const Execution &execution, const QString &tools, Project &project);

/// Puts JaCoCo's agent and LineReport into \p folder. Missing names the package.
Status makeJavaCoverage(const QString &folder);

} // namespace autodidact
