#pragma once

#include "attempt.h"
#include "child.h"

#include <sys/types.h>

namespace autodidact::sandbox {

/// One forked process and the supervisor's ends of it.
struct Child {
    pid_t pid = -1;
    int pidfd = -1;
    int listenerSocket = -1; ///< on which its filter's listener arrives
    int listener = -1;
    bool setUp = false; ///< its listener came, so it is limited and filtered
    bool ended = false;
    int status = 0;

    bool live() const { return pid > 0 && !ended; }
};

/// What a child gets from the supervisor.
struct Heritage {
    const Surroundings &around;
    const Request &request;
    const AttemptFds &fds;
    const char *workFolder = "/work";
    int channel = -1;
};

/// Forks \p side of an attempt. What failed, or null.
const char *forkChild(Child &child, Side side, const Heritage &heritage);

/// Takes the listener from its socket.
void receiveListener(Child &child);

void closeFd(int &fd);

} // namespace autodidact::sandbox
