#pragma once

#include "core/runners/runner.h"
#include "core/sandbox/serverpool.h"

namespace autodidact {

/// Runs Files tasks of Java, JavaScript and Rust with the test framework of their language. Safe to use from several threads.
class ProjectRunner : public Runner
{
public:
    explicit ProjectRunner(ServerPool &steps) : m_steps(steps) {}

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override;

private:
    ServerPool &m_steps;
};

} // namespace autodidact
