#include "attempt.h"

#include "buffer.h"
#include "child.h"
#include "harness.h"
#include "script.h"
#include "solutionside.h"
#include "testside.h"
#include "watch.h"

#include <errno.h>
#include <initializer_list>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace autodidact::sandbox {

namespace {

constexpr uint64_t tickMs = 20;

/// One forked process and the supervisor's ends of it.
struct Child {
    pid_t pid = -1;
    int pidfd = -1;
    int listenerSocket = -1;  // on which its listener arrives
    int listener = -1;
    bool setUp = false;
    bool ended = false;
    int status = 0;

    bool live() const { return pid > 0 && !ended; }
};

void closeFd(int &fd)
{
    if (fd >= 0)
        close(fd);
    fd = -1;
}

void readBlob(int fd, Buffer &blob)
{
    struct stat info{};
    if (fstat(fd, &info) < 0)
        _exit(setupExit);
    const size_t size = size_t(info.st_size);
    if (size > 0 && pread(fd, blob.grow(size), size, 0) != ssize_t(size))
        _exit(setupExit);
}

/// An attempt while it runs.
class Attempt
{
public:
    Attempt(const Surroundings &around, const Request &request, const AttemptFds &fds, Reply &reply)
        : m_around(around)
        , m_request(request)
        , m_fds(fds)
        , m_reply(reply)
    {
    }

    void run();

private:
    const char *start();
    const char *fork(Child &child, Side side, int channel);
    [[noreturn]] void live(Side side, int channel, int listenerSocket);
    void watch();
    void check();
    void fault(const char *what);
    void end(EndedBy reason);
    void listen(Child &child);
    void receiveListener(Child &child);
    void reap(Child &child);
    void killChild(const Child &child);
    Crowd crowd() const { return {!m_around.plain, {m_solution.pid, m_tests.pid}}; }

    const Surroundings &m_around;
    const Request &m_request;
    AttemptFds m_fds;
    Reply &m_reply;
    Child m_solution;   // holds both sides where they share a process
    Child m_tests;
    uint32_t m_started = 0;
    uint64_t m_begin = clockUs();
    uint64_t m_nextTick = clockMs() + tickMs;
};

/// What a child does after the fork; it owns nothing of the supervisor's.
void Attempt::live(Side side, int channel, int listenerSocket)
{
    Buffer program;
    Buffer tests;
    if (side != Side::Tests)
        readBlob(m_fds.program, program);
    if (side != Side::Solution)
        readBlob(m_fds.tests, tests);
    ChildFds fds;
    fds.null = m_around.null;
    fds.output = side == Side::Tests ? -1 : m_fds.output;
    fds.channel = channel;
    fds.report = side == Side::Solution ? -1 : m_fds.report;
    fds.listener = listenerSocket;
    fds.filter = m_around.filter;
    fds.plain = m_around.plain;
    fds.addressSpace = m_around.addressSpace;
    enterAttempt(m_request, fds);
    PyOS_AfterFork_Child();
    if (side == Side::Solution)
        serveSolution(program);
    else if (side == Side::Tests)
        serveTests(tests);
    else if (m_request.mode == Mode::Script)
        serveScript(program, tests);
    else
        serveBoth(program, tests);
}

const char *Attempt::fork(Child &child, Side side, int channel)
{
    int pair[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0)
        return "socketpair";
    child.pid = ::fork();
    if (child.pid == 0)
        live(side, channel, pair[1]);
    close(pair[1]);
    child.listenerSocket = pair[0];
    if (child.pid < 0)
        return "fork";
    child.pidfd = int(syscall(SYS_pidfd_open, child.pid, 0));
    return child.pidfd < 0 ? "pidfd_open" : nullptr;
}

/// The solution's process comes first: it is forked when nothing of the tests was read anywhere.
const char *Attempt::start()
{
    const char *hidden = m_request.mode == Mode::InProcess ? m_around.memoryModule : nullptr;
    if (const char *problem = m_around.plain ? nullptr : makeNamespaces(m_request.fileMb, hidden))
        return problem;
    if (m_request.mode != Mode::Split)
        return fork(m_solution, Side::Both, -1);
    int channel[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, channel) < 0)
        return "socketpair";
    const char *problem = fork(m_solution, Side::Solution, channel[0]);
    // The tests' side gets a process namespace of its own: neither can name a process of the other.
    if (!problem && !m_around.plain
        && (setns(m_around.pidNamespace, CLONE_NEWPID) < 0 || unshare(CLONE_NEWPID) < 0))
        problem = "second process namespace";
    if (!problem)
        problem = fork(m_tests, Side::Tests, channel[1]);
    close(channel[0]);
    close(channel[1]);
    return problem;
}

void Attempt::receiveListener(Child &child)
{
    char byte = 0;
    iovec piece{&byte, 1};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    if (recvmsg(child.listenerSocket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT) == 1) {
        if (const cmsghdr *head = CMSG_FIRSTHDR(&message))
            memcpy(&child.listener, CMSG_DATA(head), sizeof child.listener);
        child.setUp = child.listener >= 0;
    }
    closeFd(child.listenerSocket);
}

