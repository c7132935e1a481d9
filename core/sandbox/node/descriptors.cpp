#include "descriptors.h"

#include "core/sandbox/supervisor/child.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

constexpr int first = reportFd + 1;
constexpr int end = 64;

bool taken[end] = {};
int lockRead = -1;
int lockWrite = -1;

/// The inode of the pipe's end \p fd for \p access; 0 where it is none.
unsigned long pipeAt(int fd, int access)
{
    struct stat info{};
    const int flags = fcntl(fd, F_GETFL);
    return flags >= 0 && (flags & O_ACCMODE) == access && fstat(fd, &info) == 0 && S_ISFIFO(info.st_mode) ? info.st_ino : 0;
}

void require(bool ok)
{
    if (!ok)
        _exit(setupExit);
}

} // namespace

void noteDescriptors()
{
    for (int fd = first; fd < end; ++fd)
        taken[fd] = fcntl(fd, F_GETFD) >= 0;
}

void findSignalLock()
{
    for (int fd = first; fd < end; ++fd) {
        int waiting = 0;
        const unsigned long pipe = pipeAt(fd, O_RDONLY);
        if (!pipe || ioctl(fd, FIONREAD, &waiting) < 0 || waiting != 1) // the byte that whoever holds the lock takes out
            continue;
        for (int other = first; other < end; ++other) {
            if (pipeAt(other, O_WRONLY) == pipe) {
                lockRead = fd;
                lockWrite = other;
                return;
            }
        }
    }
}

void restoreDescriptors()
{
    int lock[2] = {-1, -1};
    if (lockRead >= 0) {
        int made[2];
        require(pipe2(made, O_CLOEXEC) == 0 && write(made[1], "*", 1) == 1);
        for (int i = 0; i < 2; ++i) {
            lock[i] = fcntl(made[i], F_DUPFD_CLOEXEC, end);
            require(lock[i] >= 0);
            close(made[i]);
        }
    }
    for (int fd = first; fd < end; ++fd) {
        const int from = fd == lockRead ? lock[0] : fd == lockWrite ? lock[1] : taken[fd] ? 0 : -1; // 0 is /dev/null
        require(from < 0 || dup3(from, fd, O_CLOEXEC) == fd);
    }
    for (const int fd : lock) {
        if (fd >= 0)
            close(fd);
    }
}

} // namespace autodidact::sandbox
