#include "stepprocess.h"

#include "core/sandbox/supervisor/child.h"
#include "core/sandbox/supervisor/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>

namespace autodidact::sandbox {

namespace {

constexpr int notStarted = 126;
constexpr int tickMs = 20;

void limit(__rlimit_resource resource, rlim_t value)
{
    const rlimit both{value, value};
    if (setrlimit(resource, &both) != 0)
        _exit(notStarted);
}

/// The step's input on its way into the program's pipe.
class Feed
{
public:
    explicit Feed(Reader::Text input)
        : m_input(input)
    {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0)
            _exit(setupExit);
        m_read = ends[0];
        m_write = ends[1];
        fcntl(m_write, F_SETFL, O_NONBLOCK);
    }

    int readEnd() const { return m_read; }
    int writeEnd() const { return m_write; } ///< -1 when all is said

    void closeReadEnd() { close(m_read); }

    /// As much as fits; gives up when nobody reads.
    void pour()
    {
        const ssize_t count = m_input.size > 0 ? write(m_write, m_input.data, m_input.size) : 0;
        if (count > 0)
            m_input = {m_input.data + count, m_input.size - size_t(count)};
        if ((count < 0 && errno != EAGAIN) || m_input.size == 0)
            end();
    }

    void end()
    {
        if (m_write >= 0)
            close(m_write);
        m_write = -1;
    }

private:
    Reader::Text m_input;
    int m_read = -1;
    int m_write = -1;
};

/// Becomes the program. A binary that must not be read is opened and removed first.
[[noreturn]] void become(const Step &step, const StepFds &fds, int input)
{
    char **arguments = terminated(step.arguments);
    char **environment = terminated(step.environment);
    if (!arguments || !arguments[0] || !environment)
        _exit(notStarted);
    signal(SIGPIPE, SIG_DFL);
    dup2(input, 0);
    if (fds.output >= 0)
        dup2(fds.output, 1);
    if (fds.errors >= 0)
        dup2(fds.errors, 2);
    syscall(SYS_close_range, 3, ~0u, 0);
    if (step.addressMb > 0)
        limit(RLIMIT_AS, rlim_t(step.addressMb) << 20);
    limit(RLIMIT_CPU, cpuBackstopS(step.cpuMs));
    if (step.flags & StepHidden) {
        const int program = open(arguments[0], O_RDONLY | O_CLOEXEC);
        if (program >= 0 && unlink(arguments[0]) == 0)
            fexecve(program, arguments, environment);
    } else {
        execve(arguments[0], arguments, environment);
    }
    _exit(notStarted);
}

uint64_t cpuOf(pid_t process)
{
    clockid_t clock;
    timespec time{};
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0)
        return 0;
    return uint64_t(time.tv_sec) * 1000000 + uint64_t(time.tv_nsec) / 1000;
}

uint64_t usOf(const timeval &time)
{
    return uint64_t(time.tv_sec) * 1000000 + uint64_t(time.tv_usec);
}

void endOthers(bool plain)
{
    if (plain)
        return; // without a process namespace this would reach further; the supervisor ends the session
    kill(-1, SIGKILL);
    while (waitpid(-1, nullptr, 0) > 0) { }
}

} // namespace

StepEnd runStep(const Step &step, const StepFds &fds)
{
    StepEnd end;
    const uint64_t begin = clockUs();
    signal(SIGPIPE, SIG_IGN); // a program need not read what it is fed
    Feed feed(step.input);
    const pid_t process = fork();
    if (process == 0)
        become(step, fds, feed.readEnd());
    feed.closeReadEnd();
    if (process < 0) {
        feed.end();
        end.status = -1;
        return end;
    }
    const int handle = int(syscall(SYS_pidfd_open, process, 0));
    rusage used{};
    for (;;) {
        pollfd waiting[2]{{handle, POLLIN, 0}, {feed.writeEnd(), POLLOUT, 0}};
        poll(waiting, 2, tickMs);
        if (waiting[1].revents)
            feed.pour();
        if (waiting[0].revents && wait4(process, &end.status, 0, &used) == process)
            break;
        if (cpuOf(process) > uint64_t(step.cpuMs) * 1000)
            end.over = StepEnd::Over::CpuTime;
        else if (clockUs() - begin > uint64_t(step.wallMs) * 1000)
            end.over = StepEnd::Over::WallTime;
        if (end.over != StepEnd::Over::Nothing)
            kill(process, SIGKILL);
    }
    close(handle);
    feed.end();
    end.cpuUs = usOf(used.ru_utime) + usOf(used.ru_stime);
    end.wallUs = clockUs() - begin;
    if (end.cpuUs > uint64_t(step.cpuMs) * 1000)
        end.over = StepEnd::Over::CpuTime;
    endOthers(getpid() != 1);
    return end;
}

} // namespace autodidact::sandbox
