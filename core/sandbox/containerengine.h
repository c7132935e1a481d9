#pragma once

#include "core/sandbox/options.h"

namespace autodidact {

/// Fills in engine and runtime of a container, and sees whether the image is there. Missing names what is not, and the
/// remedy: nothing is ever fetched. Asks the engine itself only where an image is named or the engine is docker.
Status findContainerEngine(SandboxOptions &options);

/// Whether the engine can limit a container's memory and processes here.
bool engineLimits(const SandboxOptions &options);

} // namespace autodidact
