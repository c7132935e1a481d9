#pragma once

#include "app/cli/arguments.h"
#include "core/student/studentoptions.h"

namespace autodidact {

Result<int> studentReport(Invocation &invocation);           ///< the study: what the machinery finds
Result<int> studentStudy(Invocation &invocation);            ///< mechanisms switched on and off, from a plan
Result<int> studentCalibration(Invocation &invocation);      ///< the student beside its formula and its published runs
Result<int> studentTeach(Invocation &invocation);            ///< what one rule does

/// `--world`; BadUsage names the worlds there are.
Result<WorldKind> worldOption(const Arguments &arguments);

} // namespace autodidact
