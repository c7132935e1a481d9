#pragma once

#include "core/sandbox/wire.h"

#include <sys/types.h>

namespace autodidact::sandbox {

/// Uses of the processes of the running attempt, all together.
struct Usage {
    uint64_t cpuUs = 0;
    uint64_t memoryKb = 0;
    uint32_t processes = 0; ///< threads included
};

/// The processes of an attempt: all that this server's /proc shows except the first one and the
/// server; without namespaces, those of two sessions.
struct Crowd {
    bool everybody = true;
    pid_t sessions[2] = {-1, -1};
};

/// Looks at every process of the attempt. \p limitKb: where the plain sum of resident pages exceeds
/// it, shared pages are divided by their users.
Usage lookAround(const Crowd &crowd, uint64_t limitKb);

/// What a listener decided.
struct Notice {
    int forbiddenCall = -1;
    bool tooManyProcesses = false;
};

/// What an attempt asked for so far.
struct Asked {
    uint32_t processes = 0; ///< and threads
    uint32_t sockets = 0;   ///< of the internet
};

/// Answers one waiting system call on \p listener, and counts it in \p asked. \p nameService: the C library's question for a user's name is refused like any socket, but not held
/// against the program.
Notice answerCall(int listener, const Request &request, const Crowd &crowd, Asked &asked, bool nameService);

/// Milliseconds on a clock that only goes forward.
uint64_t clockMs();
uint64_t clockUs();

} // namespace autodidact::sandbox
