#include "keeper.h"

#include "controlgroup.h"
#include "core/sandbox/entry/handover.h"
#include "core/sandbox/wire.h"
#include "statefolder.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace autodidact::sandbox {

namespace {

namespace fs = std::filesystem;

constexpr int missingExit = 3;
constexpr int graceMs = 1500; // for a server to see that nobody is at the other end of its socket

int failed(const char *what)
{
    std::fprintf(stderr, "autodidact-sandbox: %s: %s\n", what, std::strerror(errno));
    return missingExit;
}

std::vector<char *> pointers(const std::vector<std::string> &words)
{
    std::vector<char *> list;
    for (const std::string &word : words)
        list.push_back(const_cast<char *>(word.c_str()));
    list.push_back(nullptr);
    return list;
}

pid_t startEngine(const Container &container, const std::vector<std::string> &arguments, bool quiet)
{
    const pid_t pid = fork();
    if (pid != 0)
        return pid;
    const int null = open("/dev/null", O_RDWR);
    dup2(null, 0);
    dup2(null, 1);
    if (quiet)
        dup2(null, 2);
    close_range(3, ~0u, 0);
    execve(container.engine.c_str(), pointers(arguments).data(), pointers(engineEnvironment(container)).data());
    _exit(failed(container.engine.c_str()));
}

/// Ends and removes the container, where there is one.
void removeContainer(const Container &container)
{
    const pid_t pid = startEngine(container, removalArguments(container), true);
    waitpid(pid, nullptr, 0);
}

/// Where the container's entry asks for its server.
int listenAt(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return -1;
    std::strcpy(address.sun_path, path.c_str());
    const int socket = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 || listen(socket, 1) != 0)
        return -1;
    chmod(path.c_str(), 0666); // the container's users are others than this one
    return socket;
}

std::string handoverText(const Container &container, const Served &served)
{
    std::string text;
    const auto part = [&text](char kind, const std::string &value) { (text += kind) += value + '\0'; };
    if (served.alone)
        part(HandoverAlone, {});
    for (const std::string &path : served.hidden)
        part(HandoverHidden, path);
    const std::vector<std::string> environment = serverEnvironment(served);
    for (size_t i = 0; i + 1 < environment.size(); i += 2)
        part(HandoverEnvironment, environment[i] + "=" + environment[i + 1]);
    if (container.named())
        part(HandoverEnvironment, "PATH=/usr/local/bin:/usr/bin:/bin");
    for (const std::string &word : served.command)
        part(HandoverWord, word);
    return text;
}

/// How many descriptors from controlFd on the server gets.
int serverFds(const Container &container, const Served &served)
{
    const ControlGroup group = served.alone || geteuid() != 0 ? ControlGroup{} : engineGroup(container.name, serverUser());
    if (!group.isThere() || !openControlGroup(group))
        return leastHandoverFds;
    return group.processes.empty() ? leastHandoverFds + 1 : mostHandoverFds;
}

/// Gives the server's descriptors away; they stay open nowhere else.
bool handOver(int listener, std::string text, int count)
{
    const int socket = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    const int fds[mostHandoverFds] = {controlFd, filterFd, moduleFd, memoryGroupFd, processGroupFd};
    const size_t size = size_t(count) * sizeof(int);
    iovec piece{text.data(), text.size()};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof fds)] = {};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = CMSG_SPACE(size);
    cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(size);
    std::memcpy(CMSG_DATA(head), fds, size);
    const bool sent = sendmsg(socket, &message, MSG_NOSIGNAL) == ssize_t(text.size());
    close(socket);
    close_range(controlFd, unsigned(controlFd + count - 1), 0);
    return sent;
}

/// Stays until the engine has ended, or nobody reads what it says any more. False then.
bool attend(pid_t engine, int listener, const Container &container, const Served &served)
{
    const int handle = int(syscall(SYS_pidfd_open, engine, 0));
    bool waiting = true;
    for (;;) {
        pollfd events[3]{{handle, POLLIN, 0}, {waiting ? listener : -1, POLLIN, 0}, {2, 0, 0}};
        if (poll(events, 3, -1) < 0 && errno != EINTR)
            return false;
        if (events[0].revents)
            break;
        if (events[1].revents && waiting) {
            waiting = false;
            if (!handOver(listener, handoverText(container, served), serverFds(container, served)))
                return false;
        }
        if (events[2].revents & POLLERR) {
            for (const int fd : {controlFd, filterFd, moduleFd})
                close(fd);
            pollfd end{handle, POLLIN, 0};
            return poll(&end, 1, graceMs) == 1;
        }
    }
    return true;
}

/// A control group and those within; they hold no process any more.
void removeGroup(const fs::path &group)
{
    std::error_code error;
    for (const fs::directory_entry &entry : fs::directory_iterator(group, error)) {
        if (entry.is_directory(error))
            removeGroup(entry.path());
    }
    rmdir(group.c_str());
}

/// Engines leave the group above a container's own behind, in every hierarchy.
void removeGroups(const Container &container)
{
    std::error_code error;
    removeGroup(fs::path("/sys/fs/cgroup") / container.name);
    for (const fs::directory_entry &entry : fs::directory_iterator("/sys/fs/cgroup", error)) {
        if (fs::is_directory(entry.path() / container.name, error))
            removeGroup(entry.path() / container.name);
    }
}

int keep(Container container, const Served &served)
{
    const std::string state = stateFolder();
    if (state.empty())
        return failed("no folder for containers");
    container.store = state + "/podman";
    sweepStale(state, [&](const std::string &folder) {
        Container stale = container;
        stale.folder = folder;
        stale.name = folder.substr(folder.rfind('/') + 1);
        removeContainer(stale);
        removeGroups(stale);
    });
    // The numbers of the server's descriptors stay free for them.
    for (int fd = memoryGroupFd; fd <= processGroupFd; ++fd)
        dup2(2, fd);
    OwnedFolder folder(state);
    container.folder = folder.path();
    container.name = folder.name();
    if (folder.path().empty() || !furnish(container, served))
        return failed("no folder for the container");
    const int listener = listenAt(container.folder + "/shared/socket");
    const pid_t engine = startEngine(container, containerArguments(container, served), false);
    if (!attend(engine, listener, container, served)) {
        removeContainer(container);
        kill(engine, SIGKILL);
    }
    int status = 0;
    waitpid(engine, &status, 0);
    removeGroups(container);
    folder.remove();
    return WIFEXITED(status) ? WEXITSTATUS(status) : missingExit;
}

} // namespace

int keepContainer(Container container, const Served &served)
{
    const pid_t keeper = fork();
    if (keeper < 0)
        return failed("no process for the container");
    if (keeper > 0) {
        close_range(controlFd, ~0u, 0);
        int status = 0;
        waitpid(keeper, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : missingExit;
    }
    setsid();
    _exit(keep(std::move(container), served));
}

} // namespace autodidact::sandbox
