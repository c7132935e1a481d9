#pragma once

#include "core/sandbox/options.h"

#include <QList>

namespace autodidact {

/// What a probe tried.
enum class ProbeStep {
    Helper, Python, Bubblewrap, UserNamespaces, Isolation, SystemCallFilter, Cgroups, WarmServer, OneAttempt, Model,
    Language,  ///< `name` is the language
    Container,
    BuildTool, ///< `name` is the tool
};

/// How a failed step is mended.
enum class ProbeRemedy {
    None,
    InstallHelper,       ///< autodidact-sandbox beside the program, or its folder in AUTODIDACT_HELPERS
    InstallPackage,      ///< `command` is the name of the package
    AllowInAppArmor,     ///< `command` is the profile to save
    RunCommand,          ///< `command` is what to run
    AllowNamespaces,     ///< in a container: `command` is an option of docker
    BindProc,            ///< in a container: bind the host's /proc, or start it privileged
    NewerKernel,
    SeeAbove,            ///< other steps failed first, or it is our fault
    OtherGear,
    DelegateGroups,      ///< `command` starts a program whose control groups are its own
    StartContainers,     ///< the engine is there, but no container of ours runs; the detail says why
};

/// One thing that the sandbox needs, tried for real. The texts are English, for reports and the command line; `step`, `mend`
/// and `command` say the same for programs.
struct SandboxProbe {
    QString name; ///< for example "user namespaces"
    bool works = false;
    bool required = true;
    QString detail; ///< what was seen: a version, a figure, or what failed
    QString remedy = {}; ///< what to do where it does not work; empty where it does
    ProbeStep step = ProbeStep::Helper;
    ProbeRemedy mend = ProbeRemedy::None;
    QString command = {}; ///< see ProbeRemedy; empty where it has none

    bool operator==(const SandboxProbe &) const = default;
};

/// Tries every step of the sandbox: programs, user namespaces, bubblewrap, seccomp, cgroups,
/// Python, a warm server, an attempt. Takes less than a second where all works. Starts real
/// processes; never changes anything.
QList<SandboxProbe> probeSandbox(const SandboxOptions &options = {});

/// The AppArmor profile that lets bubblewrap at \p path make user namespaces (Ubuntu 23.10 and
/// later restrict them).
QString apparmorProfile(const QString &path);

} // namespace autodidact
