// Started by the container engine as the container's first process; becomes the server. Takes away what engines mount and
// no program needs, so that a container shows to attempts what bubblewrap shows.

#include "core/sandbox/wire.h"
#include "handover.h"
#include "rights.h"

#include <errno.h>
#include <fcntl.h>
#include <initializer_list>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

using namespace autodidact::sandbox;

constexpr int missingExit = 3;
constexpr int mostWords = 64;

struct Orders {
    char *words[mostWords + 1] = {};
    int wordCount = 0;
    bool alone = false;
    bool hidden = true; ///< every folder to hide is hidden
};

int failed(const char *what)
{
    fprintf(stderr, "autodidact-sandbox: %s: %s\n", what, strerror(errno));
    return missingExit;
}

void obey(char *text, Orders &orders)
{
    switch (text[0]) {
    case HandoverAlone: orders.alone = true; break;
    case HandoverHidden: orders.hidden = hideFolder(text + 1) && orders.hidden; break;
    case HandoverEnvironment: putenv(text + 1); break;
    case HandoverWord:
        if (orders.wordCount < mostWords)
            orders.words[orders.wordCount++] = text + 1;
        break;
    }
}

/// Of the numbers above 2, the server has those of wire.h and no other.
bool place(const Handover &handover)
{
    int high[mostHandoverFds];
    for (int i = 0; i < handover.fdCount; ++i)
        high[i] = fcntl(handover.fds[i], F_DUPFD, 16);
    for (int i = 0; i < handover.fdCount; ++i) {
        if (dup2(high[i], controlFd + i) != controlFd + i)
            return false;
    }
    return syscall(SYS_close_range, unsigned(controlFd + handover.fdCount), ~0u, 0) == 0;
}

bool talkOnStandardStreams()
{
    return dup2(controlFd, 0) == 0 && dup2(controlFd, 1) == 1 && fcntl(controlFd, F_SETFD, FD_CLOEXEC) == 0
        && fcntl(filterFd, F_SETFD, FD_CLOEXEC) == 0;
}

} // namespace

int main()
{
    Handover &handover = receiveHandover();
    if (handover.size == 0)
        return failed("nothing came from the helper");
    clearenv();
    Orders orders;
    for (char *at = handover.text; at < handover.text + handover.size; at += strlen(at) + 1)
        obey(at, orders);
    if (!orders.hidden || orders.wordCount == 0)
        return failed("a folder could not be hidden");
    for (const char *path : {"/sys", "/dev/shm", "/dev/mqueue", "/dev/pts", "/run/secrets", entryFolder}) {
        if (!takeAway(path))
            return failed(path);
    }
    if (!place(handover) || (orders.alone && !talkOnStandardStreams()) || chdir("/") != 0)
        return failed("the descriptors could not be placed");
    personality(ADDR_NO_RANDOMIZE);
    if (!leaveRoot(orders.alone))
        return failed("rights could not be given up");
    if (orders.alone && !installFilter(filterFd))
        return failed("the system call filter could not be installed");
    execvp(orders.words[0], orders.words);
    return failed(orders.words[0]);
}
