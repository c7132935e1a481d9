#pragma once

#include "core/sandbox/options.h"

#include <QList>

namespace autodidact {

/// One thing that the sandbox needs, tried for real.
struct SandboxProbe {
    QString name; ///< for example "user namespaces"
    bool works = false;
    bool required = true;
    QString detail; ///< what was seen: a version, a figure, or what failed
    QString remedy; ///< what to do where it does not work; empty where it does

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
