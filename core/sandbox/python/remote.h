#pragma once

#include "core/sandbox/supervisor/channel.h"
#include "pyabi.h"

namespace autodidact::sandbox {

/// The tests' side of the channel to the solution.
struct SolutionLink {
    const char *lost = nullptr; ///< one of the reasons above, or null while answers come
    uint64_t cpuUs = 0;         ///< CPU time of the solution's process as of its last answer
};

SolutionLink &solutionLink();

/// The names of a test, made from what the solution says it holds: stubs that call it, plain
/// values, exception types. Null when the offers make no sense.
Ref adoptSolution(Reader &offers, PyObject *entryName);

} // namespace autodidact::sandbox
