#pragma once

#include "core/sandbox/probe.h"

#include <QStringList>

namespace autodidact {

/// How a program ended that a probe started.
struct Ran {
    bool ok = false; ///< exit code 0, in time
    QString text;    ///< its output and error output in one line, at most 300 characters
};

/// Runs \p program to its end, for at most \p seconds.
Ran runProgram(const QString &program, const QStringList &arguments, int seconds = 10);

/// How to mend a step: in English, and for programs.
struct Remedy {
    QString text;
    ProbeRemedy mend = ProbeRemedy::None;
    QString command;
};

/// "install the package \p name".
Remedy installing(const QString &name);

/// A step with its remedy, which only a step that does not work keeps.
SandboxProbe probed(ProbeStep step, const QString &name, bool works, const QString &detail, const Remedy &remedy);

} // namespace autodidact
