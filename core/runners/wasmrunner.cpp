#include "core/runners/wasmrunner.h"

#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"
#include "core/runners/programattempt.h"
#include "core/runners/retry.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

using sandbox::EndedBy;
using sandbox::RecordKind;

Result<ServerKind> machineFor(const Execution &execution)
{
    if (execution.kind != TaskKind::Function && execution.kind != TaskKind::Program)
        return fail(ErrorKind::Missing,
            u"the WebAssembly sandbox runs no test framework: choose another sandbox for tasks with test files"_s);
    switch (execution.language) {
    case Language::Python: return ServerKind::WasmPython;
    case Language::JavaScript: return ServerKind::WasmJavaScript;
    case Language::Rust: return ServerKind::WasmRust;
    case Language::Java: break;
    }
    return fail(ErrorKind::Missing,
        u"the WebAssembly sandbox has no machine for %1: choose another sandbox for these tasks"_s.arg(toString(execution.language)));
}

/// One run of a program on one input: the "tests" are that input.
AttemptInput programInput(const Execution &execution, const QByteArray &program, const TestCase &test, const Nonce &nonce)
{
    Execution one = execution;
    one.entryPoint.clear();
    one.testSetup.clear();
    one.tests = {TestCase{.name = test.name, .code = test.input}};
    AttemptInput input = functionInput(one, nonce);
    input.request.mode = sandbox::Mode::Script;
    input.program = program;
    return input;
}

StepOutcome outcomeOf(const QString &name, const RawAttempt &attempt, const Nonce &nonce)
{
    StepOutcome outcome{.name = name, .status = attempt.reply.solutionStatus};
    outcome.overCpu = attempt.reply.endedBy == EndedBy::CpuTime;
    outcome.overWall = attempt.reply.endedBy == EndedBy::WallTime;
    outcome.cpuMs = double(attempt.reply.cpuUs) / 1000;
    outcome.wallMs = double(attempt.reply.wallUs) / 1000;
    outcome.errors = QString::fromUtf8(attempt.output);
    for (const Record &record : readReport(attempt.records, nonce).records) {
        if (record.kind == RecordKind::Text && record.field(0) == u"stdout")
            outcome.output = record.field(1);
    }
    return outcome;
}

QString wallsOf(const SandboxOptions &options)
{
    return options.walls == WasmWalls::Bubblewrap ? u"bubblewrap"_s : u"filter"_s;
}

} // namespace

WasmRunner::WasmRunner(SandboxOptions options)
    : m_options(std::move(options))
    , m_rust(m_options)
{
}

ServerPool &WasmRunner::poolFor(ServerKind kind)
{
    const std::scoped_lock lock(m_mutex);
    std::unique_ptr<ServerPool> &pool = m_pools[kind];
    if (!pool)
        pool = std::make_unique<ServerPool>(m_options, kind);
    return *pool;
}

Result<Verdict> WasmRunner::runFunction(
    const Execution &execution, const QByteArray &program, ServerPool &pool, std::stop_token stop)
{
    const Nonce nonce = drawNonce();
    AttemptInput input = functionInput(execution, nonce);
    input.program = program;
    if (execution.language == Language::Rust) // an instance for each test, which holds both
        input.request.mode = sandbox::Mode::InProcess;
    const Result<RawAttempt> attempt = pool.run(input, stop);
    if (!attempt)
        return std::unexpected(attempt.error());
    return classify(execution, *attempt, readReport(attempt->records, nonce));
}

/// Every test is an attempt of its own; after one that had to be ended there is no other.
Result<Verdict> WasmRunner::runProgram(
    const Execution &execution, const QByteArray &program, ServerPool &pool, std::stop_token stop)
{
    StepReport report{.complete = true};
    RawAttempt whole;
    whole.reply.setUp = 1;
    for (qsizetype i = 0; i < execution.tests.size(); ++i) {
        const Nonce nonce = drawNonce();
        const Result<RawAttempt> attempt = pool.run(programInput(execution, program, execution.tests.at(i), nonce), stop);
        if (!attempt)
            return std::unexpected(attempt.error());
        const StepOutcome outcome = outcomeOf(QString::number(i), *attempt, nonce);
        report.steps << outcome;
        sandbox::Reply reply = attempt->reply;
        reply.cpuUs += whole.reply.cpuUs;
        reply.wallUs += whole.reply.wallUs;
        reply.peakKb = std::max(reply.peakKb, whole.reply.peakKb);
        const bool late = outcome.overCpu || outcome.overWall;
        if (late) // of this test, and told with it
            reply.endedBy = EndedBy::Itself;
        whole.reply = reply;
        whole.outputExceeded = attempt->outputExceeded;
        if (late || reply.endedBy != EndedBy::Itself || reply.forbiddenCall >= 0 || whole.outputExceeded)
            break;
    }
    return classifyProgram(execution, whole, report);
}

Result<Verdict> WasmRunner::runOnce(const Execution &execution, ServerKind kind, std::stop_token stop)
{
    QByteArray program = execution.code.toUtf8();
    if (kind == ServerKind::WasmRust) {
        const Result<std::variant<QByteArray, Verdict>> compiled = m_rust.compile(execution, stop);
        if (!compiled)
            return std::unexpected(compiled.error());
        if (const Verdict *verdict = std::get_if<Verdict>(&*compiled))
            return *verdict;
        program = std::get<QByteArray>(*compiled);
    }
    ServerPool &pool = poolFor(kind);
    return execution.kind == TaskKind::Program ? runProgram(execution, program, pool, stop)
                                               : runFunction(execution, program, pool, stop);
}

Result<Verdict> WasmRunner::run(const Execution &execution, std::stop_token stop)
{
    const Result<ServerKind> kind = machineFor(execution);
    if (!kind)
        return std::unexpected(kind.error());
    return retried(execution, SandboxGear::Wasm, wallsOf(m_options), [&] { return runOnce(execution, *kind, stop); });
}

} // namespace autodidact
