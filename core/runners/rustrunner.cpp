#include "core/runners/rustrunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/retry.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int compilerMb = 1024; // for the whole attempt; the program under test has a limit of its own

} // namespace

RustRunner::RustRunner(RustTools tools, Workshop &workshop, ServerPool &steps)
    : m_tools(std::move(tools))
    , m_workshop(workshop)
    , m_steps(steps)
{
}

Result<Verdict> RustRunner::run(const Execution &execution, std::stop_token stop)
{
    const Status made = m_tools.have(m_workshop, RustTools::nativeLibrary());
    if (!made)
        return std::unexpected(made.error());
    return retried(execution, m_steps.options().gear, u"compiled"_s, [&]() -> Result<Verdict> {
        const Nonce nonce = drawNonce();
        const StepPlan plan = rustPlan(execution, m_tools, m_workshop.seenIn(m_steps.options().gear), nonce);
        const Result<RawAttempt> attempt = m_steps.run(stepsInput(execution, plan, compilerMb, nonce), stop);
        if (!attempt)
            return std::unexpected(attempt.error());
        return classifyRust(execution, *attempt, readSteps(attempt->records, nonce));
    });
}

} // namespace autodidact
