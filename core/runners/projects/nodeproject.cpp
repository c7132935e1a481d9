#include "core/runners/projects/project.h"
#include "core/runners/reports/testreports.h"
#include "core/syntax/syntaxtree.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

enum class Framework { Node, Tap, Jest };

constexpr int frameworkMs = 8000;
const QString reportFile = u"autodidact-report"_s;

Framework frameworkOf(const Execution &execution)
{
    for (const TestFile &file : execution.testFiles) {
        if (file.path != u"package.json")
            continue;
        const QJsonObject object = QJsonDocument::fromJson(file.content.toUtf8()).object();
        const QStringList asked = object[u"devDependencies"_s].toObject().keys() + object[u"dependencies"_s].toObject().keys()
            + object[u"scripts"_s][u"test"_s].toString().split(u' ');
        if (asked.contains(u"jest"))
            return Framework::Jest;
        if (asked.contains(u"tap"))
            return Framework::Tap;
    }
    for (const TestFile &file : execution.testFiles) {
        if (file.content.contains(u"node:test"))
            return Framework::Node;
        if (file.content.contains(u"require('tap')") || file.content.contains(u"require(\"tap\")"))
            return Framework::Tap;
    }
    return Framework::Jest;
}

bool isTest(const TestFile &file)
{
    return file.path.endsWith(u".js") && (file.path.contains(u"test") || file.path.contains(u"spec"));
}

Result<QList<TestResult>> readTapFile(const StepReport &report)
{
    return readTap(report.files.value(reportFile));
}

Result<QList<TestResult>> readTapOutput(const StepReport &report)
{
    const StepOutcome *step = report.find(u"test"_s);
    return readTap(step ? step->output : QString());
}

Result<QList<TestResult>> readJestFile(const StepReport &report)
{
    return readJest(report.files.value(reportFile).toUtf8());
}

/// The frameworks tell of a syntax error in words; the parser knows it by its nature.
bool classifySyntax(const Execution &execution, const StepReport &, Verdict &verdict)
{
    const auto tree = SyntaxTree::parse(Language::JavaScript, execution.code.toUtf8());
    const auto error = tree ? tree->firstError() : std::nullopt;
    if (!error)
        return false;
    verdict.errorClass = ErrorClass::Syntax;
    verdict.errorDetail = u"line %1: this is no JavaScript"_s.arg(error->line());
    verdict.diagnostics << Diagnostic{error->line(), error->column(), u"error"_s, u"syntax error"_s};
    return true;
}

QStringList commandOf(Framework framework, const Execution &execution)
{
    if (framework == Framework::Jest)
        return {u"/usr/bin/jest"_s, u"--json"_s, u"--outputFile="_s + reportFile, u"--ci"_s, u"--runInBand"_s, u"--no-watchman"_s,
            u"--rootDir=/work"_s, u"--cacheDirectory=/work/.jest"_s};
    QStringList files;
    for (const TestFile &file : execution.testFiles) {
        if (isTest(file))
            files << file.path;
    }
    if (framework == Framework::Node)
        return QStringList{
                   u"/usr/bin/node"_s, u"--test"_s, u"--test-reporter=tap"_s, u"--test-reporter-destination="_s + reportFile}
        + files;
    return QStringList{u"/usr/bin/node"_s, u"/usr/bin/tap"_s, u"--reporter=tap"_s, u"--no-coverage"_s, u"--jobs=1"_s} + files;
}

} // namespace

Result<Project> nodeProject(const Execution &execution)
{
    const Framework framework = frameworkOf(execution);
    const QString gear = framework == Framework::Jest ? u"jest"_s
        : framework == Framework::Tap                 ? u"node-tap"_s
                                                      : u"node --test"_s;
    Result<Project> made = projectWithFiles(execution, gear, u"solution.js"_s);
    if (!made)
        return made;
    Project &project = *made;
    project.memoryMb = 256;
    project.processes = 48;
    project.folderMb = 64;
    project.classifyCompile = classifySyntax;
    project.read = framework == Framework::Jest ? readJestFile : framework == Framework::Tap ? readTapOutput : readTapFile;
    addUnlessThere(project, u"package.json"_s, "{\"name\": \"attempt\", \"private\": true}\n");
    const QStringList command = commandOf(framework, execution);
    const QString program = framework == Framework::Tap ? command.at(1) : command.first();
    if (!QFileInfo(program).isExecutable())
        return fail(ErrorKind::Missing, u"%1 was not found. Install the package %2."_s.arg(program,
            framework == Framework::Jest ? u"jest"_s : framework == Framework::Tap ? u"node-tap"_s : u"nodejs"_s));
    project.plan.steps << PlanStep{.name = u"test"_s, .flags = sandbox::StepCaptureOutput | sandbox::StepCaptureErrors,
        .cpuMs = execution.limits.cpuMs + frameworkMs, .arguments = command,
        .environment = projectEnvironment({u"NODE_PATH=/usr/share/nodejs:/usr/lib/nodejs"_s, u"CI=1"_s, u"NO_COLOR=1"_s})};
    project.plan.collected = {reportFile};
    return made;
}

} // namespace autodidact
