#pragma once

#include "core/runners/runner.h"
#include "core/sandbox/serverpool.h"

namespace autodidact {

/// Runs Python programs in warm sandbox servers. Safe to use from several threads.
class PythonRunner : public Runner {
public:
    /// \p options must be resolved.
    explicit PythonRunner(const SandboxOptions &options);

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override;

private:
    Result<Verdict> runOnce(const Execution &execution, std::stop_token stop);

    ServerPool m_pool;
};

} // namespace autodidact
