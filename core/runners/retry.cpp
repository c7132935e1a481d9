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

/// The wall around the servers, as a verdict names it.
QString wallOf(SandboxGear gear)
{
    switch (gear) {
    case SandboxGear::Warm:
    case SandboxGear::Single: return u"bubblewrap"_s;
    case SandboxGear::Container: return u"container"_s;
    case SandboxGear::Wasm: return u"wasm"_s;
    case SandboxGear::None: break;
    }
    return u"none"_s;
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
        verdict->sandbox = wallOf(sandbox);
        if (verdict->gear.isEmpty())
            verdict->gear = gear;
        if (verdict->counts() || retry == mostRetries)
            return verdict;
    }
}

} // namespace autodidact
