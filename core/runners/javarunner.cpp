#include "core/runners/javarunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"
#include "core/runners/findings.h"
#include "core/runners/javaattempt.h"
#include "core/runners/javaprogram.h"
#include "core/runners/programattempt.h"
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

QString JavaRunner::folder() const
{
    return m_workshop.seenIn(m_machines.options().gear);
}

Result<Verdict> JavaRunner::runProgram(const Execution &execution, const JavaAnswer &compiled, std::stop_token stop)
{
    const Result<JavaProgram> program = javaProgram(compiled);
    if (!program && program.error().kind != ErrorKind::BadInput)
        return std::unexpected(program.error());
    if (!program) {
        Verdict verdict = emptyVerdict(execution, {});
        setClass(verdict, ErrorClass::Compile, program.error().detail);
        return verdict;
    }
    const Nonce nonce = drawNonce();
    const Result<RawAttempt> attempt = m_machines.run(javaProgramInput(execution, *program, folder(), nonce), stop);
    if (!attempt)
        return std::unexpected(attempt.error());
    return classifyProgram(execution, *attempt, readSteps(attempt->records, nonce));
}

Result<Verdict> JavaRunner::runOnce(const Execution &execution, std::stop_token stop)
{
    const bool isProgram = execution.kind == TaskKind::Program;
    const QList<JavaTest> tests = isProgram ? QList<JavaTest>() : javaTests(execution);
    const Result<JavaAnswer> compiled = m_compilers.compile(javaJob(execution, tests), compileMs, stop);
    if (!compiled)
        return std::unexpected(compiled.error());
    if (compiled->outcome != JavaAnswer::Outcome::Compiled)
        return classifyJavaCompilation(execution, *compiled);
    if (isProgram)
        return runProgram(execution, *compiled, stop);
    const Nonce nonce = drawNonce();
    const Result<RawAttempt> attempt = m_machines.run(javaInput(execution, tests, *compiled, folder(), nonce), stop);
    if (!attempt)
        return std::unexpected(attempt.error());
    return classifyJava(execution, tests, *attempt, readSteps(attempt->records, nonce));
}

Result<Verdict> JavaRunner::run(const Execution &execution, std::stop_token stop)
{
    const Status made =
        m_workshop.haveKept(u"java"_s, m_tools.fingerprint(), [this](const QString &folder) { return m_tools.makeFolder(folder); });
    if (!made)
        return std::unexpected(made.error());
    const QString gear = execution.kind == TaskKind::Program ? u"program"_s : u"compiled"_s;
    return retried(execution, m_machines.options().gear, gear, [&] { return runOnce(execution, stop); });
}

} // namespace autodidact
