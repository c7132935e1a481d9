#include "core/runners/projects/project.h"
#include "core/runners/reports/testreports.h"
#include "core/runners/rustdiagnostics.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int compileMs = 90'000;
const QString manifest = u"[package]\nname = \"attempt\"\nversion = \"0.1.0\"\nedition = \"2021\"\n"_s;

Result<QList<TestResult>> readTests(const StepReport &report)
{
    const StepOutcome *step = report.find(u"test"_s);
    return readLibtest(step ? step->output.toUtf8() : QByteArray());
}

/// The compiler's own messages out of cargo's.
QString compilerMessages(const QString &lines)
{
    QString messages;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
        if (object[u"reason"_s].toString() == u"compiler-message")
            messages += QString::fromUtf8(QJsonDocument(object[u"message"_s].toObject()).toJson(QJsonDocument::Compact)) + u'\n';
    }
    return messages;
}

bool classifyCompile(const Execution &execution, const StepReport &report, Verdict &verdict)
{
    const StepOutcome *compile = report.find(u"compile"_s);
    if (!compile || compile->succeeded())
        return false;
    if (compile->overCpu || compile->overWall) {
        verdict.errorClass = ErrorClass::Compile;
        verdict.errorDetail = u"cargo took more than %1 s"_s.arg(compileMs / 1000);
        return true;
    }
    classifyRustDiagnostics(execution, programFileOf(execution, u"src/lib.rs"_s), compilerMessages(compile->output), verdict);
    if (verdict.errorClass == ErrorClass::Infrastructure)
        verdict.errorDetail = u"cargo failed: "_s + compile->errors.trimmed().section(u'\n', -3).left(400);
    return true;
}

} // namespace

Result<Project> cargoProject(const Execution &execution)
{
    if (!QFileInfo(u"/usr/bin/cargo"_s).isExecutable())
        return fail(ErrorKind::Missing, u"cargo was not found. Install the package cargo."_s);
    Result<Project> made = projectWithFiles(execution, u"cargo"_s, u"src/lib.rs"_s);
    if (!made)
        return made;
    Project &project = *made;
    project.memoryMb = 1024;
    project.processes = 64;
    project.folderMb = 512;
    project.read = readTests;
    project.classifyCompile = classifyCompile;
    addUnlessThere(project, u"Cargo.toml"_s, manifest.toUtf8());
    // The machine-readable report of Rust's tests is for nightly compilers; this variable opens it in every other.
    const QStringList environment =
        projectEnvironment({u"RUSTC_BOOTSTRAP=1"_s, u"RUST_BACKTRACE=0"_s, u"CARGO_HOME=/work/.cargo"_s});
    const QStringList cargo{
        u"/usr/bin/cargo"_s, u"test"_s, u"--offline"_s, u"--quiet"_s, u"--lib"_s, u"--tests"_s, u"--no-fail-fast"_s};
    project.plan.steps << PlanStep{.name = u"compile"_s,
        .flags = sandbox::StepMustSucceed | sandbox::StepCaptureOutput | sandbox::StepCaptureErrors, .cpuMs = compileMs,
        .arguments = cargo + QStringList{u"--no-run"_s, u"--message-format=json"_s}, .environment = environment};
    project.plan.steps << PlanStep{.name = u"test"_s,
        .flags = sandbox::StepCaptureOutput | sandbox::StepCaptureErrors,
        .cpuMs = execution.limits.cpuMs + 2000,
        .arguments =
            cargo + QStringList{u"--"_s, u"-Zunstable-options"_s, u"--format=json"_s, u"--report-time"_s, u"--test-threads=1"_s},
        .environment = environment};
    return made;
}

} // namespace autodidact
