#include "rights.h"

#include <errno.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

constexpr unsigned ordinary = 1000;
constexpr int kept[] = {CAP_SYS_ADMIN, CAP_SYS_PTRACE, CAP_SYS_CHROOT};

bool keepOnly(bool nothing)
{
    uint32_t wanted = 0;
    for (const int capability : kept)
        wanted |= nothing ? 0 : 1u << capability;
    __user_cap_header_struct head{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct sets[2] = {{wanted, wanted, wanted}, {}};
    if (syscall(SYS_capset, &head, sets) != 0)
        return false;
    for (const int capability : kept) {
        if (!nothing && prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0) != 0)
            return false;
    }
    return true;
}

} // namespace

bool hideFolder(const char *path)
{
    struct stat info{};
    if (lstat(path, &info) != 0 || !S_ISDIR(info.st_mode))
        return true;
    return mount("hidden", path, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_RDONLY, "size=4k,mode=0555") == 0;
}

bool takeAway(const char *path)
{
    return umount2(path, MNT_DETACH) == 0 || hideFolder(path);
}

bool leaveRoot(bool alone)
{
    if (prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) != 0)
        return false;
    // An ordinary person's container may hold no user but root, who is that person, without any right then.
    const bool ok = setgroups(0, nullptr) == 0 && setresgid(ordinary, ordinary, ordinary) == 0
        && setresuid(ordinary, ordinary, ordinary) == 0;
    if (!ok && errno != EINVAL && errno != EPERM)
        return false;
    return keepOnly(alone) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0;
}

bool installFilter(int file)
{
    struct stat info{};
    if (fstat(file, &info) != 0)
        return false;
    auto *code = static_cast<sock_filter *>(malloc(size_t(info.st_size) + 1));
    if (!code || pread(file, code, size_t(info.st_size), 0) != info.st_size)
        return false;
    sock_fprog program{static_cast<unsigned short>(size_t(info.st_size) / sizeof(sock_filter)), code};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &program) == 0;
}

} // namespace autodidact::sandbox
