#include "bubblewrap.h"

#include "core/sandbox/wire.h"

#include <sys/stat.h>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

using Arguments = std::vector<std::string>;

/// /lib and its like are links into /usr on most systems, folders on some.
void addSystemFolder(Arguments &arguments, const std::string &path)
{
    char target[256];
    const ssize_t size = readlink(path.c_str(), target, sizeof target);
    struct stat info{};
    if (size > 0 && size < ssize_t(sizeof target))
        arguments.insert(arguments.end(), {"--symlink", std::string(target, size_t(size)), path});
    else if (stat(path.c_str(), &info) == 0)
        arguments.insert(arguments.end(), {"--ro-bind", path, path});
}

/// An empty folder in the place of one of the system's.
void addHidden(Arguments &arguments, const std::string &path)
{
    struct stat info{};
    if (lstat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode))
        arguments.insert(arguments.end(), {"--tmpfs", path, "--remount-ro", path});
}

} // namespace

Arguments bubblewrapArguments(const Served &served)
{
    Arguments arguments{"bwrap", "--unshare-user", "--unshare-pid", "--unshare-net",
        "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--uid", "1000", "--gid", "1000",
        "--hostname", "sandbox", "--ro-bind", "/usr", "/usr"};
    if (served.alone)
        arguments.insert(arguments.end(), {"--seccomp", std::to_string(filterFd)});
    else
        arguments.insert(
            arguments.end(), {"--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SYS_PTRACE", "--cap-add", "CAP_SYS_CHROOT"});
    for (const std::string &path : served.hidden)
        addHidden(arguments, path);
    for (const char *path : {"/lib", "/lib64", "/bin", "/sbin"})
        addSystemFolder(arguments, path);
    for (const char *path : {"/etc/ld.so.cache", "/etc/alternatives"})
        arguments.insert(arguments.end(), {"--ro-bind-try", path, path});
    for (const std::string &path : served.shownIfThere)
        arguments.insert(arguments.end(), {"--ro-bind-try", path, path});
    if (!served.support.empty())
        arguments.insert(arguments.end(), {"--ro-bind", served.support, "/support"});
    for (const char *path : {"/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"})
        arguments.insert(arguments.end(), {"--dev-bind", path, path});
    arguments.insert(arguments.end(),
        {"--proc", "/proc", "--dir", "/work", "--symlink", "work", "/tmp", "--remount-ro", "/",
            "--chdir", "/", "--new-session", "--clearenv"});
    const std::vector<std::string> environment = serverEnvironment(served);
    for (size_t i = 0; i + 1 < environment.size(); i += 2)
        arguments.insert(arguments.end(), {"--setenv", environment[i], environment[i + 1]});
    arguments.push_back("--");
    arguments.insert(arguments.end(), served.command.begin(), served.command.end());
    return arguments;
}

} // namespace autodidact::sandbox
