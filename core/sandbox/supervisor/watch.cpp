#include "watch.h"

#include "core/sandbox/forbidden.h"

#include <dirent.h>
#include <errno.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

constexpr uint64_t namespaceFlags = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET
    | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP;

/// CPU time with the waited-for children's, and the number of threads.
void addStat(const char *pid, Usage &usage)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%s/stat", pid);
    FILE *file = fopen(path, "re");
    if (!file)
        return;
    char line[1024];
    const size_t size = fread(line, 1, sizeof line - 1, file);
    fclose(file);
    line[size] = 0;
    const char *at = strrchr(line, ')'); // the name may hold anything
    unsigned long long utime = 0, stime = 0, cutime = 0, cstime = 0;
    long threads = 0;
    if (!at
        || sscanf(at + 2,
               "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu %llu %llu %llu %*d %*d %ld",
               &utime, &stime, &cutime, &cstime, &threads)
            != 5)
        return;
    static const uint64_t tick = 1000000u / uint64_t(sysconf(_SC_CLK_TCK));
    usage.cpuUs += (utime + stime + cutime + cstime) * tick;
    usage.processes += uint32_t(threads);
}

uint64_t residentKb(const char *pid)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%s/statm", pid);
    unsigned long pages = 0;
    if (FILE *file = fopen(path, "re")) {
        if (fscanf(file, "%*u %lu", &pages) != 1)
            pages = 0;
        fclose(file);
    }
    return pages * uint64_t(sysconf(_SC_PAGESIZE)) / 1024;
}

/// Resident pages, each divided by the number of processes that share it.
uint64_t proportionalKb(const char *pid)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/%s/smaps_rollup", pid);
    FILE *file = fopen(path, "re");
    if (!file)
        return residentKb(pid);
    unsigned long long size = 0;
    char line[256];
    while (fgets(line, sizeof line, file)) {
        if (sscanf(line, "Pss: %llu kB", &size) == 1)
            break;
    }
    fclose(file);
    return size;
}

template<typename Visit>
void forEachProcess(const Crowd &crowd, Visit visit)
{
    DIR *folder = opendir("/proc");
    if (!folder)
        return;
    const pid_t self = getpid();
    while (const dirent *entry = readdir(folder)) {
        const int pid = atoi(entry->d_name);
        if (pid <= 1 || pid == self)
            continue;
        const pid_t session = crowd.everybody ? 0 : getsid(pid);
        if (crowd.everybody || session == crowd.sessions[0] || session == crowd.sessions[1])
            visit(entry->d_name);
    }
    closedir(folder);
}

/// Build tools and language machines look whether there is a network long before any code of the attempt runs.
bool isInternetSocket(const seccomp_data &call)
{
    return call.nr == __NR_socket && (call.args[0] == AF_INET || call.args[0] == AF_INET6);
}

/// The socket on which the C library asks for a user's name, and goes on without: every Java virtual machine does it.
bool isNameService(const seccomp_data &call)
{
    return call.nr == __NR_socket && call.args[0] == AF_UNIX && call.args[1] == (SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK)
        && call.args[2] == 0;
}

} // namespace

Usage lookAround(const Crowd &crowd, uint64_t limitKb)
{
    Usage usage;
    forEachProcess(crowd, [&](const char *pid) {
        addStat(pid, usage);
        usage.memoryKb += residentKb(pid);
    });
    if (usage.memoryKb > limitKb) {
        usage.memoryKb = 0;
        forEachProcess(crowd, [&](const char *pid) { usage.memoryKb += proportionalKb(pid); });
    }
    return usage;
}

Notice answerCall(int listener, const Request &request, const Crowd &crowd, Asked &asked, bool nameService)
{
    // The kernel's structs may be larger than those we were compiled with.
    alignas(8) char call[512] = {};
    alignas(8) char reply[512] = {};
    auto *seen = reinterpret_cast<seccomp_notif *>(call);
    auto *answer = reinterpret_cast<seccomp_notif_resp *>(reply);
    Notice notice;
    if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, seen) < 0)
        return notice;
    answer->id = seen->id;
    const int number = seen->data.nr;
    const bool clone = number == __NR_clone;
#ifdef __NR_fork
    const bool fork = clone || number == __NR_fork || number == __NR_vfork;
#else
    const bool fork = clone;
#endif
    if ((nameService && isNameService(seen->data)) || (isInternetSocket(seen->data) && asked.sockets++ < request.quietSockets)) {
        answer->error = -EAFNOSUPPORT;
    } else if (!fork || (clone && (seen->data.args[0] & namespaceFlags) != 0)) {
        notice.forbiddenCall = number;
        answer->error = -EPERM;
    } else if (++asked.processes >= request.processes
        && lookAround(crowd, ~uint64_t(0)).processes >= request.processes) {
        notice.tooManyProcesses = true;
        answer->error = -EAGAIN;
    } else {
        answer->flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE; // decided by registers alone: nothing can
                                                          // change them now
    }
    ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, answer);
    return notice;
}

uint64_t clockUs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return uint64_t(now.tv_sec) * 1000000 + uint64_t(now.tv_nsec) / 1000;
}

uint64_t clockMs()
{
    return clockUs() / 1000;
}

} // namespace autodidact::sandbox
