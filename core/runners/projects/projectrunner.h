#pragma once

#include "core/runners/projects/project.h"
#include "core/runners/runner.h"
#include "core/runners/workshop.h"
#include "core/sandbox/serverpool.h"

namespace autodidact {

/// Runs Files tasks of Java, JavaScript and Rust with the test framework of their language. Safe to use from several threads.
class ProjectRunner : public Runner
{
public:
    ProjectRunner(Workshop &workshop, ServerPool &steps) : m_workshop(workshop), m_steps(steps) {}

    Result<Verdict> run(const Execution &execution, std::stop_token stop) override;

private:
    void measure(const Execution &execution, Project &project);

    Workshop &m_workshop;
    ServerPool &m_steps;
};

} // namespace autodidact
