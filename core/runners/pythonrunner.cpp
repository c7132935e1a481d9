#include "core/runners/pythonrunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"
#include "core/runners/fileattempt.h"
#include "core/runners/retry.h"

using namespace Qt::StringLiterals;

namespace autodidact {

PythonRunner::PythonRunner(const SandboxOptions &options)
    : m_pool(options)
{
}

Result<Verdict> PythonRunner::runOnce(const Execution &execution, std::stop_token stop)
{
    const bool files = execution.kind != TaskKind::Function;
    const Nonce nonce = drawNonce();
    const Result<AttemptInput> input =
        files ? filesInput(execution, nonce) : functionInput(execution, nonce);
    if (!input)
        return std::unexpected(input.error());
    const Result<RawAttempt> attempt = m_pool.run(*input, stop);
    if (!attempt)
        return std::unexpected(attempt.error());
    const Report report = readReport(attempt->records, nonce);
    return files ? classifyFiles(execution, *attempt, report) : classify(execution, *attempt, report);
}

Result<Verdict> PythonRunner::run(const Execution &execution, std::stop_token stop)
{
    const SandboxGear gear = m_pool.options().gear;
    return retried(execution, gear, execution.kind == TaskKind::Function ? toString(gear) : u"pytest"_s,
        [&] { return runOnce(execution, stop); });
}

} // namespace autodidact
