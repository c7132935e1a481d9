#include "controlgroup.h"

#include "core/sandbox/wire.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

const std::string mountPoint = "/sys/fs/cgroup";
constexpr const char *prefix = "autodidact-";

bool put(const std::string &file, const std::string &value)
{
    std::ofstream stream(file);
    return bool(stream << value << std::flush);
}

/// Path of this process's own group in a hierarchy: "memory", "pids", or "" for the new kind. Empty where there is none.
std::string ownGroup(const std::string &kind)
{
    std::ifstream file("/proc/self/cgroup");
    for (std::string line; std::getline(file, line);) {
        const size_t first = line.find(':');
        const size_t second = line.find(':', first + 1);
        if (second == std::string::npos || line.substr(first + 1, second - first - 1) != kind)
            continue;
        const std::string path = line.substr(second + 1);
        return path == "/" ? std::string() : path;
    }
    return {};
}

/// Without a lock on it, nobody uses it any more.
bool isAbandoned(const std::string &path)
{
    const int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool free = folder >= 0 && flock(folder, LOCK_EX | LOCK_NB) == 0;
    close(folder);
    return free;
}

void sweep(const std::string &parent)
{
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(parent, error)) {
        const std::string name = entry.path().filename();
        if (!name.starts_with(prefix) || name.size() > 20 || kill(std::atoi(name.c_str() + std::strlen(prefix)), 0) == 0)
            continue;
        if (isAbandoned(entry.path()))
            rmdir(entry.path().c_str());
    }
}

/// The limits of a group to \p user.
void hand(const std::string &path, unsigned user)
{
    for (const char *part : {"/memory.max", "/memory.limit_in_bytes", "/memory.memsw.limit_in_bytes", "/pids.max"})
        (void)!chown((path + part).c_str(), user, user);
}

/// The one folder in \p parent; empty where there is none.
std::string onlyFolder(const std::string &parent)
{
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(parent, error)) {
        if (entry.is_directory(error))
            return entry.path();
    }
    return {};
}

/// A folder whose limits \p user may set; \p file must appear in it.
std::string makeGroup(const std::string &parent, const std::string &name, const char *file, unsigned user)
{
    const std::string path = parent + "/" + name;
    if (mkdir(path.c_str(), 0755) != 0)
        return {};
    if (access((path + "/" + file).c_str(), W_OK) != 0) {
        rmdir(path.c_str());
        return {};
    }
    hand(path, user);
    return path;
}

ControlGroup makeOld(const std::string &name, unsigned user)
{
    ControlGroup group;
    const std::string memory = mountPoint + "/memory" + ownGroup("memory");
    const std::string processes = mountPoint + "/pids" + ownGroup("pids");
    sweep(memory);
    sweep(processes);
    group.memory = makeGroup(memory, name, "memory.limit_in_bytes", user);
    if (group.isThere())
        group.processes = makeGroup(processes, name, "pids.max", user);
    return group;
}

/// Below the first group upwards whose children can have limits of memory.
ControlGroup makeNew(const std::string &name, unsigned user)
{
    ControlGroup group;
    group.unified = true;
    for (std::string own = ownGroup({});; own = own.substr(0, own.rfind('/'))) {
        const std::string parent = mountPoint + own;
        sweep(parent);
        group.memory = makeGroup(parent, name, "memory.max", user);
        if (group.isThere() || own.empty())
            break;
    }
    if (group.isThere())
        put(group.memory + "/memory.swap.max", "0");
    return group;
}

bool openFolder(const std::string &path, int number)
{
    if (path.empty())
        return true;
    const int folder = open(path.c_str(), O_RDONLY | O_DIRECTORY);
    const bool ok = folder >= 0 && dup2(folder, number) == number && flock(number, LOCK_SH) == 0;
    if (folder != number)
        close(folder);
    return ok;
}

bool removeFolder(const std::string &path)
{
    for (int tries = 0; !path.empty() && rmdir(path.c_str()) != 0 && errno != ENOENT; ++tries) {
        if (tries == 250)
            return false;
        std::this_thread::sleep_for(milliseconds(20));
    }
    return true;
}

/// Takes more memory than the trial's group has.
[[noreturn]] void grow(const ControlGroup &group)
{
    constexpr size_t size = 64 << 20;
    if (!put(group.memory + "/cgroup.procs", "0"))
        _exit(2);
    void *memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED)
        std::memset(memory, 1, size);
    _exit(memory == MAP_FAILED ? 2 : 0);
}

} // namespace

ControlGroup makeControlGroup(unsigned user)
{
    const std::string name = prefix + std::to_string(getpid());
    struct stat info{};
    if (stat((mountPoint + "/cgroup.controllers").c_str(), &info) == 0)
        return makeNew(name, user);
    return makeOld(name, user);
}

ControlGroup engineGroup(const std::string &parent, unsigned user)
{
    ControlGroup group;
    group.memory = onlyFolder(mountPoint + '/' + parent);
    group.unified = group.isThere();
    if (!group.unified) {
        group.memory = onlyFolder(mountPoint + "/memory/" + parent);
        group.processes = onlyFolder(mountPoint + "/pids/" + parent);
    }
    for (const std::string &path : {group.memory, group.processes}) {
        if (!path.empty())
            hand(path, user);
    }
    return group;
}

bool openControlGroup(const ControlGroup &group)
{
    return openFolder(group.memory, memoryGroupFd) && openFolder(group.processes, processGroupFd);
}

bool enterControlGroup(const ControlGroup &group)
{
    return openControlGroup(group) && put(group.memory + "/cgroup.procs", "0")
        && (group.processes.empty() || put(group.processes + "/cgroup.procs", "0"));
}

bool removeControlGroup(const ControlGroup &group)
{
    const bool gone = removeFolder(group.memory);
    return removeFolder(group.processes) && gone;
}

GroupTrial tryControlGroup()
{
    const ControlGroup group = makeControlGroup(geteuid());
    if (!group.isThere())
        return {false, "no control group can be made below " + mountPoint};
    const bool limited = put(group.memory + (group.unified ? "/memory.max" : "/memory.limit_in_bytes"), std::to_string(16 << 20));
    const pid_t child = limited ? fork() : -1;
    if (child == 0)
        grow(group);
    int status = 0;
    const bool ended = limited && waitpid(child, &status, 0) == child;
    const bool killed = ended && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    const bool gone = removeControlGroup(group);
    const std::string kind = group.unified ? "version 2" : "version 1";
    if (!limited)
        return {false, kind + ", but limits cannot be set"};
    if (!killed || !gone)
        return {false, kind + (killed ? ", but a group cannot be removed" : ", but memory is not limited")};
    return {true, kind + (!group.unified && group.processes.empty() ? ": memory" : ": memory and processes")};
}

} // namespace autodidact::sandbox