void Attempt::listen(Child &child)
{
    const Notice notice = answerCall(child.listener, m_request, crowd(), m_started);
    if (notice.forbiddenCall >= 0 && m_reply.forbiddenCall < 0)
        m_reply.forbiddenCall = notice.forbiddenCall;
    if (notice.tooManyProcesses)
        end(EndedBy::Processes);
}

void Attempt::reap(Child &child)
{
    rusage used{};
    if (wait4(child.pid, &child.status, 0, &used) != child.pid)
        return;
    child.ended = true;
    const auto us = [](const timeval &time) { return uint64_t(time.tv_sec) * 1000000 + uint64_t(time.tv_usec); };
    m_reply.cpuUs += us(used.ru_utime) + us(used.ru_stime);
    if (uint64_t(used.ru_maxrss) > m_reply.peakKb)
        m_reply.peakKb = uint64_t(used.ru_maxrss);
}

void Attempt::killChild(const Child &child)
{
    if (!child.live())
        return;
    if (m_around.plain)
        kill(-child.pid, SIGKILL); // no process namespace whose end would take the others with it
    kill(child.pid, SIGKILL);
}

void Attempt::end(EndedBy reason)
{
    if (m_reply.endedBy == EndedBy::Itself)
        m_reply.endedBy = reason;
    killChild(m_tests);
    killChild(m_solution);
}

void Attempt::fault(const char *what)
{
    m_reply.endedBy = EndedBy::Fault;
    snprintf(m_reply.fault, sizeof m_reply.fault, "%s: errno %d", what, errno);
    end(EndedBy::Fault);
}

/// Every tick: time and memory of the whole tree.
void Attempt::check()
{
    const uint64_t limitKb = uint64_t(m_request.memoryMb) * 1024;
    const Usage usage = lookAround(crowd(), limitKb);
    if (usage.memoryKb > m_reply.peakKb)
        m_reply.peakKb = usage.memoryKb;
    if (usage.memoryKb > limitKb)
        end(EndedBy::Memory);
    else if (m_reply.cpuUs + usage.cpuUs > uint64_t(m_request.cpuMs) * 1000)
        end(EndedBy::CpuTime);
    else if (clockUs() - m_begin > uint64_t(m_request.wallMs) * 1000)
        end(EndedBy::WallTime);
    m_nextTick = clockMs() + tickMs;
}

void Attempt::watch()
{
    const Child &leader = m_request.mode == Mode::Split ? m_tests : m_solution;
    while (!leader.ended) {
        pollfd waiting[7];
        int count = 0;
        waiting[count++] = {controlFd, POLLIN, 0};
        for (Child *child : {&m_solution, &m_tests}) {
            waiting[count++] = {child->live() ? child->pidfd : -1, POLLIN, 0};
            waiting[count++] = {child->listenerSocket, POLLIN, 0};
            waiting[count++] = {child->listener, POLLIN, 0};
        }
        const uint64_t now = clockMs();
        poll(waiting, nfds_t(count), now >= m_nextTick ? 0 : int(m_nextTick - now));
        if (waiting[0].revents) {
            char byte = 0;
            if (recv(controlFd, &byte, 1, MSG_DONTWAIT) == 0)
                end(EndedBy::Core), _exit(0);
            end(EndedBy::Core);
        }
        int slot = 1;
        for (Child *child : {&m_solution, &m_tests}) {
            if (waiting[slot + 1].revents)
                receiveListener(*child);
            if (waiting[slot + 2].revents & POLLIN)
                listen(*child);
            else if (waiting[slot + 2].revents)
                closeFd(child->listener);
            if (waiting[slot].revents)
                reap(*child);
            slot += 3;
        }
        if (clockMs() >= m_nextTick)
            check();
    }
}

void Attempt::run()
{
    PyOS_BeforeFork();
    const char *problem = start();
    PyOS_AfterFork_Parent();
    closeFd(m_fds.program);
    closeFd(m_fds.tests);
    closeFd(m_fds.report);
    closeFd(m_fds.output);
    if (!m_around.plain
        && (setns(m_around.pidNamespace, CLONE_NEWPID) < 0 || setns(m_around.mountNamespace, CLONE_NEWNS) < 0
        || setns(m_around.ipcNamespace, CLONE_NEWIPC) < 0))
        problem = problem ? problem : "return to the server's namespaces";
    if (problem)
        fault(problem);
    else
        watch();
    for (Child *child : {&m_tests, &m_solution}) {
        if (child->listenerSocket >= 0)
            receiveListener(*child);
        killChild(*child);
        if (child->live())
            reap(*child);
        closeFd(child->pidfd);
        closeFd(child->listenerSocket);
        closeFd(child->listener);
    }
    const bool split = m_request.mode == Mode::Split;
    m_reply.setUp = m_around.plain || (m_solution.setUp && (m_tests.setUp || !split)) ? 1 : 0;
    m_reply.solutionStatus = m_solution.status;
    m_reply.testStatus = split ? m_tests.status : m_solution.status;
    m_reply.wallUs = clockUs() - m_begin;
}

} // namespace

void runAttempt(const Surroundings &around, const Request &request, const AttemptFds &fds, Reply &reply)
{
    Attempt(around, request, fds, reply).run();
}

} // namespace autodidact::sandbox
