#pragma once

#include "plan.h"

namespace autodidact::sandbox {

/// What became of a step.
struct StepEnd {
    enum class Over { Nothing = 0, CpuTime = 1, WallTime = 2 };

    int status = 0;         ///< as from wait(2); -1 where the program could not be started
    Over over = Over::Nothing; ///< which limit it was ended for
    uint64_t cpuUs = 0;
    uint64_t wallUs = 0;
};

/// Descriptors of a step; -1: the output of the attempt.
struct StepFds {
    int output = -1;
    int errors = -1;
};

/// Runs one program to its end, feeding it the step's input through a pipe: what was read once (a nonce) cannot be read
/// again, as it could from a file; then ends every other process of the attempt. The caller is the first process of the
/// attempt's process namespace, so nothing can end it.
StepEnd runStep(const Step &step, const StepFds &fds);

} // namespace autodidact::sandbox
