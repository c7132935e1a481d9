#include "core/sandbox/probe.h"

#include "core/sandbox/probing.h"
#include "core/sandbox/server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString readLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed())
                                          : QString();
}

SandboxProbe programProbe(ProbeStep step, const QString &name, const QString &path, const QString &package)
{
    const Ran ran = runProgram(path, {u"--version"_s});
    return probed(step, name, ran.ok, ran.ok ? ran.text : u"not found"_s,
        installing(package));
}

Remedy running(const QString &command)
{
    return {u"run \"%1\""_s.arg(command), ProbeRemedy::RunCommand, command};
}

Remedy namespaceRemedy(const QString &bubblewrap)
{
    if (readLine(u"/proc/sys/kernel/apparmor_restrict_unprivileged_userns"_s) == u"1")
        return {
            u"AppArmor keeps programs from making user namespaces here (Ubuntu 23.10 and "
            u"later). Allow bubblewrap: save the "
            "following as /etc/apparmor.d/bwrap-autodidact and run \"sudo apparmor_parser -r /etc/apparmor.d/bwrap-autodidact\":\n"_s
                + apparmorProfile(bubblewrap),
            ProbeRemedy::AllowInAppArmor, apparmorProfile(bubblewrap)};
    if (readLine(u"/proc/sys/kernel/unprivileged_userns_clone"_s) == u"0")
        return running(u"sudo sysctl kernel.unprivileged_userns_clone=1"_s);
    if (readLine(u"/proc/sys/user/max_user_namespaces"_s) == u"0")
        return running(u"sudo sysctl user.max_user_namespaces=10000"_s);
    const QString option = u"--security-opt seccomp=unconfined"_s;
    return {u"inside a container, start that container with user namespaces allowed (for docker: %1)"_s.arg(option),
        ProbeRemedy::AllowNamespaces, option};
}

/// The first thing that the sandbox does, alone: bubblewrap with a user namespace and nothing else.
SandboxProbe namespaceProbe(const SandboxOptions &options)
{
    const Ran ran = runProgram(
        options.bubblewrapPath, {u"--unshare-user"_s, u"--ro-bind"_s, u"/"_s, u"/"_s, u"true"_s});
    return probed(ProbeStep::UserNamespaces, u"user namespaces"_s, ran.ok, ran.ok ? u"can be made"_s : ran.text,
        namespaceRemedy(options.bubblewrapPath));
}

SandboxProbe isolationProbe(const SandboxOptions &options)
{
    const Ran ran = runProgram(options.bubblewrapPath,
        {u"--unshare-all"_s, u"--ro-bind"_s, u"/"_s, u"/"_s, u"--proc"_s, u"/proc"_s, u"true"_s});
    return probed(ProbeStep::Isolation, u"process, mount, network and IPC namespaces"_s, ran.ok,
        ran.ok ? u"can be made"_s : ran.text,
        {u"inside a container, bind the host's /proc, or start the container privileged"_s, ProbeRemedy::BindProc, {}});
}

SandboxProbe filterProbe(const SandboxOptions &options)
{
    const QString actions = readLine(u"/proc/sys/kernel/seccomp/actions_avail"_s);
    const Ran ran = runProgram(options.helperPath, {u"check-filter"_s});
    const bool works = ran.ok && (actions.isEmpty() || actions.contains(u"user_notif"_s));
    return probed(ProbeStep::SystemCallFilter, u"system call filter"_s, works,
        works ? u"seccomp with user notification"_s : ran.text + u' ' + actions,
        {u"a kernel from 5.0 on with CONFIG_SECCOMP_FILTER, and libseccomp from 2.5 on, are needed"_s,
            ProbeRemedy::NewerKernel, {}});
}

/// Memory is watched every 20 ms in any case; a control group is the second fence, for what grows faster.
SandboxProbe groupProbe(const SandboxOptions &options)
{
    const Ran ran = runProgram(options.helperPath, {u"check-group"_s});
    const QString delegated = u"systemd-run --user --scope -p Delegate=yes"_s;
    SandboxProbe probe = probed(ProbeStep::Cgroups, u"control groups"_s, ran.ok,
        ran.ok ? ran.text + u", tried; beside the watch every 20 ms"_s : ran.text + u"; memory is watched every 20 ms"_s,
        {u"nothing needs to be done; for limits by the kernel, start the program as root or with \"%1\""_s.arg(delegated),
            ProbeRemedy::DelegateGroups, delegated});
    probe.required = false;
    return probe;
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
    Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(options);
    const Result<RawAttempt> first =
        server ? (*server)->run(smallAttempt(), {}) : std::unexpected(server.error());
    const SandboxProbe start = probed(ProbeStep::WarmServer, u"warm server"_s, first.has_value(),
        first ? u"ready in %1 ms"_s.arg(timer.elapsed()) : first.error().detail,
        {u"see the lines above; if they are all well, please report this message"_s, ProbeRemedy::SeeAbove, {}});
    timer.restart();
    const Result<RawAttempt> second = first ? (*server)->run(smallAttempt(), {}) : first;
    const bool works = second && sawSuccess(*second);
    const SandboxProbe attempt = probed(ProbeStep::OneAttempt, u"one attempt"_s, works,
        works        ? u"%1 ms, memory %2"_s.arg(double(timer.nsecsElapsed()) / 1e6, 0, 'f', 1)
                           .arg(second->reply.grouped ? u"limited by its control group"_s : u"watched"_s)
            : second ? u"set-up failed: %1"_s.arg(QLatin1StringView(second->reply.fault))
                     : second.error().detail,
        {u"choose another gear with --sandbox, and please report this message"_s, ProbeRemedy::OtherGear, {}});
    return {start, attempt};
}

/// Which of the programs it is that resolved() did not find; it looks for the helper first and for Python last.
SandboxProbe missingProgram(const SandboxOptions &options, const Error &error)
{
    const auto isThere = [](const QString &given, const QString &name) {
        return given.isEmpty() ? !QStandardPaths::findExecutable(name).isEmpty() : QFileInfo(given).isExecutable();
    };
    SandboxProbe probe{.name = u"programs"_s, .detail = error.detail, .remedy = u"install what is missing"_s};
    probe.mend = ProbeRemedy::InstallHelper;
    if (options.gear != SandboxGear::None && !isThere(options.bubblewrapPath, u"bwrap"_s)) {
        probe.step = ProbeStep::Bubblewrap;
        probe.command = u"bubblewrap"_s;
    } else if (!isThere(options.pythonPath, u"python3"_s)) {
        probe.step = ProbeStep::Python;
        probe.command = u"python3"_s;
    }
    if (!probe.command.isEmpty())
        probe.mend = ProbeRemedy::InstallPackage;
    return probe;
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
        return {missingProgram(options, complete.error())};
    QList<SandboxProbe> probes{programProbe(ProbeStep::Python, u"Python"_s, complete->pythonPath, u"python3"_s)};
    if (complete->gear != SandboxGear::None) {
        probes << programProbe(ProbeStep::Bubblewrap, u"bubblewrap"_s, complete->bubblewrapPath, u"bubblewrap"_s)
               << namespaceProbe(*complete) << isolationProbe(*complete);
    }
    probes << filterProbe(*complete) << groupProbe(*complete);
    return probes + serverProbes(*complete);
}

} // namespace autodidact
