#include "core/runners/pythonrunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"

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
    const Nonce nonce = drawNonce();
    const Result<RawAttempt> attempt = m_pool.run(functionInput(execution, nonce), stop);
    if (attempt)
        return classify(execution, *attempt, readReport(attempt->records, nonce));
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
    for (int retry = 0;; ++retry) {
        Result<Verdict> verdict = runOnce(execution, stop);
        if (!verdict)
            return verdict;
        verdict->infrastructureRetries = retry;
        verdict->sandbox = m_pool.options().gear == SandboxGear::None ? u"none"_s : u"bubblewrap"_s;
        verdict->gear = toString(m_pool.options().gear);
        if (verdict->counts() || retry == mostRetries)
            return verdict;
    }
}

} // namespace autodidact
