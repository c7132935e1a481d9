#include "core/sandbox/containerengine.h"

#include "core/sandbox/probing.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// A place that an ordinary person's PATH may lack.
QString program(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/sbin"_s, u"/usr/libexec"_s}) : found;
}

bool onlyNewGroups()
{
    struct statfs info{};
    return statfs("/sys/fs/cgroup", &info) == 0 && info.f_type == CGROUP2_SUPER_MAGIC;
}

bool isDocker(const SandboxOptions &options)
{
    return options.enginePath.endsWith(u"docker"_s);
}

/// Docker's daemon is root; without a mapping of users a container's root is the machine's.
Status checkDocker(const SandboxOptions &options)
{
    const Ran said = runProgram(options.enginePath, {u"info"_s, u"--format"_s, u"{{.SecurityOptions}}"_s});
    if (!said.ok)
        return fail(ErrorKind::Missing,
            u"docker does not answer: %1. Start its service, or install the package podman."_s.arg(said.text));
    if (!said.text.contains(u"name=userns"_s) && !said.text.contains(u"name=rootless"_s)) {
        return fail(ErrorKind::Missing,
            u"In docker's containers root is the machine's root here. Install the package podman, or turn on "
            "\"userns-remap\" in /etc/docker/daemon.json, or install docker's rootless mode."_s);
    }
    if (options.image.isEmpty() || options.image.startsWith(u'/'))
        return fail(ErrorKind::Missing,
            u"docker cannot start a container from a folder. Name an image, or install the package podman."_s);
    return {};
}

Status checkImage(const SandboxOptions &options)
{
    if (options.image.isEmpty())
        return {};
    if (options.image.startsWith(u'/')) {
        if (QFileInfo(options.image + u"/usr"_s).isDir())
            return {};
        return fail(ErrorKind::Missing, u"%1 is no root tree: it has no folder usr"_s.arg(options.image));
    }
    const QStringList inspect{u"image"_s, u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, options.image};
    if (runProgram(options.enginePath, inspect, 20).ok)
        return {};
    return fail(ErrorKind::Missing,
        u"The image \"%1\" is not on this machine, and nothing is fetched for you. Fetch it with \"%2 pull %1\"."_s.arg(
            options.image, QFileInfo(options.enginePath).fileName()));
}

/// crun wants the new control groups alone; runc works with both.
QString chooseRuntime(const SandboxOptions &options)
{
    if (isDocker(options) || onlyNewGroups())
        return u"-"_s;
    if (!program(u"runc"_s).isEmpty())
        return u"runc"_s;
    return program(u"crun"_s).isEmpty() ? u"-"_s : u"crun"_s;
}

} // namespace

Status findContainerEngine(SandboxOptions &options)
{
    if (options.enginePath.isEmpty())
        options.enginePath = program(u"podman"_s);
    if (options.enginePath.isEmpty())
        options.enginePath = program(u"docker"_s);
    if (options.enginePath.isEmpty() || !QFileInfo(options.enginePath).isExecutable()) {
        return fail(ErrorKind::Missing, u"No container engine was found%1. Install the package podman."_s.arg(
                                            options.enginePath.isEmpty() ? QString() : u" at "_s + options.enginePath));
    }
    if (options.image.contains(u':') && options.image.startsWith(u'/'))
        return fail(ErrorKind::BadUsage, u"The folder %1 cannot be given to a container: its name has a colon"_s.arg(options.image));
    if (options.image.startsWith(u'-'))
        return fail(ErrorKind::BadUsage, u"\"%1\" is no name of an image"_s.arg(options.image));
    if (isDocker(options)) {
        if (const Status docker = checkDocker(options); !docker)
            return docker;
    }
    if (options.runtime.isEmpty())
        options.runtime = chooseRuntime(options);
    return checkImage(options);
}

bool engineLimits(const SandboxOptions &options)
{
    if (isDocker(options))
        return true;
    if (geteuid() != 0)
        return onlyNewGroups() && access("/run/systemd/system", F_OK) == 0;
    if (onlyNewGroups())
        return access("/sys/fs/cgroup/cgroup.procs", W_OK) == 0;
    return options.runtime == u"runc" && access("/sys/fs/cgroup/memory", W_OK) == 0;
}

} // namespace autodidact
