#pragma once

#include "core/runners/reports/testreports.h"
#include "core/runners/runner.h"
#include "core/runners/stepplan.h"

namespace autodidact {

/// The plan of a repository task: the tree that lies at \p tree (a path within the sandbox) is copied to /work/repository, there
/// run \p setUp, one after the other while each succeeds, and then the task's test commands, whatever they give. Every
/// command may write reports into /work/reports.
StepPlan commandPlan(const Execution &execution, const QString &tree, const QStringList &setUp);

/// The names of a plan's steps.
QString setUpStep(qsizetype number);
QString testStep(qsizetype number);

/// Whether a test command runs a framework whose report is known: it must then have written one.
bool mustReport(const QString &command);

/// What the test command \p number reported; empty where it wrote no report of a known kind. BadInput for a report that
/// cannot be read.
Result<QList<DescribedTest>> reportedTests(const StepReport &report, qsizetype number, const QString &command);

} // namespace autodidact
