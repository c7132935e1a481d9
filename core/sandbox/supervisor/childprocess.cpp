#include "childprocess.h"

#include "buffer.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace autodidact::sandbox {

namespace {

void readBlob(int fd, Buffer &blob)
{
    struct stat info{};
    if (fstat(fd, &info) < 0)
        _exit(setupExit);
    const size_t size = size_t(info.st_size);
    if (size > 0 && pread(fd, blob.grow(size), size, 0) != ssize_t(size))
        _exit(setupExit);
}

/// What a child does after the fork; it owns nothing of the supervisor's.
[[noreturn]] void live(Side side, const Heritage &heritage, int listenerSocket)
{
    const Language &language = *heritage.around.language;
    if (language.inChild)
        language.inChild();
    Buffer program;
    Buffer tests;
    if (side != Side::Tests)
        readBlob(heritage.fds.program, program);
    if (side != Side::Solution)
        readBlob(heritage.fds.tests, tests);
    ChildFds fds;
    fds.null = heritage.around.null;
    fds.output = side == Side::Tests ? -1 : heritage.fds.output;
    fds.channel = heritage.channel;
    fds.report = side == Side::Solution ? -1 : heritage.fds.report;
    fds.listener = listenerSocket;
    fds.processes = heritage.around.processes;
    fds.filter = heritage.around.filter;
    fds.walls = heritage.around.walls;
    fds.workFolder = heritage.workFolder;
    fds.addressSpace = heritage.around.addressSpace;
    enterAttempt(heritage.request, fds);
    language.live(side, heritage.request, program, tests);
    _exit(setupExit);
}

} // namespace

void closeFd(int &fd)
{
    if (fd >= 0)
        close(fd);
    fd = -1;
}

const char *forkChild(Child &child, Side side, const Heritage &heritage)
{
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0)
        return "socketpair";
    child.pid = fork();
    if (child.pid == 0)
        live(side, heritage, pair[1]);
    close(pair[1]);
    child.listenerSocket = pair[0];
    if (child.pid < 0)
        return "fork";
    child.pidfd = int(syscall(SYS_pidfd_open, child.pid, 0));
    return child.pidfd < 0 ? "pidfd_open" : nullptr;
}

void receiveListener(Child &child)
{
    char byte = 0;
    iovec piece{&byte, 1};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    if (recvmsg(child.listenerSocket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT) == 1) {
        if (const cmsghdr *head = CMSG_FIRSTHDR(&message))
            memcpy(&child.listener, CMSG_DATA(head), sizeof child.listener);
        child.setUp = child.listener >= 0;
    }
    closeFd(child.listenerSocket);
}

} // namespace autodidact::sandbox
