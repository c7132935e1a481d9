#include "core/runners/javacompiler.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int mostCompilations = 2000;
constexpr qint64 mostBytes = 384ll << 20;
constexpr qsizetype mostNoise = 2000;
constexpr quint32 largestAnswer = 64u << 20;

/// Takes what comes while it waits for the end of one answer, or for something that ends the waiting.
class Conversation
{
public:
    enum class End { Done, Late, Stopped, Gone };

    Conversation(int socket, int errors, int stopped, int ms)
        : m_socket(socket)
        , m_errors(errors)
        , m_stopped(stopped)
        , m_deadline(std::chrono::steady_clock::now() + std::chrono::milliseconds(ms))
    {
    }

    End send(const QByteArray &bytes)
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            if (const End end = wait(POLLOUT); end != End::Done)
                return end;
            const ssize_t count = ::send(m_socket, bytes.data() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (count < 0 && errno != EAGAIN)
                return End::Gone;
            sent += std::max<ssize_t>(0, count);
        }
        return End::Done;
    }

    End receive(QByteArray &bytes, qsizetype size)
    {
        bytes.resize(size);
        qsizetype received = 0;
        while (received < size) {
            if (const End end = wait(POLLIN); end != End::Done)
                return end;
            const ssize_t count = recv(m_socket, bytes.data() + received, size_t(size - received), MSG_DONTWAIT);
            if (count == 0 || (count < 0 && errno != EAGAIN))
                return End::Gone;
            received += std::max<ssize_t>(0, count);
        }
        return End::Done;
    }

    /// What the compiler said on its standard error.
    QByteArray noise()
    {
        drainErrors();
        return m_noise;
    }

private:
    void drainErrors()
    {
        char piece[4096];
        ssize_t count = 0;
        while ((count = ::read(m_errors, piece, sizeof piece)) > 0)
            m_noise = (m_noise + QByteArray(piece, count)).right(mostNoise);
    }

    End wait(short events)
    {
        for (;;) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - std::chrono::steady_clock::now());
            pollfd waiting[3]{{m_socket, events, 0}, {m_stopped, POLLIN, 0}, {m_errors, POLLIN, 0}};
            const int ready = poll(waiting, 3, int(std::max<qint64>(0, left.count())));
            if (ready == 0)
                return End::Late;
            if (waiting[1].revents)
                return End::Stopped;
            if (waiting[0].revents)
                return End::Done;
            drainErrors(); // a full pipe would stop the compiler
            if (waiting[2].revents & POLLHUP)
                return End::Gone;
        }
    }

    QByteArray m_noise;
    int m_socket;
    int m_errors;
    int m_stopped;
    std::chrono::steady_clock::time_point m_deadline;
};

QString readText(QDataStream &in)
{
    QByteArray bytes;
    in >> bytes;
    return QString::fromUtf8(bytes);
}

JavaMessage readMessage(QDataStream &in)
{
    JavaMessage message;
    bool error = false;
    in >> error;
    message.code = readText(in);
    qint32 unit = 0, line = 0, column = 0;
    in >> unit >> line >> column >> message.inImport;
    message.unit = unit;
    message.diagnostic = {line, column, error ? u"error"_s : u"warning"_s, readText(in)};
    return message;
}

/// In the order of Answer.bytes() in resources/sandbox/Answer.java.
JavaAnswer readAnswer(const QByteArray &bytes)
{
    QDataStream in(bytes);
    JavaAnswer answer;
    qint32 outcome = 0;
    in >> outcome >> answer.usedBytes;
    answer.outcome = JavaAnswer::Outcome(outcome);
    answer.reason = readText(in);
    qint32 count = 0;
    for (in >> count; count > 0 && in.status() == QDataStream::Ok; --count)
        answer.messages << readMessage(in);
    answer.classes = bytes.sliced(in.device()->pos());
    return answer;
}

} // namespace

JavaCompiler::JavaCompiler(HelperProcess process)
    : m_process(std::move(process))
{
}

Result<std::unique_ptr<JavaCompiler>> JavaCompiler::start(const SandboxOptions &options)
{
    return startHelper(options, "javac", options.supportFolder, SOCK_STREAM).transform([](HelperProcess &&process) {
        return std::unique_ptr<JavaCompiler>(new JavaCompiler(std::move(process)));
    });
}

JavaCompiler::~JavaCompiler()
{
    m_process.control.close();
    kill(m_process.pid, SIGKILL);
    waitpid(m_process.pid, nullptr, 0);
}

Result<JavaAnswer> JavaCompiler::compile(const QByteArray &job, int ms, std::stop_token stop)
{
    const FileDescriptor stopped(eventfd(0, EFD_CLOEXEC));
    const std::stop_callback wake(stop, [&] { eventfd_write(stopped.get(), 1); });
    Conversation conversation(m_process.control.get(), m_process.errors.get(), stopped.get(), ms);
    m_usable = false; // until it has answered
    QByteArray head;
    QByteArray body;
    auto end = conversation.send(job);
    if (end == Conversation::End::Done)
        end = conversation.receive(head, sizeof(quint32));
    const quint32 size = end == Conversation::End::Done ? qFromBigEndian<quint32>(head.constData()) : 0;
    if (end == Conversation::End::Done)
        end = size > largestAnswer ? Conversation::End::Gone : conversation.receive(body, size);
    if (end == Conversation::End::Stopped)
        return fail(ErrorKind::Cancelled, u"stopped"_s);
    if (end == Conversation::End::Late)
        return JavaAnswer{.outcome = JavaAnswer::Outcome::Late};
    if (end == Conversation::End::Gone)
        return fail(
            ErrorKind::Sandbox, u"the Java compiler ended: "_s + QString::fromLocal8Bit(conversation.noise()).simplified());
    const JavaAnswer answer = readAnswer(body);
    m_usable =
        ++m_compilations < mostCompilations && answer.usedBytes < mostBytes && answer.outcome != JavaAnswer::Outcome::GaveUp;
    return answer;
}

} // namespace autodidact
