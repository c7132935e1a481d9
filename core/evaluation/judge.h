#pragma once

#include "core/runners/runner.h"

namespace autodidact {

/// Turns a program and a task's tests into a verdict, through the sandbox. Any thread.
///
/// Retries after faults of the machine are the runner's business.
class Judge
{
public:
    explicit Judge(Runner &runner) : m_runner(runner) {}

    /// Runs the tests of \p scope. A task without tests of that scope gives a verdict without tests, passed
    /// when the scope is Visible (nothing the loop may see is red, so it counts as green for the loop)
    /// and not passed when it is Hidden (nothing was shown to be right); both say so in errorDetail.
    /// Errors: those of Runner::run.
    Result<Verdict> judge(const Task &task, const QString &program, Visibility scope, std::stop_token stop) const;

    /// Runs \p tests that the attempt wrote itself; scope Own. Errors as above.
    Result<Verdict> judgeOwn(const Task &task, const QString &program, const QList<TestCase> &tests, std::stop_token stop) const;

private:
    Result<Verdict> judged(const Execution &execution, std::stop_token stop) const;

    Runner &m_runner;
};

/// What the runner is given for one scope: only the tests of that scope, and for a Files task every
/// file of the scope plus the visible files, which hidden ones may import. Lines of a Files task are measured once for an
/// attempt: by its visible tests, or by the hidden ones where there are no others.
Execution executionFor(const Task &task, const QString &program, Visibility scope);

} // namespace autodidact
