#pragma once

#include "core/sandbox/wire.h"

#include <linux/filter.h>

namespace autodidact::sandbox {

/// What every attempt of a server uses.
struct Surroundings {
    sock_fprog filter{};
    int null = -1;
    int pidNamespace = -1;
    int mountNamespace = -1;
    int ipcNamespace = -1;
    uint64_t addressSpace = 0; ///< of the server, in bytes
    const char *memoryModule =
        nullptr;        ///< path of Python's module that reads memory at will, or null
    bool plain = false; ///< no namespaces, no filter: the gear "none"
};

/// Descriptors that came with a request.
struct AttemptFds {
    int program = -1;
    int tests = -1;
    int report = -1;
    int output = -1;
};

/// Runs one attempt from its first fork to the last process' end; closes the descriptors.
void runAttempt(
    const Surroundings &around, const Request &request, const AttemptFds &fds, Reply &reply);

} // namespace autodidact::sandbox
