#include "core/sandbox/helperprocess.h"

#include "core/sandbox/containerengine.h"
#include "core/sandbox/wire.h"

#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int aboveAssigned = 64; // of the numbers that the new process gives to its descriptors

std::unexpected<Error> systemFailure(const QString &what)
{
    return fail(ErrorKind::Sandbox, what + u": "_s + QString::fromLocal8Bit(std::strerror(errno)));
}

/// With \p control as its descriptor 3; every other descriptor of ours stays here.
pid_t spawn(QList<QByteArray> words, int control, int errors)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, errors, 2);
    posix_spawn_file_actions_adddup2(&actions, control, sandbox::controlFd);
    posix_spawn_file_actions_addclosefrom_np(&actions, sandbox::controlFd + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t pid = -1;
    if (posix_spawn(&pid, words[0].constData(), &actions, &attributes, arguments.data(), environ) != 0)
        pid = -1;
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return pid;
}

/// An interpreter lies elsewhere in an image than on this machine.
QByteArray nameWithin(const QString &image, const QByteArray &kind, const QString &subject)
{
    const bool interpreter = kind == "python" || kind == "node";
    return (interpreter && !image.isEmpty() ? QFileInfo(subject).fileName() : subject).toLocal8Bit();
}

QList<QByteArray> commandLine(const SandboxOptions &options, const QByteArray &kind, const QString &subject)
{
    const QByteArray helper = options.helperPath.toLocal8Bit();
    if (options.gear == SandboxGear::Container) {
        return {helper, "serve-container", kind, options.enginePath.toLocal8Bit(), nameWithin(options.image, kind, subject),
            options.image.toLocal8Bit(), options.runtime.toLocal8Bit(), engineLimits(options) ? "limited" : "unlimited"};
    }
    const QString folder = kind == "node" ? options.nodeSnapshot : options.wasmFolder;
    const bool plain = options.gear == SandboxGear::None || (options.gear == SandboxGear::Wasm && options.walls == WasmWalls::Filter);
    return {helper, plain ? "serve-plain" : "serve", kind, options.bubblewrapPath.toLocal8Bit(), subject.toLocal8Bit(),
        folder.toLocal8Bit()};
}

} // namespace

Result<HelperProcess> startHelper(const SandboxOptions &options, const QByteArray &kind, const QString &subject, int socketType)
{
    int sockets[2];
    if (socketpair(AF_UNIX, socketType | SOCK_CLOEXEC, 0, sockets) < 0)
        return systemFailure(u"no socket"_s);
    HelperProcess process{.control = FileDescriptor(sockets[0])};
    const FileDescriptor theirs(fcntl(sockets[1], F_DUPFD_CLOEXEC, aboveAssigned));
    ::close(sockets[1]);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        return systemFailure(u"no pipe"_s);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    process.errors = FileDescriptor(ends[0]);
    const FileDescriptor errorEnd(fcntl(ends[1], F_DUPFD_CLOEXEC, aboveAssigned));
    ::close(ends[1]);
    process.pid = spawn(commandLine(options, kind, subject), theirs.get(), errorEnd.get());
    if (process.pid < 0)
        return fail(ErrorKind::Missing, u"%1 could not be started"_s.arg(options.helperPath));
    return process;
}

} // namespace autodidact
