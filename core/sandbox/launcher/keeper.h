#pragma once

#include "container.h"

namespace autodidact::sandbox {

/// Starts a server in \p container, whose folder and store are chosen here, and stays until it has ended and nothing of it
/// is left. What the process has as controlFd, filterFd and moduleFd goes to the server. The process that calls this may
/// be killed at any time: another one, which it leaves behind, clears up. Returns the exit code.
int keepContainer(Container container, const Served &served);

} // namespace autodidact::sandbox
