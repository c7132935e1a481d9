#include "core/runners/programrunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/programattempt.h"
#include "core/runners/retry.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int compilerMb = 1024;

} // namespace

ProgramRunner::ProgramRunner(Workshop &workshop, ServerPool &steps)
    : m_workshop(workshop)
    , m_steps(steps)
{
}

Result<ProgramTools> ProgramRunner::toolsFor(Language language)
{
    const std::scoped_lock lock(m_mutex);
    auto known = m_tools.find(language);
    if (known == m_tools.end())
        known = m_tools.emplace(language,
                           ProgramTools::find(language, m_workshop.folder(), m_workshop.seenIn(m_steps.options().gear))).first;
    return known->second;
}

Result<Verdict> ProgramRunner::run(const Execution &execution, std::stop_token stop)
{
    const Result<ProgramTools> tools = toolsFor(execution.language);
    if (!tools)
        return std::unexpected(tools.error());
    const int memoryMb = tools->compile.isEmpty() ? execution.limits.memoryMb + tools->baseMb : compilerMb;
    return retried(execution, m_steps.options().gear, u"program"_s, [&]() -> Result<Verdict> {
        const Nonce nonce = drawNonce();
        const Result<RawAttempt> attempt =
            m_steps.run(stepsInput(execution, programPlan(execution, *tools), memoryMb, nonce), stop);
        if (!attempt)
            return std::unexpected(attempt.error());
        return classifyProgram(execution, *attempt, readSteps(attempt->records, nonce));
    });
}

} // namespace autodidact
