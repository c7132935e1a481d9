#pragma once

#include "core/sandbox/probe.h"

namespace autodidact {

/// Starts every machine of the WebAssembly sandbox and runs an attempt on it; takes some seconds. None of them is required:
/// the other sandboxes do without.
QList<SandboxProbe> probeWasm();

} // namespace autodidact
