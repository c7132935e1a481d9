#include "core/runners/rustattempt.h"

#include "core/base/file.h"
#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"
#include "core/runners/findings.h"
#include "core/runners/rustdiagnostics.h"
#include "core/runners/rustsignature.h"
#include "core/runners/runtool.h"
#include "core/runners/toolcache.h"

#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int compileMs = 20'000;
constexpr int baseMb = 64; // of the address space: the binary, its libraries, the stacks of some threads

QString quoted(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    return u'"' + text + u'"';
}

/// The tests are a module within the program's, so that they see what is not public.
QString testsFile(const Execution &execution)
{
    QString text = QString::fromUtf8(rustResource(u"testmacros.rs"_s)) + u"use super::*;\n"_s + execution.testSetup + u'\n';
    QString table;
    for (qsizetype i = 0; i < execution.tests.size(); ++i) {
        const TestCase &test = execution.tests.at(i);
        text += u"fn autodidact_%1() {\n%2\n}\n"_s.arg(i).arg(test.code);
        table += u"::autodidact::Test { name: %1, body: autodidact_%2 },\n"_s.arg(quoted(test.name)).arg(i);
    }
    if (!rustSignature(execution).isEmpty())
        text += u"#[allow(dead_code)]\nfn autodidact_signature() { crate::signature::is(%1) }\n"_s.arg(execution.entryPoint);
    return text + u"pub fn autodidact_tests() -> ::std::vec::Vec<::autodidact::Test> {\n::std::vec![\n"_s + table + u"]\n}\n"_s;
}

/// What holds program and tests together. The signature is checked where no name of the program is in scope.
QString mainFile(const Execution &execution, QLatin1StringView entry)
{
    QString text = u"#![allow(warnings)]\n#[forbid(unsafe_code)] #[path = \"program.rs\"] mod program;\n"_s;
    if (const QString signature = rustSignature(execution); !signature.isEmpty())
        text += u"mod signature { use ::std::collections::*; pub fn is(_: %1) {} }\n"_s.arg(signature);
    return text + entry;
}

QStringList compilerArguments(const RustTools &tools, const QString &support)
{
    return {tools.compiler, u"--edition=2021"_s, u"--crate-name=attempt"_s, u"--crate-type=bin"_s, u"--error-format=json"_s,
        u"--sysroot=/usr"_s, u"-Copt-level=0"_s, u"-Cdebuginfo=0"_s, u"-Ccodegen-units=1"_s, u"-Cprefer-dynamic"_s,
        u"-Coverflow-checks=on"_s, u"-Cdebug-assertions=on"_s, u"-Clink-arg=-Wl,-rpath,"_s + support,
        u"-Clink-arg=-fuse-ld="_s + tools.linker, u"--extern=autodidact="_s + support + u"/libautodidact.so"_s,
        u"-o"_s, u"attempt"_s, u"main.rs"_s};
}

constexpr QLatin1StringView mainEntry("fn main() { ::autodidact::run(program::autodidact_tests::autodidact_tests()) }\n");

} // namespace

QByteArray rustResource(const QString &name)
{
    QFile file(u":/sandbox/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<std::pair<QString, QByteArray>> rustSources(const Execution &execution, QLatin1StringView entry)
{
    return {{u"program.rs"_s, (execution.code + u"\n#[path = \"tests.rs\"] pub mod autodidact_tests;\n"_s).toUtf8()},
        {u"tests.rs"_s, testsFile(execution).toUtf8()}, {u"main.rs"_s, mainFile(execution, entry).toUtf8()}};
}

Result<RustTools> RustTools::find()
{
    RustTools tools{QStandardPaths::findExecutable(u"rustc"_s, {u"/usr/bin"_s}), {}};
    if (tools.compiler.isEmpty())
        return fail(ErrorKind::Missing, u"Rust was not found. Install the package rustc."_s);
    if (QStandardPaths::findExecutable(u"cc"_s, {u"/usr/bin"_s}).isEmpty())
        return fail(ErrorKind::Missing, u"no linker was found. Install the package gcc."_s);
    tools.linker = QStandardPaths::findExecutable(u"mold"_s, {u"/usr/bin"_s}).isEmpty() ? u"bfd"_s : u"mold"_s;
    return tools;
}

Status RustTools::have(Workshop &workshop, const RustLibrary &library) const
{
    const QStringList arguments = QStringList{u"--edition=2021"_s, u"--crate-name=autodidact"_s, u"-Copt-level=1"_s} + library.arguments;
    const QByteArray fingerprint = fileState(compiler) + arguments.join(u'\n').toUtf8() + '\n' + library.source;
    return workshop.haveKept(library.file, fingerprint, [&](const QString &folder) {
        const QString source = folder + u'/' + library.file + u".rs"_s;
        const Status written = writeFile(source, library.source);
        return written ? runTool(compiler, arguments + QStringList{u"-o"_s, folder + u'/' + library.file, source}) : written;
    });
}

RustLibrary RustTools::nativeLibrary()
{
    return {u"libautodidact.so"_s, rustResource(u"harness.rs"_s) + rustResource(u"checks.rs"_s),
        {u"--crate-type=dylib"_s, u"-Cdebuginfo=0"_s}};
}

StepPlan rustPlan(const Execution &execution, const RustTools &tools, const QString &support, const Nonce &nonce)
{
    StepPlan plan;
    plan.files = rustSources(execution, mainEntry);
    const QStringList environment{u"PATH=/usr/bin:/bin"_s, u"HOME=/work"_s, u"LANG=C.UTF-8"_s, u"TMPDIR=."_s};
    plan.steps << PlanStep{.name = u"compile"_s, .flags = sandbox::StepMustSucceed | sandbox::StepCaptureErrors, .cpuMs = compileMs,
        .arguments = compilerArguments(tools, support), .environment = environment};
    QByteArray input;
    appendNumber(input, nonce[0]);
    appendNumber(input, nonce[1]);
    plan.steps << PlanStep{.name = u"run"_s, .flags = sandbox::StepReports | sandbox::StepHidden, .cpuMs = execution.limits.cpuMs,
        .addressMb = execution.limits.memoryMb + baseMb, .memoryMb = execution.limits.memoryMb + baseMb, .arguments = {u"attempt"_s},
        .environment = {u"PATH=/usr/bin:/bin"_s, u"HOME=/work"_s, u"LANG=C.UTF-8"_s, u"TZ=UTC"_s},
        .removals = {u"program.rs"_s, u"tests.rs"_s, u"main.rs"_s}, .input = input};
    return plan;
}

Verdict classifyRust(const Execution &execution, const RawAttempt &attempt, const StepReport &report)
{
    const StepOutcome *compile = report.find(u"compile"_s);
    const StepOutcome *run = report.find(u"run"_s);
    if (compile && !compile->succeeded() && attempt.reply.endedBy == sandbox::EndedBy::Itself) {
        Verdict verdict = emptyVerdict(execution, attempt);
        if ((compile->overCpu || compile->overWall))
            setClass(verdict, ErrorClass::Compile, u"the compiler took more than %1 s"_s.arg(compileMs / 1000));
        else
            classifyRustDiagnostics(execution, u"program.rs"_s, compile->errors, verdict);
        return verdict;
    }
    return classifyHarness(execution, attempt, report, run);
}

} // namespace autodidact
