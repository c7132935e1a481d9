#pragma once

#include "attempt.h"
#include "core/sandbox/wire.h"

#include <linux/filter.h>

namespace autodidact::sandbox {

/// Descriptors that a child keeps, by their numbers after enterAttempt().
inline constexpr int channelFd = 3; ///< between solution and tests
inline constexpr int reportFd = 4;  ///< tests' side: records for the core

/// What a child starts from; -1 where it has none.
struct ChildFds {
    int null = -1;
    int output = -1; ///< becomes stdout and stderr
    int channel = -1;
    int report = -1;
    int listener = -1; ///< socket on which the filter's listener goes to the supervisor
    sock_fprog filter{};
    int processes = -1; ///< folder /proc of the server
    Walls walls = Walls::Namespaces;
    const char *workFolder = "/work"; ///< where the process begins
    uint64_t addressSpace = 0; ///< bytes mapped by the server; the memory limit counts from there; 0: no such limit
};

/// Makes the namespaces of an attempt around the calling process and its next children: process
/// ids, mounts, IPC. Mounts the private work folder that \p request wants and hides /proc and \p hiddenFile
/// (may be null). What failed, or null.
const char *makeNamespaces(const Request &request, const char *hiddenFile);

/// Gives up everything the calling process does not need: descriptors, capabilities, system calls,
/// resources. Ends the process on failure. Afterwards only the code under test and what it may use
/// is left.
void enterAttempt(const Request &request, const ChildFds &fds);

/// Seconds of CPU time after which the kernel ends a process that may use \p cpuMs. Exact clocks decide; the kernel counts by
/// ticks, may be ahead of them, and must not be the first.
constexpr uint64_t cpuBackstopS(uint32_t cpuMs)
{
    return cpuMs / 1000 + cpuMs / 4000 + 2;
}

/// Exit code of a child that could not be set up.
inline constexpr int setupExit = 86;

} // namespace autodidact::sandbox
