#include "core/runners/projects/projectrunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/projects/project.h"
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

Result<Verdict> ProjectRunner::run(const Execution &execution, std::stop_token stop)
{
    const Result<Project> project = projectOf(execution);
    if (!project)
        return std::unexpected(project.error());
    return retried(execution, m_steps.options().gear, project->gear, [&]() -> Result<Verdict> {
        const Nonce nonce = drawNonce();
        const Result<RawAttempt> attempt = m_steps.run(inputOf(execution, *project, nonce), stop);
        if (!attempt)
            return std::unexpected(attempt.error());
        return classifyProject(execution, *attempt, readSteps(attempt->records, nonce), *project);
    });
}

} // namespace autodidact
