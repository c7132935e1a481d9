#pragma once

#include "core/sandbox/probe.h"

namespace autodidact {

/// Which checks of code work here, a probe for each language: small programs are looked at for
/// real, and what is wrong with them must be found. None is required. Takes some seconds the first
/// time, because mypy reads the standard library.
QList<SandboxProbe> probeToolChain();

} // namespace autodidact
