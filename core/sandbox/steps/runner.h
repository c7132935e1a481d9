#pragma once

#include "core/sandbox/supervisor/buffer.h"

namespace autodidact::sandbox {

/// The first process of an attempt: places the plan's files and the program's, runs the steps one after the other until
/// one fails that must not, hands back what is wanted, ends.
///
/// Records: "placed" never; "unplaced", path; per step "step", name, status, over time, CPU µs, wall µs; per captured
/// stream "stdout" or "stderr", name, bytes; "file", path, content; at the end Complete.
///
/// \p memoryMb: where each step's limit goes, for the supervisor.
[[noreturn]] void runPlan(const Buffer &program, const Buffer &plan, volatile uint32_t *memoryMb);

} // namespace autodidact::sandbox
