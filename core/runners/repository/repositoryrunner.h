#pragma once

#include "core/runners/runner.h"
#include "core/runners/workshop.h"
#include "core/sandbox/serverpool.h"

namespace autodidact {

/// Judges changes to repositories: applies the answer to the base commit, puts the judging tests into the tree, and runs the
/// task's commands on it in the sandbox, without a network. The clone itself is only read. In the scope Visible nothing is
/// run: the verdict tells whether the answer can be applied. Safe to use from several threads.
class RepositoryRunner : public Runner
{
public:
    RepositoryRunner(Workshop &workshop, ServerPool &steps) : m_workshop(workshop), m_steps(steps) {}
    ~RepositoryRunner() override;

    /// Missing where the task's clone, or its commit, is not on this machine.
    Result<Verdict> run(const Execution &execution, std::stop_token stop) override;

private:
    Result<Verdict> runTree(
        const Execution &execution, const QString &seenAs, const QStringList &setUp, const std::stop_token &stop);

    Workshop &m_workshop;
    ServerPool &m_steps;
};

} // namespace autodidact
