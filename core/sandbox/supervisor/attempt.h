#pragma once

#include "buffer.h"
#include "core/sandbox/wire.h"
#include "group.h"

#include <linux/filter.h>

namespace autodidact::sandbox {

/// Who a forked child is.
enum class Side { Solution, Tests, Both };

/// What a server does in the language it serves. Plain functions: a server has no C++ run time library.
struct Language {
    void (*beforeFork)();
    void (*afterFork)(); ///< in the supervisor
    /// In the child, which is limited and filtered now: does everything, and ends the process.
    void (*live)(Side side, const Request &request, const Buffer &program, const Buffer &tests);
    bool asksNameService = false;    ///< its run time library looks up the user's name
    bool limitsAddressSpace = true; ///< false where an interpreter reserves more than it ever uses
    uint32_t baseMb = 0; ///< memory of the interpreter itself, beyond what the task may use
    /// Where the first process of an attempt says how much memory may be used from now on; shared with it, null where it
    /// has no say. 0: what the request says. What it runs cannot reach it.
    volatile uint32_t *memoryMb = nullptr;
    void (*inChild)() = nullptr; ///< in the child, before it is limited and loses its descriptors; may be null
};

/// What stands between an attempt and the machine, beside its limits.
enum class Walls {
    Namespaces, ///< namespaces of its own within the server's, and the filter
    FilterOnly, ///< the filter alone, which must be a sealed one
    Nothing,    ///< the gear "none"
};

/// What every attempt of a server uses.
struct Surroundings {
    const Language *language = nullptr;
    sock_fprog filter{};
    int null = -1;
    int pidNamespace = -1;
    int mountNamespace = -1;
    int ipcNamespace = -1;
    uint64_t addressSpace = 0; ///< of the server, in bytes
    int processes = -1; ///< folder /proc
    Group *group = nullptr;
    const char *memoryModule =
        nullptr;        ///< file to hide from shared processes (it reads memory at will), or null
    Walls walls = Walls::Namespaces;

    bool inNamespaces() const { return walls == Walls::Namespaces; }
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
