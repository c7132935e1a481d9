#pragma once

#include "core/runners/runner.h"
#include "core/sandbox/options.h"

#include <memory>
#include <optional>

namespace autodidact {

/// The runner for every kind of execution that this machine can do. \p first: the language whose servers start at once, and
/// get ready while the caller goes on; those of the others start when they are needed. Missing when a program it needs is
/// not installed; BadUsage for options that make no sense.
Result<std::unique_ptr<Runner>> makeRunner(const SandboxOptions &options, std::optional<Language> first = {});

} // namespace autodidact
