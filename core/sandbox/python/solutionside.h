#pragma once

#include "core/sandbox/supervisor/channel.h"
#include "pyabi.h"

namespace autodidact::sandbox {

/// Loads the program into the module "solution". Its namespace (borrowed), or null with a Python
/// error set.
PyObject *loadSolution(const Buffer &program);

/// The life of a process that holds the solution: load, then answer calls until the tests' side is
/// gone.
[[noreturn]] void serveSolution(const Buffer &program);

} // namespace autodidact::sandbox
