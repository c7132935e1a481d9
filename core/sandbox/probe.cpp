#include "core/sandbox/probe.h"

#include "core/sandbox/server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Ran {
    bool ok = false;
    QString text;
};

Ran runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(10'000)) {
        process.kill();
        process.waitForFinished(1'000);
        return {false, process.errorString()};
    }
    return {process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
        QString::fromLocal8Bit(process.readAll()).simplified().left(300)};
}

QString readLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed())
                                          : QString();
}

SandboxProbe programProbe(const QString &name, const QString &path, const QString &package)
{
    const Ran ran = runProgram(path, {u"--version"_s});
    return {name, ran.ok, true, ran.ok ? ran.text : u"not found"_s,
        ran.ok ? QString() : u"install the package "_s + package};
}

QString namespaceRemedy(const QString &bubblewrap)
{
    if (readLine(u"/proc/sys/kernel/apparmor_restrict_unprivileged_userns"_s) == u"1")
        return u"AppArmor keeps programs from making user namespaces here (Ubuntu 23.10 and "
               u"later). Allow bubblewrap: save the "
               "following as /etc/apparmor.d/bwrap-autodidact and run \"sudo apparmor_parser -r /etc/apparmor.d/bwrap-autodidact\":\n"_s
            + apparmorProfile(bubblewrap);
    if (readLine(u"/proc/sys/kernel/unprivileged_userns_clone"_s) == u"0")
        return u"run \"sudo sysctl kernel.unprivileged_userns_clone=1\""_s;
    if (readLine(u"/proc/sys/user/max_user_namespaces"_s) == u"0")
        return u"run \"sudo sysctl user.max_user_namespaces=10000\""_s;
    return u"inside a container, start that container with user namespaces allowed (for docker: --security-opt seccomp=unconfined)"_s;
}

/// The first thing that the sandbox does, alone: bubblewrap with a user namespace and nothing else.
SandboxProbe namespaceProbe(const SandboxOptions &options)
{
    const Ran ran = runProgram(
        options.bubblewrapPath, {u"--unshare-user"_s, u"--ro-bind"_s, u"/"_s, u"/"_s, u"true"_s});
    return {u"user namespaces"_s, ran.ok, true, ran.ok ? u"can be made"_s : ran.text,
        ran.ok ? QString() : namespaceRemedy(options.bubblewrapPath)};
}

SandboxProbe isolationProbe(const SandboxOptions &options)
{
    const Ran ran = runProgram(options.bubblewrapPath,
        {u"--unshare-all"_s, u"--ro-bind"_s, u"/"_s, u"/"_s, u"--proc"_s, u"/proc"_s, u"true"_s});
    return {u"process, mount, network and IPC namespaces"_s, ran.ok, true,
        ran.ok ? u"can be made"_s : ran.text,
        ran.ok ? QString()
               : u"inside a container, bind the host's /proc, or start the container privileged"_s};
}

SandboxProbe filterProbe(const SandboxOptions &options)
{
    const QString actions = readLine(u"/proc/sys/kernel/seccomp/actions_avail"_s);
    const Ran ran = runProgram(options.helperPath, {u"check-filter"_s});
    const bool works = ran.ok && (actions.isEmpty() || actions.contains(u"user_notif"_s));
    return {u"system call filter"_s, works, true,
        works ? u"seccomp with user notification"_s : ran.text + u' ' + actions,
        works
            ? QString()
            : u"a kernel from 5.0 on with CONFIG_SECCOMP_FILTER, and libseccomp from 2.5 on, are needed"_s};
}

/// Memory is watched every 20 ms in any case; a cgroup would only be a second fence.
SandboxProbe cgroupProbe()
{
    const bool writable = QFileInfo(u"/sys/fs/cgroup/memory"_s).isWritable()
        || QFileInfo(u"/sys/fs/cgroup/cgroup.procs"_s).isWritable();
    return {u"cgroups"_s, writable, false,
        writable ? u"writable, but not used: memory is watched every 20 ms"_s
                 : u"not writable; not needed: memory is watched every 20 ms"_s,
        QString()};
}

AttemptInput smallAttempt()
{
    AttemptInput input;
    input.request = {.mode = sandbox::Mode::Split,
        .cpuMs = 2000,
        .wallMs = 6000,
        .memoryMb = 256,
        .processes = 16,
        .fileMb = 8};
    input.program = "def f():\n    return 42\n";
    const auto text = [&](const QByteArray &bytes) {
        const quint32 size = quint32(bytes.size());
        input.tests.append(reinterpret_cast<const char *>(&size), sizeof size).append(bytes);
    };
    input.tests.append(16, '\1');
    text("f");
    text("");
    input.tests.append("\1\0\0\0", 4);
    text("probe");
    text("assert f() == 42");
    return input;
}

bool sawSuccess(const RawAttempt &attempt)
{
    sandbox::RecordHead head;
    if (attempt.records.size() < qsizetype(sizeof head))
        return false;
    memcpy(&head, attempt.records.constData(), sizeof head);
    return head.kind == quint32(sandbox::RecordKind::Passed) && attempt.reply.setUp == 1;
}

QList<SandboxProbe> serverProbes(const SandboxOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    SandboxProbe start{.name = u"warm server"_s};
    SandboxProbe attempt{.name = u"one attempt"_s};
    Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(options);
    const Result<RawAttempt> first =
        server ? (*server)->run(smallAttempt(), {}) : std::unexpected(server.error());
    start.works = first.has_value();
    start.detail = first ? u"ready in %1 ms"_s.arg(timer.elapsed()) : first.error().detail;
    start.remedy = first
        ? QString()
        : u"see the lines above; if they are all well, please report this message"_s;
    timer.restart();
    const Result<RawAttempt> second = first ? (*server)->run(smallAttempt(), {}) : first;
    attempt.works = second && sawSuccess(*second);
    attempt.detail = attempt.works ? u"%1 ms"_s.arg(double(timer.nsecsElapsed()) / 1e6, 0, 'f', 1)
        : second ? u"set-up failed: %1"_s.arg(QLatin1StringView(second->reply.fault))
                 : second.error().detail;
    attempt.remedy = attempt.works
        ? QString()
        : u"choose another gear with --sandbox, and please report this message"_s;
    return {start, attempt};
}

} // namespace

QString apparmorProfile(const QString &path)
{
    return u"abi <abi/4.0>,\ninclude <tunables/global>\n\nprofile bwrap-autodidact %1 flags=(unconfined) {\n  userns,\n}\n"_s
        .arg(path);
}

QList<SandboxProbe> probeSandbox(const SandboxOptions &options)
{
    const Result<SandboxOptions> complete = resolved(options);
    if (!complete)
        return {
            {u"programs"_s, false, true, complete.error().detail, u"install what is missing"_s}};
    QList<SandboxProbe> probes{programProbe(u"Python"_s, complete->pythonPath, u"python3"_s)};
    if (complete->gear != SandboxGear::None) {
        probes << programProbe(u"bubblewrap"_s, complete->bubblewrapPath, u"bubblewrap"_s)
               << namespaceProbe(*complete) << isolationProbe(*complete);
    }
    probes << filterProbe(*complete) << cgroupProbe();
    return probes + serverProbes(*complete);
}

} // namespace autodidact
