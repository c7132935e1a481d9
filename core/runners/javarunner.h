#pragma once

#include "core/runners/javacompilers.h"
#include "core/runners/javatools.h"
#include "core/runners/runner.h"
#include "core/runners/workshop.h"
#include "core/sandbox/serverpool.h"

namespace autodidact {

/// Runs Java: a warm compiler, then a fresh virtual machine in a sandbox for every attempt, or for every test of a program
/// that reads standard input. Safe to use from
/// several threads.
class JavaRunner : public Runner
{
public:
    /// \p options must be resolved; their support folder is the workshop's.
    JavaRunner(JavaTools tools, Workshop &workshop, const SandboxOptions &options);

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override;

private:
    Result<Verdict> runOnce(const Execution &execution, std::stop_token stop);
    Result<Verdict> runProgram(const Execution &execution, const JavaAnswer &compiled, std::stop_token stop);
    QString folder() const;

    const JavaTools m_tools;
    Workshop &m_workshop;
    JavaCompilers m_compilers;
    ServerPool m_machines;
};

} // namespace autodidact
