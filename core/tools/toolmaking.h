#pragma once

#include "core/runners/workshop.h"

namespace autodidact {

// What tools need beside themselves, made once a machine (core/runners/toolcache) and put into the
// workshop; the answer is where attempts in a sandbox of that gear see it.

/// What mypy knows of the standard library: a check without it takes half a second more. /dev/null
/// where it cannot be made.
QString mypyCache(Workshop &workshop, SandboxGear gear);

/// The library that rustfmt needs where there is no /proc (resources/tools/stack.rs); empty where
/// it cannot be made.
QString stackLibrary(Workshop &workshop, SandboxGear gear);

/// A file of resources/tools.
QByteArray toolResource(const QString &name);

} // namespace autodidact
