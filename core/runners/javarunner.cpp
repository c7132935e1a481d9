#include "core/runners/javarunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/javaattempt.h"
#include "core/runners/retry.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int compileMs = 20'000;

} // namespace

JavaRunner::JavaRunner(JavaTools tools, Workshop &workshop, const SandboxOptions &options)
    : m_tools(std::move(tools))
    , m_workshop(workshop)
    , m_compilers(options)
    , m_machines(options, ServerKind::Java)
{
}

Result<Verdict> JavaRunner::runOnce(const Execution &execution, std::stop_token stop)
{
    const QList<JavaTest> tests = javaTests(execution);
    const Result<JavaAnswer> compiled = m_compilers.compile(javaJob(execution, tests), compileMs, stop);
    if (!compiled)
        return std::unexpected(compiled.error());
    if (compiled->outcome != JavaAnswer::Outcome::Compiled)
        return classifyJavaCompilation(execution, *compiled);
    const QString folder = m_workshop.seenIn(m_machines.options().gear);
    const Nonce nonce = drawNonce();
    const Result<RawAttempt> attempt = m_machines.run(javaInput(execution, tests, *compiled, folder, nonce), stop);
    if (!attempt)
        return std::unexpected(attempt.error());
    return classifyJava(execution, tests, *attempt, readSteps(attempt->records, nonce));
}

Result<Verdict> JavaRunner::run(const Execution &execution, std::stop_token stop)
{
    const Status made = m_workshop.have(u"java"_s, [this](const QString &folder) {
        return m_tools.makeFolder(folder, [this] { m_compilers.warmUp(); });
    });
    if (!made)
        return std::unexpected(made.error());
    return retried(execution, m_machines.options().gear, u"compiled"_s, [&] { return runOnce(execution, stop); });
}

} // namespace autodidact
