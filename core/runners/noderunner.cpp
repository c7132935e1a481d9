#include "core/runners/noderunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"
#include "core/runners/retry.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace autodidact {

Result<std::unique_ptr<Runner>> NodeRunner::make(const SandboxOptions &options)
{
    if (!QFileInfo(options.nodePath).isExecutable())
        return fail(ErrorKind::Missing, u"Node.js was not found%1. Install the package nodejs."_s.arg(
            options.nodePath.isEmpty() ? QString() : u" at "_s + options.nodePath));
    return std::make_unique<NodeRunner>(options);
}

NodeRunner::NodeRunner(const SandboxOptions &options)
    : m_pool(options, ServerKind::Node)
{
}

Result<Verdict> NodeRunner::runOnce(const Execution &execution, std::stop_token stop)
{
    const Nonce nonce = drawNonce();
    const Result<RawAttempt> attempt = m_pool.run(functionInput(execution, nonce), stop);
    if (!attempt)
        return std::unexpected(attempt.error());
    return classify(execution, *attempt, readReport(attempt->records, nonce));
}

Result<Verdict> NodeRunner::run(const Execution &execution, std::stop_token stop)
{
    if (execution.kind != TaskKind::Function)
        return fail(ErrorKind::Missing, u"JavaScript tasks with test files have no runner in this build"_s);
    const SandboxGear gear = m_pool.options().gear;
    return retried(execution, gear, toString(gear), [&] { return runOnce(execution, stop); });
}

} // namespace autodidact
