#include "core/runners/wasmrust.h"

#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"
#include "core/runners/findings.h"
#include "core/runners/rustdiagnostics.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int compileMs = 20'000;
constexpr int compilerMb = 1024;
const QString linker = u"/usr/bin/wasm-ld"_s;
const QString target = u"--target=wasm32-wasip1"_s;
const QString targetFolder = u"/usr/lib/rustlib/wasm32-wasip1"_s;

Status haveTarget()
{
    if (!QFileInfo(targetFolder).isDir())
        return fail(ErrorKind::Missing, u"Rust cannot compile for WebAssembly here. Install the package libstd-rust-dev-wasm32."_s);
    if (!QFileInfo(linker).isExecutable())
        return fail(ErrorKind::Missing, u"no linker for WebAssembly was found. Install the package lld."_s);
    return {};
}

RustLibrary wasmLibrary()
{
    return {u"libautodidact_wasm.rlib"_s, rustResource(u"wasm/harness.rs"_s) + rustResource(u"checks.rs"_s),
        {u"--crate-type=rlib"_s, target, u"-Cpanic=abort"_s}};
}

/// Each test is called by its number, in an instance of its own.
constexpr QLatin1StringView testEntry("#[no_mangle] pub extern \"C\" fn autodidact_test(index: u32) { ::autodidact::begin(); "
                                      "(program::autodidact_tests::autodidact_tests()[index as usize].body)() }\n");

QStringList compilerArguments(const Execution &execution, const RustTools &tools)
{
    QStringList arguments{tools.compiler, u"--edition=2021"_s, u"--crate-name=attempt"_s, u"--error-format=json"_s, u"--sysroot=/usr"_s, target,
        u"-Clinker="_s + linker, u"-Clink-arg=--max-memory=%1"_s.arg(qint64(execution.limits.memoryMb) << 20), u"-Cdebuginfo=0"_s,
        u"-Cstrip=symbols"_s, u"-Cpanic=abort"_s, u"-Ccodegen-units=1"_s, u"-Coverflow-checks=on"_s, u"-o"_s, u"attempt.wasm"_s};
    if (execution.kind == TaskKind::Program)
        return arguments << u"-Copt-level=1"_s << u"-Aunused"_s << u"--crate-type=bin"_s << u"program.rs"_s;
    return arguments << u"-Copt-level=0"_s << u"-Cdebug-assertions=on"_s << u"--crate-type=cdylib"_s
                     << u"--extern=autodidact="_s + supportFolder + u"/libautodidact_wasm.rlib"_s << u"main.rs"_s;
}

StepPlan plan(const Execution &execution, const RustTools &tools)
{
    StepPlan plan;
    if (execution.kind == TaskKind::Program)
        plan.files = {{u"program.rs"_s, execution.code.toUtf8()}};
    else
        plan.files = rustSources(execution, testEntry);
    const QStringList environment{u"PATH=/usr/bin:/bin"_s, u"HOME=/work"_s, u"LANG=C.UTF-8"_s, u"TMPDIR=/work"_s};
    plan.steps << PlanStep{.name = u"compile"_s, .flags = sandbox::StepMustSucceed | sandbox::StepCaptureErrors, .cpuMs = compileMs,
        .arguments = compilerArguments(execution, tools), .environment = environment};
    plan.steps << PlanStep{.name = u"read"_s, .flags = sandbox::StepMustSucceed | sandbox::StepCaptureOutput, .cpuMs = 2000,
        .arguments = {u"/usr/bin/base64"_s, u"-w0"_s, u"attempt.wasm"_s}, .environment = environment};
    return plan;
}

Verdict refused(const Execution &execution, const RawAttempt &attempt, const StepOutcome *compile)
{
    Verdict verdict = emptyVerdict(execution, attempt);
    if (classifySupervision(attempt, execution.limits, verdict))
        return verdict;
    if (!compile || compile->succeeded())
        setClass(verdict, ErrorClass::Infrastructure, u"the compiled program could not be read"_s);
    else if (compile->overCpu || compile->overWall)
        setClass(verdict, ErrorClass::Compile, u"the compiler took more than %1 s"_s.arg(compileMs / 1000));
    else
        classifyRustDiagnostics(execution, u"program.rs"_s, compile->errors, verdict);
    return verdict;
}

} // namespace

WasmRust::WasmRust(const SandboxOptions &options)
    : m_options(options)
{
    m_options.gear = SandboxGear::Warm;
    m_options.supportFolder = m_workshop.folder();
}

Status WasmRust::prepare()
{
    const std::scoped_lock lock(m_mutex);
    if (m_steps)
        return {};
    if (m_options.walls != WasmWalls::Bubblewrap)
        return fail(ErrorKind::Missing, 
            u"Rust is compiled in bubblewrap, which does not work here: \"autodidact-cli doctor\" says how to mend that"_s);
    const Result<RustTools> tools = RustTools::find();
    if (!tools)
        return std::unexpected(tools.error());
    const Status ready = haveTarget().and_then([&] { return tools->have(m_workshop, wasmLibrary()); });
    if (!ready)
        return ready;
    m_tools = *tools;
    m_steps.emplace(m_options, ServerKind::Steps);
    return {};
}

Result<std::variant<QByteArray, Verdict>> WasmRust::compile(const Execution &execution, std::stop_token stop)
{
    if (const Status ready = prepare(); !ready)
        return std::unexpected(ready.error());
    const Nonce nonce = drawNonce();
    const Result<RawAttempt> attempt = m_steps->run(stepsInput(execution, plan(execution, *m_tools), compilerMb, nonce), stop);
    if (!attempt)
        return std::unexpected(attempt.error());
    const StepReport report = readSteps(attempt->records, nonce);
    const StepOutcome *read = report.find(u"read"_s);
    if (!report.complete || !read || !read->succeeded())
        return refused(execution, *attempt, report.find(u"compile"_s));
    return QByteArray::fromBase64(read->output.toLatin1());
}

} // namespace autodidact
