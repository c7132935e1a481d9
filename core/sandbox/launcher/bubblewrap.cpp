#include "bubblewrap.h"

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

} // namespace

std::string serverStart(const char *plain)
{
    // Loads our module from the descriptor that the helper left open, and hands over for good.
    return std::string("import _imp, sys, os\n"
                       "from _frozen_importlib import ModuleSpec\n"
                       "module = _imp.create_dynamic(ModuleSpec('_autodidact', None, "
                       "origin='/proc/self/fd/5'))\n"
                       "os.close(5)\n"
                       "sys.argv = ['solution.py']\n"
                       "sys.path[:] = [folder for folder in sys.path if folder]\n" // -P, which came
                                                                                   // with 3.11
                       "sys.stdout.reconfigure(line_buffering=True)\n"
                       "sys.setrecursionlimit(3000)\n"
                       "paths = [folder + '/_ctypes' + suffix for folder in sys.path for suffix in "
                       "_imp.extension_suffixes()]\n"
                       "paths = [path for path in paths if os.path.exists(path)] or [None]\n"
                       "del os\n"
                       "module.serve(")
        + plain + ", paths[0])\n";
}

std::vector<std::string> plainArguments(const std::string &python)
{
    return {python, "-s", "-S", "-X", "utf8", "-c", serverStart("True")};
}

Arguments bubblewrapArguments(const std::string &python)
{
    Arguments arguments{"bwrap", "--unshare-user", "--unshare-pid", "--unshare-net",
        "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--uid", "1000", "--gid", "1000",
        "--hostname", "sandbox", "--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SYS_PTRACE",
        "--cap-add", "CAP_SYS_CHROOT", "--ro-bind", "/usr", "/usr"};
    for (const char *path : {"/lib", "/lib64", "/bin", "/sbin"})
        addSystemFolder(arguments, path);
    for (const char *path : {"/etc/ld.so.cache", "/etc/alternatives"})
        arguments.insert(arguments.end(), {"--ro-bind-try", path, path});
    for (const char *path : {"/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"})
        arguments.insert(arguments.end(), {"--dev-bind", path, path});
    arguments.insert(arguments.end(),
        {"--proc", "/proc", "--dir", "/work", "--symlink", "work", "/tmp", "--remount-ro", "/",
            "--chdir", "/", "--new-session", "--clearenv", "--setenv", "PATH", "/usr/bin:/bin",
            "--setenv", "HOME", "/work", "--setenv", "LANG", "C.UTF-8", "--setenv", "TZ", "UTC",
            "--setenv", "PYTHONHASHSEED", "0",
            // An arena per thread would reserve 64 MB each, which the limit of the address space
            // counts.
            "--setenv", "MALLOC_ARENA_MAX", "1", "--setenv", "PYTHONDONTWRITEBYTECODE", "1", "--",
            python,
            // The same isolation as -I, which cannot be had together with a fixed hash seed: -I
            // ignores the environment, and ours is empty but for the seed.
            "-s", "-S", "-X", "utf8", "-c", serverStart("False")});
    return arguments;
}

} // namespace autodidact::sandbox
