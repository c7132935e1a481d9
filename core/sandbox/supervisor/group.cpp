#include "group.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

// Beyond the program's own memory: what the kernel counts and the supervisor does not (page tables, pipes).
constexpr uint64_t kernelMb = 16;
constexpr uint64_t coarse = 32u << 20;
constexpr uint64_t spareProcesses = 32; // the server, and what an interpreter starts with

bool put(int folder, const char *name, const char *value)
{
    const int file = openat(folder, name, O_WRONLY | O_CLOEXEC);
    const size_t size = strlen(value);
    const bool ok = file >= 0 && write(file, value, size) == ssize_t(size);
    close(file);
    return ok;
}

bool put(int folder, const char *name, uint64_t value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%llu", (unsigned long long)value);
    return put(folder, name, digits);
}

/// The number behind \p word in an account of the group; at its beginning without a word.
uint64_t number(int folder, const char *name, const char *word = "")
{
    char text[512] = {};
    const int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
    const ssize_t size = file >= 0 ? read(file, text, sizeof text - 1) : 0;
    close(file);
    const char *at = size > 0 ? strstr(text, word) : nullptr;
    return at ? strtoull(at + strlen(word), nullptr, 10) : 0;
}

uint64_t memoryKills(int folder, bool unified)
{
    return number(folder, unified ? "memory.events" : "memory.oom_control", "oom_kill ");
}

/// An interpreter may have taken the number for something of its own where the helper left nothing.
int ownFolder(int fd)
{
    struct statfs info{};
    const bool group = fstatfs(fd, &info) == 0 && (info.f_type == CGROUP_SUPER_MAGIC || info.f_type == CGROUP2_SUPER_MAGIC);
    return group && fcntl(fd, F_SETFD, FD_CLOEXEC) == 0 ? fd : -1;
}

} // namespace

void Group::open()
{
    m_memory = ownFolder(memoryGroupFd);
    m_processes = ownFolder(processGroupFd);
    m_unified = isThere() && faccessat(m_memory, "memory.max", F_OK, 0) == 0;
}

bool Group::limit(const Request &request, uint32_t baseMb)
{
    if (!isThere())
        return true;
    m_kills = memoryKills(m_memory, m_unified);
    const uint64_t taken = number(m_memory, m_unified ? "memory.current" : "memory.usage_in_bytes");
    const uint64_t own = (taken / coarse + 1) * coarse; // so that most attempts find the limit as it should be
    const uint64_t bytes = own + ((uint64_t(request.memoryMb) + baseMb + request.fileMb + kernelMb) << 20); // work folder: memory, too
    const uint64_t processes = request.processes + spareProcesses;
    if (bytes != m_bytes && !limitMemory(bytes))
        return false;
    if (processes != m_mostProcesses && m_processes >= 0 && !put(m_processes, "pids.max", processes))
        return false;
    m_bytes = bytes;
    m_mostProcesses = processes;
    return true;
}

bool Group::limitMemory(uint64_t bytes)
{
    if (m_unified)
        return put(m_memory, "memory.max", bytes);
    // With swap has to be the larger of the two limits at any time; it is absent where swap is not counted.
    constexpr const char *withSwap = "memory.memsw.limit_in_bytes";
    put(m_memory, withSwap, bytes);
    const bool ok = put(m_memory, "memory.limit_in_bytes", bytes);
    put(m_memory, withSwap, bytes);
    return ok;
}

bool Group::sawMemoryKill()
{
    return isThere() && memoryKills(m_memory, m_unified) > m_kills;
}

} // namespace autodidact::sandbox
