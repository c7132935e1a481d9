#pragma once

#include "attempt.h"

namespace autodidact::sandbox {

/// The loop of a warm server: takes a request from the core, forks the processes of the attempt,
/// watches them, answers. Never returns in the server itself. Holds no data of any task: programs
/// and tests go to the children as descriptors.
///
/// \p memoryModule: file to hide from shared processes, or null.
[[noreturn]] void serve(const Language &language, Walls walls, const char *memoryModule);

} // namespace autodidact::sandbox
