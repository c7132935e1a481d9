#include "child.h"

#include "buffer.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

namespace autodidact::sandbox {

namespace {

void require(bool ok)
{
    if (!ok)
        _exit(setupExit);
}

void limit(__rlimit_resource resource, rlim_t value)
{
    const rlimit both{value, value};
    require(setrlimit(resource, &both) == 0);
}

void setLimits(const Request &request, uint64_t base)
{
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, rlim_t(request.fileMb) << 20);
    limit(RLIMIT_NOFILE, 256);
    limit(RLIMIT_MEMLOCK, 0);
    limit(RLIMIT_MSGQUEUE, 0);
    if (base > 0)
        limit(RLIMIT_AS, rlim_t(base) + (rlim_t(request.memoryMb) << 20));
    // The supervisor counts with milliseconds and over all processes; this holds should it ever
    // fail.
    limit(RLIMIT_CPU, cpuBackstopS(request.cpuMs));
}

void moveTo(int from, int to)
{
    if (from < 0)
        return;
    require(from == to ? fcntl(from, F_SETFD, 0) == 0 : dup2(from, to) == to);
}

/// Lifts \p fd above every number that is assigned below.
int lifted(int fd)
{
    if (fd < 0)
        return -1;
    const int high = fcntl(fd, F_DUPFD, 32);
    require(high >= 0);
    return high;
}

/// Where memory runs out, for the group or the machine, the process goes before its server does.
void goFirst(int processes)
{
    const int file = openat(processes, "self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file >= 0)
        require(write(file, "1000", 4) == 4);
    close(file);
}

void arrangeDescriptors(const ChildFds &fds)
{
    const int null = lifted(fds.null);
    const int output = lifted(fds.output);
    const int channel = lifted(fds.channel);
    const int report = lifted(fds.report);
    const int listener = lifted(fds.listener);
    moveTo(null, 0);
    moveTo(output >= 0 ? output : null, 1);
    moveTo(output >= 0 ? output : null, 2);
    moveTo(channel >= 0 ? channel : null, channelFd);
    moveTo(report >= 0 ? report : null, reportFd);
    moveTo(listener, reportFd + 1);
    require(syscall(SYS_close_range, reportFd + 2, ~0u, 0) == 0);
}

void dropCapabilities()
{
    require(prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) == 0);
    __user_cap_header_struct head{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2] = {};
    require(syscall(SYS_capset, &head, none) == 0);
    require(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
}

void sendDescriptor(int socket, int fd)
{
    char byte = 0;
    iovec piece{&byte, 1};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(head), &fd, sizeof fd);
    require(sendmsg(socket, &message, MSG_NOSIGNAL) == 1);
}

/// From here on the allow list holds; what it hands to the supervisor waits there.
void installFilter(sock_fprog filter)
{
    const int listener = int(syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
        SECCOMP_FILTER_FLAG_NEW_LISTENER | SECCOMP_FILTER_FLAG_SPEC_ALLOW, &filter));
    require(listener >= 0);
    sendDescriptor(reportFd + 1, listener);
    close(listener);
    close(reportFd + 1);
}

} // namespace

const char *makeNamespaces(const Request &request, const char *hiddenFile)
{
    if (unshare(CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC) < 0)
        return "unshare";
    char options[64];
    const unsigned files = request.fileMb > 64 ? request.fileMb * 64 : 4096;
    snprintf(options, sizeof options, "size=%um,nr_inodes=%u,mode=0700", request.fileMb, files);
    const unsigned long flags = MS_NOSUID | MS_NODEV | (request.workFlags & WorkNoExec ? MS_NOEXEC : 0);
    if (mount("work", "/work", "tmpfs", flags, options) < 0)
        return "mount of the work folder";
    if (umount2("/proc", MNT_DETACH) < 0)
        return "hiding of /proc";
    // Where tests share the process, the module that reads memory at will stays shut: it would find
    // the nonce.
    if (hiddenFile && mount("/dev/null", hiddenFile, nullptr, MS_BIND, nullptr) < 0)
        return "hiding of a module";
    return nullptr;
}

void enterAttempt(const Request &request, const ChildFds &fds)
{
    if (fds.walls != Walls::Namespaces) // no namespace that ends with the supervisor
        require(prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0);
    require(chdir(fds.workFolder) == 0);
    require(setsid() >= 0); // kill(0, ...) reaches a process group, and ours would hold the server
    goFirst(fds.processes);
    arrangeDescriptors(fds);
    setLimits(request, fds.addressSpace);
    if (fds.walls != Walls::FilterOnly) // whose processes can open nothing, and whose memory the supervisor must be able to count
        require(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0);
    if (fds.walls == Walls::Nothing)
        return;
    dropCapabilities();
    installFilter(fds.filter);
}

bool writeAll(int fd, const void *bytes, size_t size)
{
    const char *at = static_cast<const char *>(bytes);
    while (size > 0) {
        const ssize_t count = write(fd, at, size);
        if (count <= 0)
            return false;
        at += count;
        size -= size_t(count);
    }
    return true;
}

bool readAll(int fd, void *bytes, size_t size)
{
    char *at = static_cast<char *>(bytes);
    while (size > 0) {
        const ssize_t count = read(fd, at, size);
        if (count <= 0)
            return false;
        at += count;
        size -= size_t(count);
    }
    return true;
}

} // namespace autodidact::sandbox
