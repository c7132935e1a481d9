#pragma once

#include "core/runners/coverage/linecoverage.h"
#include "core/runners/stepplan.h"

namespace autodidact {

/// How a Files task of one language is run with its own test framework: a plan, what it may use beyond the task's limits,
/// and how its report is read.
struct Project {
    StepPlan plan;               ///< the step "test" runs the tests
    QString gear;                ///< name of the framework, as verdicts show it
    QString programFile;         ///< the file under test
    int memoryMb = 0;            ///< beyond the task's own: the framework and its virtual machine
    int processes = 0;           ///< likewise
    bool quietSockets = false;   ///< the framework itself tries for a network
    int folderMb = 0;            ///< size of the work folder, where the task's is smaller
    Result<QList<TestResult>> (*read)(const StepReport &report) = nullptr;
    /// Puts class and diagnostics of a program that could not be compiled into the verdict; false where it could.
    bool (*classifyCompile)(const Execution &execution, const StepReport &report, Verdict &verdict) = nullptr;
    /// Where lines are measured, see measure.h.
    LineCoverage (*readCoverage)(const Execution &execution, const Project &project, const StepReport &report) = nullptr;
};

/// JavaScript: jest, node-tap or node's own test runner, by package.json or by what the test files ask for.
Result<Project> nodeProject(const Execution &execution);

/// Rust: cargo, offline. A Cargo.toml is made where the task brings none; the program is src/lib.rs.
Result<Project> cargoProject(const Execution &execution);

/// Java: Maven, offline, with JUnit 5. A pom.xml is made where the task brings none; the program is
/// src/main/java/Solution.java.
Result<Project> mavenProject(const Execution &execution);

/// A project of framework \p gear with the program and the task's files in their places. BadInput for a file that is not
/// inside the work folder.
Result<Project> projectWithFiles(const Execution &execution, const QString &gear, const QString &usualProgramFile);

/// Adds a file where the task brings none of that name.
void addUnlessThere(Project &project, const QString &path, const QByteArray &content);

/// Where the program of a Files execution lies: the entry point where that is a path, else \p usual.
QString programFileOf(const Execution &execution, const QString &usual);

/// Environment of every framework: a home in the work folder, nothing of this machine.
QStringList projectEnvironment(const QStringList &more = {});

/// The verdict. Program and tests share the framework's process, so every test that the test files name must have been
/// reported, and report and exit code must agree.
Verdict classifyProject(const Execution &execution, const RawAttempt &attempt, const StepReport &report, const Project &project);

} // namespace autodidact
