#pragma once

#include "core/runners/javacompilers.h"
#include "core/runners/javatools.h"
#include "core/runners/runner.h"
#include "core/runners/workshop.h"
#include "core/sandbox/serverpool.h"

namespace autodidact {

/// Runs Java programs: a warm compiler, then a fresh virtual machine in a sandbox for every attempt. Safe to use from
/// several threads.
class JavaRunner : public Runner
{
public:
    /// \p options must be resolved; their support folder is the workshop's.
    JavaRunner(JavaTools tools, Workshop &workshop, const SandboxOptions &options);

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override;

private:
    Result<Verdict> runOnce(const Execution &execution, std::stop_token stop);

    const JavaTools m_tools;
    Workshop &m_workshop;
    JavaCompilers m_compilers;
    ServerPool m_machines;
};

} // namespace autodidact
