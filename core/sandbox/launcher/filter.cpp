#include "filter.h"

#include "core/sandbox/forbidden.h"

#include <cerrno>
#include <fcntl.h>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

// clang-format off
// By name: libseccomp knows which of them exist on this architecture.
constexpr const char *allowedCalls[] = {
    // memory
    "brk", "mmap", "munmap", "mremap", "mprotect", "madvise", "mincore", "msync", "mlock", "munlock", "membarrier",
    // files, all below what the mounts show
    "read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "pwritev", "preadv2", "pwritev2", "open", "openat",
    "openat2", "creat", "close", "close_range", "lseek", "_llseek", "stat", "fstat", "lstat", "newfstatat", "statx",
    "statfs", "fstatfs", "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getdents", "getdents64",
    "getcwd", "chdir", "fchdir", "mkdir", "mkdirat", "rmdir", "rename", "renameat", "renameat2", "link", "linkat",
    "symlink", "symlinkat", "unlink", "unlinkat", "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown",
    "fchownat", "umask", "truncate", "ftruncate", "fallocate", "utime", "utimes", "utimensat", "futimesat", "fsync",
    "fdatasync", "sync_file_range", "copy_file_range", "sendfile", "splice", "tee", "dup", "dup2", "dup3", "fcntl",
    "flock", "fadvise64", "pipe", "pipe2", "getxattr", "lgetxattr", "fgetxattr", "listxattr", "flistxattr",
    "memfd_create", "inotify_init1", "inotify_add_watch", "inotify_rm_watch", "eventfd", "eventfd2",
    // waiting
    "poll", "ppoll", "select", "pselect6", "epoll_create", "epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait",
    "epoll_pwait2", "nanosleep", "clock_nanosleep", "futex", "futex_waitv", "pause", "sched_yield",
    // time
    "clock_gettime", "clock_getres", "gettimeofday", "time", "times", "timer_create", "timer_settime", "timer_gettime",
    "timer_getoverrun", "timer_delete", "timerfd_create", "timerfd_settime", "timerfd_gettime", "getitimer", "setitimer",
    "alarm",
    // signals
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigtimedwait", "rt_sigsuspend",
    "rt_sigqueueinfo", "rt_tgsigqueueinfo", "sigaltstack", "signalfd", "signalfd4", "kill", "tkill", "tgkill",
    "restart_syscall", "pidfd_open", "pidfd_send_signal",
    // this process and its children
    "execve", "execveat", "exit", "exit_group", "wait4", "waitid", "getpid", "getppid", "gettid", "getuid", "geteuid",
    "getgid", "getegid", "getgroups", "getresuid", "getresgid", "getpgid", "getpgrp", "getsid", "setpgid", "setsid",
    "getpriority", "setpriority", "getrlimit", "setrlimit", "prlimit64", "getrusage", "sched_getaffinity",
    "sched_setaffinity", "sched_getparam", "sched_getscheduler", "sched_get_priority_max", "sched_get_priority_min",
    "getcpu", "set_tid_address", "set_robust_list", "get_robust_list", "rseq", "arch_prctl", "prctl", "capget",
    "uname", "sysinfo", "getrandom", "personality",
    // sockets within the process tree; no socket of another kind can be made
    "socketpair", "sendto", "recvfrom", "sendmsg", "recvmsg", "sendmmsg", "recvmmsg", "shutdown", "getsockname",
    "getpeername", "getsockopt", "setsockopt",
};
// clang-format on

// clang-format off
// For an attempt within WebAssembly, whose process has loaded everything: no file, no process, no signal to another.
constexpr const char *sealedCalls[] = {
    "brk", "mmap", "munmap", "mremap", "mprotect", "pkey_mprotect", "madvise", "membarrier",
    "read", "write", "readv", "writev", "close", "lseek", "futex", "sched_yield", "nanosleep", "clock_nanosleep", "poll", "ppoll",
    "clock_gettime", "clock_getres", "gettimeofday", "time", "getrusage", "getpid", "gettid", "getrandom",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall", "exit", "exit_group",
    "dup3",    // puts /dev/null where libuv writes to descriptors of its own
    "sendmsg", // hands the filter's listener to the supervisor; no descriptor but the attempt's own can be sent
};
// clang-format on

constexpr const char *newProcessCalls[] = {"clone", "fork", "vfork"};

struct Release {
    void operator()(void *filter) const { seccomp_release(filter); }
};

bool add(scmp_filter_ctx filter, uint32_t action, int number)
{
    const int status = seccomp_rule_add(filter, action, number, 0);
    return status == 0 || status == -EDOM || status == -EEXIST;
}

/// Without a supervisor: threads, but no process with namespaces of its own.
bool addNewProcess(scmp_filter_ctx filter, FilterUse use, int number)
{
    if (use == FilterUse::Supervised)
        return add(filter, SCMP_ACT_NOTIFY, number);
    if (number != SCMP_SYS(clone))
        return true; // gives ENOSYS
    return seccomp_rule_add(
               filter, SCMP_ACT_ALLOW, number, 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_NEWUSER, CLONE_THREAD))
        == 0;
}

bool addSealedRules(scmp_filter_ctx filter)
{
    for (const char *name : sealedCalls) {
        const int number = seccomp_syscall_resolve_name(name);
        if (number >= 0 && !add(filter, SCMP_ACT_ALLOW, number))
            return false;
    }
    for (const ForbiddenCall &call : forbiddenCalls) {
        if (!add(filter, SCMP_ACT_NOTIFY, call.number))
            return false;
    }
    return true;
}

bool addRules(scmp_filter_ctx filter, FilterUse use)
{
    for (const char *name : allowedCalls) {
        const int number = seccomp_syscall_resolve_name(name);
        if (number == SCMP_SYS(ioctl) || number == SCMP_SYS(socket))
            return false;
        if (number >= 0 && !add(filter, SCMP_ACT_ALLOW, number))
            return false;
    }
    for (const char *name : newProcessCalls) {
        const int number = seccomp_syscall_resolve_name(name);
        if (number >= 0 && !addNewProcess(filter, use, number))
            return false;
    }
    const uint32_t forbidden = use == FilterUse::Alone ? SCMP_ACT_ERRNO(EPERM) : SCMP_ACT_NOTIFY;
    for (const ForbiddenCall &call : forbiddenCalls) {
        if (!add(filter, forbidden, call.number))
            return false;
    }
    // Python asks every file it opens whether it is a terminal; pushing characters into one
    // (TIOCSTI) stays out.
    for (const unsigned long request : {TCGETS, FIONREAD, FIOCLEX, FIONCLEX, FIONBIO, TIOCGWINSZ}) {
        if (seccomp_rule_add(
                filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, request))
            != 0)
            return false;
    }
    return true;
}

} // namespace

int systemCallFilter(FilterUse use)
{
    const std::unique_ptr<void, Release> filter(seccomp_init(SCMP_ACT_ERRNO(use == FilterUse::Sealed ? EPERM : ENOSYS)));
    if (!filter
        || seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) != 0)
        return -1;
    seccomp_attr_set(
        filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2); // a binary search instead of a list
    if (!(use == FilterUse::Sealed ? addSealedRules(filter.get()) : addRules(filter.get(), use)))
        return -1;
    const int file = memfd_create("filter", 0);
    if (file < 0 || seccomp_export_bpf(filter.get(), file) != 0 || lseek(file, 0, SEEK_SET) != 0)
        return -1;
    return file;
}

} // namespace autodidact::sandbox
