#include "core/sandbox/server.h"

#include "core/sandbox/helperprocess.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype largestReport = 16 << 20;
constexpr int graceMs = 10'000; // beyond the wall time, before a silent server counts as dead

struct Pipe {
    FileDescriptor read;
    FileDescriptor write;
};

Result<Pipe> makePipe()
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        return fail(
            ErrorKind::Sandbox, u"no pipe: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))));
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

FileDescriptor makeBlob(const QByteArray &bytes)
{
    FileDescriptor file(memfd_create("blob", MFD_CLOEXEC));
    qsizetype written = 0;
    while (file.isOpen() && written < bytes.size()) {
        const ssize_t count =
            ::write(file.get(), bytes.data() + written, size_t(bytes.size() - written));
        if (count <= 0)
            return {};
        written += count;
    }
    return file;
}

/// Takes what is there. False at the end of the stream.
bool drain(const FileDescriptor &from, QByteArray &into, qsizetype most)
{
    std::array<char, 65536> piece;
    for (;;) {
        const ssize_t count = ::read(from.get(), piece.data(), piece.size());
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
        if (count == 0)
            return false;
        into.append(
            piece.data(), std::min<qsizetype>(count, std::max<qsizetype>(0, most - into.size())));
        if (into.size() >= most)
            return true;
    }
}

/// How the helper names a kind of server, and what it needs for it.
std::pair<QByteArray, QString> servedBy(const SandboxOptions &options, ServerKind kind)
{
    switch (kind) {
    case ServerKind::Python: return {"python", options.pythonPath};
    case ServerKind::Node: return {"node", options.nodePath};
    case ServerKind::Steps: return {"steps", options.supportFolder};
    case ServerKind::WasmPython: return {"wasm-python", options.nodePath};
    case ServerKind::WasmJavaScript: return {"wasm-javascript", options.nodePath};
    case ServerKind::WasmRust: return {"wasm-rust", options.nodePath};
    case ServerKind::Java: break;
    }
    return {"java", options.supportFolder};
}

int msUntil(std::chrono::steady_clock::time_point deadline)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    return int(std::max<qint64>(0, left.count()));
}

} // namespace

SandboxServer::SandboxServer(pid_t pid, FileDescriptor control, FileDescriptor errors)
    : m_pid(pid)
    , m_control(std::move(control))
    , m_errors(std::move(errors))
{
}

Result<std::unique_ptr<SandboxServer>> SandboxServer::start(const SandboxOptions &options, ServerKind kind)
{
    const auto [name, subject] = servedBy(options, kind);
    Result<HelperProcess> helper = startHelper(options, name, subject, SOCK_SEQPACKET);
    if (!helper)
        return std::unexpected(helper.error());
    return std::unique_ptr<SandboxServer>(
        new SandboxServer(helper->pid, std::move(helper->control), std::move(helper->errors)));
}

SandboxServer::~SandboxServer()
{
    m_control.close(); // the server ends when nobody is at the other end
    kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
}

Error SandboxServer::died(const QString &what)
{
    m_usable = false;
    QByteArray text;
    drain(m_errors, text, 4096);
    const QString detail = QString::fromLocal8Bit(text).simplified();
    return Error{ErrorKind::Sandbox, detail.isEmpty() ? what : what + u": "_s + detail};
}

Status SandboxServer::send(
    const AttemptInput &input, const FileDescriptor &report, const FileDescriptor &output)
{
    const FileDescriptor program = makeBlob(input.program);
    const FileDescriptor tests = makeBlob(input.tests);
    if (!program.isOpen() || !tests.isOpen())
        return fail(ErrorKind::Sandbox, u"no memory for program and tests"_s);
    const std::array<int, 4> fds{program.get(), tests.get(), report.get(), output.get()};
    iovec piece{const_cast<sandbox::Request *>(&input.request), sizeof input.request};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof fds)> control{};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof fds);
    std::memcpy(CMSG_DATA(head), fds.data(), sizeof fds);
    if (sendmsg(m_control.get(), &message, MSG_NOSIGNAL) != sizeof input.request)
        return std::unexpected(died(u"the sandbox server ended"_s));
    return {};
}

Result<RawAttempt> SandboxServer::run(const AttemptInput &input, std::stop_token stop)
{
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, u"stopped"_s);
    Result<Pipe> report = makePipe();
    Result<Pipe> output = makePipe();
    if (!report || !output)
        return std::unexpected(report ? output.error() : report.error());
    if (const Status sent = send(input, report->write, output->write); !sent)
        return std::unexpected(sent.error());
    report->write.close();
    output->write.close();
    ++m_attempts;

    const FileDescriptor stopped(eventfd(0, EFD_CLOEXEC));
    const std::stop_callback wake(stop, [&] { eventfd_write(stopped.get(), 1); });
    const auto endAttempt = [&] { ::send(m_control.get(), &sandbox::cancelByte, 1, MSG_NOSIGNAL); };
    const auto deadline = std::chrono::steady_clock::now()
        + std::chrono::milliseconds(input.request.wallMs + graceMs);

    RawAttempt attempt;
    bool reportOpen = true, outputOpen = true, ending = false;
    for (;;) {
        std::array<pollfd, 4> waiting{pollfd{m_control.get(), POLLIN, 0},
            pollfd{reportOpen ? report->read.get() : -1, POLLIN, 0},
            pollfd{outputOpen ? output->read.get() : -1, POLLIN, 0},
            pollfd{ending ? -1 : stopped.get(), POLLIN, 0}};
        const int ready = poll(waiting.data(), waiting.size(), msUntil(deadline));
        if (ready == 0)
            return std::unexpected(died(u"the sandbox server does not answer"_s));
        if (waiting[1].revents)
            reportOpen = drain(report->read, attempt.records, largestReport);
        if (waiting[2].revents)
            outputOpen = drain(output->read, attempt.output, input.outputLimit + 1);
        if (waiting[0].revents)
            break;
        attempt.outputExceeded = attempt.output.size() > input.outputLimit;
        if (!ending
            && (attempt.outputExceeded || attempt.records.size() >= largestReport
                || waiting[3].revents)) {
            endAttempt();
            ending = true;
            outputOpen = reportOpen = false;
        }
    }
    if (recv(m_control.get(), &attempt.reply, sizeof attempt.reply, 0) != sizeof attempt.reply
        || attempt.reply.magic != sandbox::replyMagic)
        return std::unexpected(died(u"the sandbox server ended"_s));
    if (attempt.reply.retiring)
        m_usable = false;
    if (stop.stop_requested())
        return fail(ErrorKind::Cancelled, u"stopped"_s);
    drain(report->read, attempt.records, largestReport);
    drain(output->read, attempt.output, input.outputLimit + 1);
    attempt.outputExceeded = attempt.output.size() > input.outputLimit;
    attempt.output.truncate(input.outputLimit);
    return attempt;
}

} // namespace autodidact
