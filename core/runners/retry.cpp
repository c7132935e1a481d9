#include "core/runners/retry.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int mostRetries = 2;

Verdict infrastructure(const Execution &execution, const QString &detail)
{
    Verdict verdict;
    verdict.scope = execution.scope;
    verdict.errorClass = ErrorClass::Infrastructure;
    verdict.errorDetail = detail;
    for (const TestCase &test : execution.tests)
        verdict.tests << TestResult{.name = test.name, .visibility = execution.scope};
    return verdict;
}

} // namespace

Result<Verdict> retried(
    const Execution &execution, SandboxGear sandbox, const QString &gear, const std::function<Result<Verdict>()> &once)
{
    for (int retry = 0;; ++retry) {
        Result<Verdict> verdict = once();
        if (!verdict && (verdict.error().kind != ErrorKind::Sandbox))
            return verdict;
        if (!verdict)
            verdict = infrastructure(execution, verdict.error().detail);
        verdict->infrastructureRetries = retry;
        verdict->sandbox = sandbox == SandboxGear::None ? u"none"_s : u"bubblewrap"_s;
        if (verdict->gear.isEmpty())
            verdict->gear = gear;
        if (verdict->counts() || retry == mostRetries)
            return verdict;
    }
}

} // namespace autodidact
