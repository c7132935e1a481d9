#pragma once

#include "core/runners/rustattempt.h"
#include "core/runners/workshop.h"
#include "core/sandbox/serverpool.h"

namespace autodidact {

/// Runs Rust programs: compiled and run within one attempt. Safe to use from several threads.
class RustRunner : public Runner
{
public:
    RustRunner(RustTools tools, Workshop &workshop, ServerPool &steps);

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override;

private:
    const RustTools m_tools;
    Workshop &m_workshop;
    ServerPool &m_steps;
};

} // namespace autodidact
