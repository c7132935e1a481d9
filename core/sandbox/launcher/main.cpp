// autodidact-sandbox: becomes a warm server inside bubblewrap, or keeps one inside a container. Started by the core with
// the control socket as descriptor 3; see core/sandbox/wire.h for what is said on it.

#include "bubblewrap.h"
#include "core/sandbox/wire.h"
#include "controlgroup.h"
#include "filter.h"
#include "keeper.h"
#include "served.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
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

/// Of the numbers above 2, the server has those of wire.h, \p files from openedFd on, and no other.
bool place(int filter, int module, const std::vector<int> &files)
{
    const int highFilter = fcntl(filter, F_DUPFD, 16);
    const int highModule = fcntl(module, F_DUPFD, 16);
    int next = openedFd;
    for (const int file : files) {
        if (dup2(file, next) != next)
            return false;
        ++next;
    }
    return highFilter >= 0 && highModule >= 0 && dup2(highFilter, filterFd) == filterFd
        && dup2(highModule, moduleFd) == moduleFd && close_range(moduleFd + 1, openedFd - 1, 0) == 0
        && close_range(unsigned(next), ~0u, 0) == 0;
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
bool prepare(const Served &served)
{
    const int filter = systemCallFilter(served.sealed ? FilterUse::Sealed : served.alone ? FilterUse::Alone : FilterUse::Supervised);
    const int payload = payloadFile(served.payload);
    std::vector<int> files;
    return filter >= 0 && payload >= 0 && openFiles(served.opened, files) && place(filter, payload, files);
}

/// Waits for the process that it was forked from, and leaves no control group behind.
[[noreturn]] void keepGroup(const ControlGroup &group, int process)
{
    setsid();
    close_range(0, unsigned(process) - 1, 0);
    close_range(unsigned(process) + 1, ~0u, 0);
    pollfd end{process, POLLIN, 0};
    while (poll(&end, 1, -1) < 0 && errno == EINTR) { }
    _exit(removeControlGroup(group) ? 0 : 1);
}

/// A control group where one can be had; without it, the supervisor's watch limits memory.
void limitMemory()
{
    const ControlGroup group = makeControlGroup(geteuid() == 0 ? unprivileged : geteuid());
    if (!group.isThere())
        return;
    const int self = int(syscall(SYS_pidfd_open, getpid(), 0));
    const pid_t keeper = self >= 0 ? fork() : -1;
    if (keeper == 0)
        keepGroup(group, self);
    close(self);
    if (keeper < 0)
        removeControlGroup(group);
    else if (!enterControlGroup(group))
        close_range(memoryGroupFd, processGroupFd, 0);
}

int serve(const Served &served, const char *bubblewrap)
{
    if (!prepare(served) || (served.alone && !talkOnStandardStreams()))
        return failed("the system call filter or the server could not be made");
    if (!served.alone)
        limitMemory();
    if (!leaveRoot())
        return failed("could not become an unprivileged user");
    return become(bubblewrap, bubblewrapArguments(served));
}

/// \p runtime: "-" for the engine's own choice. \p limits: "limited" where the engine can limit memory and processes.
int serveContainer(const Served &served, const char *engine, const char *image, const char *runtime, const char *limits)
{
    if (!prepare(served))
        return failed("the system call filter or the server could not be made");
    Container container;
    container.engine = engine;
    container.image = image;
    if (std::strcmp(runtime, "-") != 0)
        container.runtime = runtime;
    container.limited = std::strcmp(limits, "limited") == 0;
    return keepContainer(std::move(container), served);
}

/// \p environment: names and values by turns.
void setAll(const std::vector<std::string> &environment)
{
    for (size_t i = 0; i + 1 < environment.size(); i += 2)
        setenv(environment[i].c_str(), environment[i + 1].c_str(), 1);
}

/// The snapshot knows nothing of where and by whom it was made.
int makeSnapshot(const char *interpreter, const char *file)
{
    clearenv();
    setAll(serverEnvironment({}));
    return become(interpreter, nodeSnapshotCommand(interpreter, file));
}

/// Without bubblewrap: the gear "none", and servers whose attempts are sealed.
int servePlain(const Served &served)
{
    if (!prepare(served) || (served.alone && !talkOnStandardStreams()))
        return failed("the server could not be made");
    if (served.sealed && !leaveRoot())
        return failed("could not become an unprivileged user");
    clearenv(); // keys may lie in ours
    setAll({"PATH", "/usr/bin:/bin", "HOME", "/tmp", "LANG", "C.UTF-8"});
    setAll(served.environment);
    return become(served.plainCommand.front().c_str(), served.plainCommand);
}

} // namespace

int main(int count, char **arguments)
{
    if (count == 6) {
        const Served served = servedKind(arguments[2], arguments[4], arguments[5]);
        if (!served.command.empty() && std::strcmp(arguments[1], "serve") == 0)
            return serve(served, arguments[3]);
        if (!served.command.empty() && std::strcmp(arguments[1], "serve-plain") == 0)
            return servePlain(served);
    }
    if (count == 8 && std::strcmp(arguments[1], "serve-container") == 0) {
        const Served served = servedKind(arguments[2], arguments[4], "");
        if (!served.command.empty())
            return serveContainer(served, arguments[3], arguments[5], arguments[6], arguments[7]);
    }
    if (count == 4 && std::strcmp(arguments[1], "node-snapshot") == 0)
        return makeSnapshot(arguments[2], arguments[3]);
    if (count == 2 && std::strcmp(arguments[1], "check-filter") == 0)
        return systemCallFilter() >= 0 ? 0 : failed("libseccomp");
    if (count == 2 && std::strcmp(arguments[1], "check-group") == 0) {
        const GroupTrial trial = tryControlGroup();
        std::puts(trial.text.c_str());
        return trial.works ? 0 : missingExit;
    }
    std::fprintf(stderr,
        "usage: autodidact-sandbox serve|serve-plain KIND BUBBLEWRAP INTERPRETER FOLDER,\n"
        "or serve-container KIND ENGINE INTERPRETER IMAGE RUNTIME|- limited|unlimited,\n"
        "node-snapshot INTERPRETER FILE, check-filter or check-group\n");
    return 2;
}
