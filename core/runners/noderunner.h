#pragma once

#include "core/runners/runner.h"
#include "core/runners/workshop.h"
#include "core/sandbox/serverpool.h"

#include <memory>

namespace autodidact {

/// Runs JavaScript programs in warm sandbox servers of Node.js. Safe to use from several threads.
class NodeRunner : public Runner
{
public:
    /// \p options must be resolved. Missing where Node.js is not installed.
    static Result<std::unique_ptr<Runner>> make(SandboxOptions options, Workshop &workshop);

    /// \p options must be resolved, and name Node.js.
    explicit NodeRunner(const SandboxOptions &options);

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override;

private:
    Result<Verdict> runOnce(const Execution &execution, std::stop_token stop);

    ServerPool m_pool;
};

} // namespace autodidact
