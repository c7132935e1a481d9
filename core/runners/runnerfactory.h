#pragma once

#include "core/runners/runner.h"
#include "core/sandbox/options.h"

#include <memory>

namespace autodidact {

/// The runner for every kind of execution that this machine can do. Starts its servers at once;
/// they get ready while the caller goes on. Missing when a program it needs is not installed;
/// BadUsage for options that make no sense.
Result<std::unique_ptr<Runner>> makeRunner(const SandboxOptions &options);

} // namespace autodidact
