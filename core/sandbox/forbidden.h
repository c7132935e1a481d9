#pragma once

#include <sys/syscall.h>

namespace autodidact::sandbox {

/// A system call that no solution needs: seen by the supervisor, refused, and told in the verdict.
struct ForbiddenCall {
    int number;
    const char *name;
    const char *purpose;
};

inline constexpr ForbiddenCall forbiddenCalls[] = {
    {__NR_socket, "socket", "network"},
    {__NR_connect, "connect", "network"},
    {__NR_bind, "bind", "network"},
    {__NR_ptrace, "ptrace", "tracing of processes"},
    {__NR_process_vm_readv, "process_vm_readv", "memory of other processes"},
    {__NR_process_vm_writev, "process_vm_writev", "memory of other processes"},
    {__NR_pidfd_getfd, "pidfd_getfd", "files of other processes"},
    {__NR_kcmp, "kcmp", "tracing of processes"},
    {__NR_mount, "mount", "mount"},
    {__NR_umount2, "umount2", "mount"},
    {__NR_pivot_root, "pivot_root", "mount"},
    {__NR_chroot, "chroot", "mount"},
    {__NR_open_tree, "open_tree", "mount"},
    {__NR_move_mount, "move_mount", "mount"},
    {__NR_fsopen, "fsopen", "mount"},
    {__NR_fsconfig, "fsconfig", "mount"},
    {__NR_fsmount, "fsmount", "mount"},
    {__NR_fspick, "fspick", "mount"},
    {__NR_mount_setattr, "mount_setattr", "mount"},
    {__NR_unshare, "unshare", "namespaces"},
    {__NR_setns, "setns", "namespaces"},
    {__NR_add_key, "add_key", "keyring"},
    {__NR_request_key, "request_key", "keyring"},
    {__NR_keyctl, "keyctl", "keyring"},
    {__NR_bpf, "bpf", "kernel programs"},
    {__NR_perf_event_open, "perf_event_open", "kernel events"},
    {__NR_userfaultfd, "userfaultfd", "kernel events"},
    {__NR_seccomp, "seccomp", "system call filters"},
    {__NR_init_module, "init_module", "kernel modules"},
    {__NR_finit_module, "finit_module", "kernel modules"},
    {__NR_delete_module, "delete_module", "kernel modules"},
    {__NR_kexec_load, "kexec_load", "kernel modules"},
    {__NR_reboot, "reboot", "the machine"},
    {__NR_swapon, "swapon", "the machine"},
    {__NR_swapoff, "swapoff", "the machine"},
    {__NR_settimeofday, "settimeofday", "the clock"},
    {__NR_clock_settime, "clock_settime", "the clock"},
    {__NR_sethostname, "sethostname", "the machine"},
    {__NR_quotactl, "quotactl", "the machine"},
    {__NR_acct, "acct", "the machine"},
};

/// The entry for a call number, or nullptr.
constexpr const ForbiddenCall *forbiddenCall(int number)
{
    for (const ForbiddenCall &call : forbiddenCalls) {
        if (call.number == number)
            return &call;
    }
    return nullptr;
}

} // namespace autodidact::sandbox
