#include "core/runners/projects/projectrunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/projects/measure.h"
#include "core/runners/retry.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<Project> projectOf(const Execution &execution)
{
    switch (execution.language) {
    case Language::Java: return mavenProject(execution);
    case Language::JavaScript: return nodeProject(execution);
    case Language::Rust: return cargoProject(execution);
    case Language::Python: break;
    }
    return fail(ErrorKind::Internal, u"Python has a runner of its own"_s);
}

AttemptInput inputOf(const Execution &execution, const Project &project, const Nonce &nonce)
{
    AttemptInput input = stepsInput(execution, project.plan, execution.limits.memoryMb + project.memoryMb, nonce);
    input.request.processes += quint32(project.processes);
    input.request.fileMb = quint32(std::max(execution.limits.fileMb, project.folderMb));
    input.request.quietSockets = project.quietSockets ? std::numeric_limits<quint32>::max() : 0;
    return input;
}

} // namespace

/// Without its tools nothing is measured: coverage is worth no failure.
void ProjectRunner::measure(const Execution &execution, Project &project)
{
    switch (execution.language) {
    case Language::Java:
        if (m_workshop.have(u"jacoco"_s, makeJavaCoverage))
            measureMaven(execution, m_steps.options().gear == SandboxGear::None ? m_workshop.folder() : supportFolder, project);
        break;
    case Language::JavaScript: measureNode(project); break;
    case Language::Rust: measureCargo(project); break;
    case Language::Python: break;
    }
}

Result<Verdict> ProjectRunner::run(const Execution &execution, std::stop_token stop)
{
    Result<Project> project = projectOf(execution);
    if (!project)
        return std::unexpected(project.error());
    if (execution.coverage)
        measure(execution, *project);
    return retried(execution, m_steps.options().gear, project->gear, [&]() -> Result<Verdict> {
        const Nonce nonce = drawNonce();
        const Result<RawAttempt> attempt = m_steps.run(inputOf(execution, *project, nonce), stop);
        if (!attempt)
            return std::unexpected(attempt.error());
        const StepReport report = readSteps(attempt->records, nonce);
        Verdict verdict = classifyProject(execution, *attempt, report, *project);
        if (project->readCoverage) {
            const LineCoverage lines = project->readCoverage(execution, *project, report);
            verdict.coveredLines = lines.covered;
            verdict.missedLines = lines.missed;
        }
        return verdict;
    });
}

} // namespace autodidact
