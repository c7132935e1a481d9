#include "core/runners/pythonrunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"
#include "core/runners/fileattempt.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int mostRetries = 2;

} // namespace

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
    if (attempt) {
        const Report report = readReport(attempt->records, nonce);
        return files ? classifyFiles(execution, *attempt, report)
                     : classify(execution, *attempt, report);
    }
    if (attempt.error().kind == ErrorKind::Cancelled || attempt.error().kind == ErrorKind::Missing)
        return std::unexpected(attempt.error());
    Verdict verdict;
    verdict.scope = execution.scope;
    verdict.errorClass = ErrorClass::Infrastructure;
    verdict.errorDetail = attempt.error().detail;
    for (const TestCase &test : execution.tests)
        verdict.tests << TestResult{.name = test.name, .visibility = execution.scope};
    return verdict;
}

Result<Verdict> PythonRunner::run(const Execution &execution, std::stop_token stop)
{
    if (execution.language != Language::Python)
        return fail(ErrorKind::Missing,
            u"no runner for %1 in this build"_s.arg(toString(execution.language)));
    if (execution.kind == TaskKind::Repository)
        return fail(ErrorKind::Missing, u"no runner for repository tasks in this build"_s);
    for (int retry = 0;; ++retry) {
        Result<Verdict> verdict = runOnce(execution, stop);
        if (!verdict)
            return verdict;
        verdict->infrastructureRetries = retry;
        verdict->sandbox = m_pool.options().gear == SandboxGear::None ? u"none"_s : u"bubblewrap"_s;
        verdict->gear =
            execution.kind == TaskKind::Function ? toString(m_pool.options().gear) : u"pytest"_s;
        if (verdict->counts() || retry == mostRetries)
            return verdict;
    }
}

} // namespace autodidact
