#include "server.h"

#include "attempt.h"
#include "buffer.h"
#include "core/sandbox/wire.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>

namespace autodidact::sandbox {

namespace {

constexpr int mostAttempts = 1000;
constexpr uint64_t mostResident = 192u << 20;

struct Size {
    uint64_t mapped = 0; // bytes
    uint64_t resident = 0;
};

Size ownSize()
{
    unsigned long mapped = 0;
    unsigned long resident = 0;
    if (FILE *file = fopen("/proc/self/statm", "re")) {
        if (fscanf(file, "%lu %lu", &mapped, &resident) != 2)
            mapped = resident = 0;
        fclose(file);
    }
    const uint64_t page = uint64_t(sysconf(_SC_PAGESIZE));
    return {mapped * page, resident * page};
}

/// The next request with its descriptors; ends the server when the core is gone.
Request receiveRequest(AttemptFds &fds)
{
    for (;;) {
        Request request;
        iovec piece{&request, sizeof request};
        alignas(cmsghdr) char control[CMSG_SPACE(4 * sizeof(int))] = {};
        msghdr message{};
        message.msg_iov = &piece;
        message.msg_iovlen = 1;
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        const ssize_t size = recvmsg(controlFd, &message, MSG_CMSG_CLOEXEC);
        if (size <= 0)
            _exit(0);
        if (size == 1) // a cancel that came when its attempt had ended
            continue;
        const cmsghdr *head = CMSG_FIRSTHDR(&message);
        if (size != sizeof request || request.magic != requestMagic || !head
            || head->cmsg_len != CMSG_LEN(4 * sizeof(int)))
            _exit(1);
        int received[4];
        memcpy(received, CMSG_DATA(head), sizeof received);
        fds = {received[0], received[1], received[2], received[3]};
        return request;
    }
}

/// The filter program, written by the helper.
sock_fprog readFilter()
{
    struct stat info{};
    fstat(filterFd, &info);
    auto *code = static_cast<sock_filter *>(malloc(size_t(info.st_size) + 1));
    if (!code || pread(filterFd, code, size_t(info.st_size), 0) != info.st_size)
        _exit(1);
    close(filterFd);
    return {static_cast<unsigned short>(size_t(info.st_size) / sizeof(sock_filter)), code};
}

} // namespace

void serve(const Language &language, Walls walls, const char *memoryModule)
{
    Surroundings around;
    around.language = &language;
    around.walls = walls;
    around.memoryModule = memoryModule;
    around.filter = readFilter();
    around.null = open("/dev/null", O_RDWR | O_CLOEXEC);
    around.pidNamespace = open("/proc/self/ns/pid", O_RDONLY | O_CLOEXEC);
    around.mountNamespace = open("/proc/self/ns/mnt", O_RDONLY | O_CLOEXEC);
    around.processes = open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    around.ipcNamespace = open("/proc/self/ns/ipc", O_RDONLY | O_CLOEXEC);
    fcntl(controlFd, F_SETFD, FD_CLOEXEC);
    Group group;
    group.open();
    around.group = &group;
    around.addressSpace = language.limitsAddressSpace ? ownSize().mapped : 0;
    for (int attempt = 1;; ++attempt) {
        AttemptFds fds;
        const Request request = receiveRequest(fds);
        Reply reply;
        runAttempt(around, request, fds, reply);
        const bool retire = attempt >= mostAttempts || reply.endedBy == EndedBy::Fault
            || ownSize().resident > mostResident + (uint64_t(language.baseMb) << 20);
        reply.retiring = retire ? 1 : 0;
        if (send(controlFd, &reply, sizeof reply, MSG_NOSIGNAL) != sizeof reply || retire)
            _exit(0);
    }
}

} // namespace autodidact::sandbox
