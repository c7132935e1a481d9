#include "core/runners/projects/measure.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int exportMs = 5000;
constexpr int exportMb = 768;
const QString countsFolder = u"/work/autodidact-coverage"_s;

/// What belongs to the LLVM that the compiler was made with.
struct LlvmTools {
    QString runtime; ///< the library that writes the counts of a program
    QString programs; ///< folder of llvm-profdata and llvm-cov
};

QString versionOfCompiler()
{
    QProcess compiler;
    compiler.start(u"/usr/bin/rustc"_s, {u"-vV"_s});
    static const QRegularExpression line(u"^LLVM version: (\\d+)"_s, QRegularExpression::MultilineOption);
    return compiler.waitForFinished() ? line.match(QString::fromUtf8(compiler.readAll())).captured(1) : QString();
}

std::optional<LlvmTools> findTools()
{
    const QString version = versionOfCompiler();
    const QString folder = u"/usr/lib/llvm-"_s + version;
    const QString cpu = QSysInfo::buildCpuArchitecture() == u"arm64" ? u"aarch64"_s : QSysInfo::buildCpuArchitecture();
    const LlvmTools tools{u"%1/lib/clang/%2/lib/linux/libclang_rt.profile-%3.a"_s.arg(folder, version, cpu), folder + u"/bin"_s};
    for (const QString &path : {tools.runtime, tools.programs + u"/llvm-cov"_s, tools.programs + u"/llvm-profdata"_s}) {
        if (version.isEmpty() || !QFileInfo::exists(path))
            return std::nullopt;
    }
    return tools;
}

LineCoverage readCounts(const Execution &execution, const Project &project, const StepReport &report)
{
    const StepOutcome *step = report.find(u"coverage"_s);
    return readLcov(step ? step->output : QString(), project.programFile, execution.code);
}

} // namespace

void measureCargo(Project &project)
{
    static const std::optional<LlvmTools> tools = findTools();
    if (!tools)
        return;
    // The library needs a function that the C library links statically: it must be named once more behind it.
    const QStringList variables{
        u"RUSTFLAGS=-Cinstrument-coverage -Zno-profiler-runtime -Clink-arg=%1 -Clink-arg=-lc"_s.arg(tools->runtime),
        u"LLVM_PROFILE_FILE=%1/%p-%m.profraw"_s.arg(countsFolder)};
    const QStringList environment = project.plan.steps.last().environment;
    for (PlanStep &step : project.plan.steps)
        step.environment += variables;
    const QString script = u"%1/llvm-profdata merge -sparse -o %2/all %2/*.profraw && "
                           "set -- $(find target/debug/deps -type f -perm -u+x ! -name '*.*') && "
                           "exec %1/llvm-cov export -format=lcov -instr-profile=%2/all \"$1\" "
                           "$(shift; printf -- '-object %s ' \"$@\") %3"_s;
    project.plan.steps << PlanStep{.name = u"coverage"_s, .flags = sandbox::StepCaptureOutput | sandbox::StepCaptureErrors,
        .cpuMs = exportMs, .addressMb = exportMb, // counts that are no counts end the tool, not the attempt
        .arguments = {u"/bin/sh"_s, u"-c"_s, script.arg(tools->programs, countsFolder, project.programFile)},
        .environment = environment};
    project.readCoverage = readCounts;
}

} // namespace autodidact
