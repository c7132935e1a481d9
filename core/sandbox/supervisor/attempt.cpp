#include "attempt.h"

#include "childprocess.h"
#include "watch.h"

#include <errno.h>
#include <ftw.h>
#include <initializer_list>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace autodidact::sandbox {

namespace {

constexpr uint64_t tickMs = 20;

int removeEntry(const char *path, const struct stat *, int, struct FTW *)
{
    remove(path);
    return 0;
}

/// An attempt while it runs.
class Attempt {
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
    void watch();
    void check();
    void fault(const char *what);
    void end(EndedBy reason);
    void listen(Child &child);
    void reap(Child &child);
    void killChild(const Child &child);
    uint64_t limitMb() const;
    Crowd crowd() const { return {m_around.inNamespaces(), {m_solution.pid, m_tests.pid}}; }

    const Surroundings &m_around;
    const Request &m_request;
    AttemptFds m_fds;
    Reply &m_reply;
    Child m_solution; // holds both sides where they share a process
    Child m_tests;
    char m_plainFolder[64] = "/tmp/autodidact-attempt-XXXXXX";
    const char *m_workFolder = "/work"; // of the mount namespace, or a folder of its own where there is none
    Asked m_asked;
    uint64_t m_begin = clockUs();
    uint64_t m_nextTick = clockMs() + tickMs;
};

/// The solution's process comes first: it is forked when nothing of the tests was read anywhere.
const char *Attempt::start()
{
    if (m_around.language->memoryMb)
        *m_around.language->memoryMb = 0;
    if (m_around.walls == Walls::FilterOnly)
        m_workFolder = "/"; // whose processes can open nothing anyway
    if (m_around.walls == Walls::Nothing && !(m_workFolder = mkdtemp(m_plainFolder)))
        return "work folder";
    const char *hidden = m_request.mode == Mode::InProcess ? m_around.memoryModule : nullptr;
    if (!m_around.group->limit(m_request, m_around.language->baseMb))
        return "limits of the control group";
    if (const char *problem = m_around.inNamespaces() ? makeNamespaces(m_request, hidden) : nullptr)
        return problem;
    if (m_request.mode != Mode::Split)
        return forkChild(m_solution, Side::Both, {m_around, m_request, m_fds, m_workFolder, -1});
    int channel[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, channel) < 0)
        return "socketpair";
    const char *problem =
        forkChild(m_solution, Side::Solution, {m_around, m_request, m_fds, m_workFolder, channel[0]});
    // The tests' side gets a process namespace of its own: neither can name a process of the other.
    if (!problem && m_around.inNamespaces()
        && (setns(m_around.pidNamespace, CLONE_NEWPID) < 0 || unshare(CLONE_NEWPID) < 0))
        problem = "second process namespace";
    if (!problem)
        problem = forkChild(m_tests, Side::Tests, {m_around, m_request, m_fds, m_workFolder, channel[1]});
    close(channel[0]);
    close(channel[1]);
    return problem;
}

void Attempt::listen(Child &child)
{
    const Notice notice = answerCall(child.listener, m_request, crowd(), m_asked, m_around.language->asksNameService);
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
    const auto us = [](const timeval &time) {
        return uint64_t(time.tv_sec) * 1000000 + uint64_t(time.tv_usec);
    };
    m_reply.cpuUs += us(used.ru_utime) + us(used.ru_stime);
    if (uint64_t(used.ru_maxrss) > m_reply.peakKb)
        m_reply.peakKb = uint64_t(used.ru_maxrss);
}

void Attempt::killChild(const Child &child)
{
    if (!child.live())
        return;
    if (!m_around.inNamespaces())
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

uint64_t Attempt::limitMb() const
{
    const uint32_t stated = m_around.language->memoryMb ? *m_around.language->memoryMb : 0;
    const uint32_t limit = stated > 0 && stated < m_request.memoryMb ? stated : m_request.memoryMb;
    return uint64_t(limit) + m_around.language->baseMb;
}

/// Every tick: time and memory of the whole tree.
void Attempt::check()
{
    const uint64_t limitKb = limitMb() * 1024;
    const Usage usage = lookAround(crowd(), limitKb);
    if (usage.memoryKb > m_reply.peakKb)
        m_reply.peakKb = usage.memoryKb;
    // The kernel may have been quicker, and killed a process that another one waits for.
    if (usage.memoryKb > limitKb || m_around.group->sawMemoryKill())
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
    m_around.language->beforeFork();
    const char *problem = start();
    m_around.language->afterFork();
    closeFd(m_fds.program);
    closeFd(m_fds.tests);
    closeFd(m_fds.report);
    closeFd(m_fds.output);
    if (m_around.inNamespaces()
        && (setns(m_around.pidNamespace, CLONE_NEWPID) < 0
            || setns(m_around.mountNamespace, CLONE_NEWNS) < 0
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
    if (m_around.walls == Walls::Nothing && m_workFolder)
        nftw(m_workFolder, removeEntry, 16, FTW_DEPTH | FTW_PHYS);
    if (m_reply.endedBy == EndedBy::Itself && m_around.group->sawMemoryKill())
        m_reply.endedBy = EndedBy::Memory;
    m_reply.grouped = m_around.group->isThere() ? 1 : 0;
    const bool split = m_request.mode == Mode::Split;
    m_reply.setUp = m_around.walls == Walls::Nothing || (m_solution.setUp && (m_tests.setUp || !split)) ? 1 : 0;
    m_reply.solutionStatus = m_solution.status;
    m_reply.testStatus = split ? m_tests.status : m_solution.status;
    m_reply.wallUs = clockUs() - m_begin;
}

} // namespace

void runAttempt(
    const Surroundings &around, const Request &request, const AttemptFds &fds, Reply &reply)
{
    Attempt(around, request, fds, reply).run();
}

} // namespace autodidact::sandbox
