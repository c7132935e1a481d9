// autodidact-sandbox: becomes a warm server inside bubblewrap. Started by the core with the
// control socket as descriptor 3; see core/sandbox/wire.h for what is said on it.

#include "bubblewrap.h"
#include "core/sandbox/wire.h"
#include "filter.h"
#include "served.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace {

using namespace autodidact::sandbox;

constexpr int missingExit = 3;
constexpr uid_t unprivileged = 65534;

int failed(const char *what)
{
    std::fprintf(stderr, "autodidact-sandbox: %s: %s\n", what, std::strerror(errno));
    return missingExit;
}

/// As root RLIMIT_NPROC limits nothing, and a hole in a namespace would be root's.
bool leaveRoot()
{
    if (geteuid() != 0)
        return true;
    return setgroups(0, nullptr) == 0 && setresgid(unprivileged, unprivileged, unprivileged) == 0
        && setresuid(unprivileged, unprivileged, unprivileged) == 0
        && prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) == 0;
}

/// May be executed: the server for steps is a program.
int payloadFile(const Bytes &bytes)
{
    const int file = memfd_create("server", 0);
    if (file < 0 || write(file, bytes.data, bytes.size) != ssize_t(bytes.size))
        return -1;
    return file;
}

/// Opened while this process may still be root: the folder need not be anybody else's.
bool openFiles(const std::vector<std::string> &paths, std::vector<int> &files)
{
    for (const std::string &path : paths) {
        const int file = open(path.c_str(), O_RDONLY);
        if (file < 0) {
            failed(path.c_str());
            return false;
        }
        files.push_back(fcntl(file, F_DUPFD, 32));
        close(file);
    }
    return true;
}

/// Exactly descriptors 0 to 5, and those of \p files behind them, stay open in the server.
bool place(int filter, int module, const std::vector<int> &files)
{
    const int highFilter = fcntl(filter, F_DUPFD, 16);
    const int highModule = fcntl(module, F_DUPFD, 16);
    int next = moduleFd + 1;
    for (const int file : files) {
        if (dup2(file, next) != next)
            return false;
        ++next;
    }
    return highFilter >= 0 && highModule >= 0 && dup2(highFilter, filterFd) == filterFd
        && dup2(highModule, moduleFd) == moduleFd && close_range(unsigned(next), ~0u, 0) == 0;
}

bool talkOnStandardStreams()
{
    return dup2(controlFd, 0) == 0 && dup2(controlFd, 1) == 1 && fcntl(controlFd, F_SETFD, FD_CLOEXEC) == 0;
}

int become(const char *program, const std::vector<std::string> &arguments)
{
    // Addresses repeat from server to server, so that what depends on them (the order of a set of
    // objects) does too.
    personality(ADDR_NO_RANDOMIZE);
    std::vector<char *> pointers;
    for (const std::string &argument : arguments)
        pointers.push_back(const_cast<char *>(argument.c_str()));
    pointers.push_back(nullptr);
    execv(program, pointers.data());
    return failed(program);
}

/// Everything that the server gets by its number.
bool handOver(const Served &served)
{
    const int filter = systemCallFilter(served.sealed ? FilterUse::Sealed : served.alone ? FilterUse::Alone : FilterUse::Supervised);
    const int payload = payloadFile(served.payload);
    std::vector<int> files;
    return filter >= 0 && payload >= 0 && openFiles(served.opened, files) && place(filter, payload, files)
        && (!served.alone || talkOnStandardStreams());
}

int serve(const Served &served, const char *bubblewrap)
{
    if (!handOver(served))
        return failed("the system call filter or the server could not be made");
    if (!leaveRoot())
        return failed("could not become an unprivileged user");
    return become(bubblewrap, bubblewrapArguments(served));
}

/// Without bubblewrap: the gear "none", and servers whose attempts are sealed.
int servePlain(const Served &served)
{
    if (!handOver(served))
        return failed("the server could not be made");
    if (served.sealed && !leaveRoot())
        return failed("could not become an unprivileged user");
    clearenv(); // keys may lie in ours
    setenv("PATH", "/usr/bin:/bin", 1);
    setenv("HOME", "/tmp", 1);
    setenv("LANG", "C.UTF-8", 1);
    for (size_t i = 0; i + 1 < served.environment.size(); i += 2)
        setenv(served.environment[i].c_str(), served.environment[i + 1].c_str(), 1);
    return become(served.plainCommand.front().c_str(), served.plainCommand);
}

} // namespace

int main(int count, char **arguments)
{
    if (count == 5 || count == 6) {
        const Served served = servedKind(arguments[2], arguments[4], count == 6 ? arguments[5] : "");
        if (!served.command.empty() && std::strcmp(arguments[1], "serve") == 0)
            return serve(served, arguments[3]);
        if (!served.command.empty() && std::strcmp(arguments[1], "serve-plain") == 0)
            return servePlain(served);
    }
    if (count == 2 && std::strcmp(arguments[1], "check-filter") == 0)
        return systemCallFilter() >= 0 ? 0 : failed("libseccomp");
    std::fprintf(stderr,
        "usage: autodidact-sandbox serve|serve-plain KIND BUBBLEWRAP INTERPRETER [FOLDER], or check-filter\n");
    return 2;
}
