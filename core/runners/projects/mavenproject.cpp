#include "core/runners/projects/project.h"
#include "core/runners/reports/testreports.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int frameworkMs = 30'000;
const QString reports = u"target/surefire-reports"_s;
const QString mavenFolder = u"/usr/share/maven"_s;
const QString compiled = u"target/diagnosed"_s;

const QString projectFile =
    u"<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n<modelVersion>4.0.0</modelVersion>\n"
    "<groupId>attempt</groupId><artifactId>attempt</artifactId><version>1</version>\n<properties>\n"
    "<maven.compiler.release>17</maven.compiler.release>\n<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>\n"
    "</properties>\n<dependencies><dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter-engine</artifactId>"
    "<version>5.10.2</version><scope>test</scope></dependency></dependencies>\n</project>\n"_s;

Result<QList<TestResult>> readReports(const StepReport &report)
{
    QList<TestResult> results;
    QStringList paths = report.files.keys();
    paths.sort();
    bool any = false;
    for (const QString &path : std::as_const(paths)) {
        if (!path.startsWith(reports) || !path.endsWith(u".xml"))
            continue;
        const auto suite = readJunit(report.files.value(path).toUtf8());
        if (!suite)
            return suite;
        any = true;
        results += *suite;
    }
    if (!any)
        return fail(ErrorKind::BadInput, u"there is no surefire report"_s);
    return results;
}

/// Lines of `javac -XDrawDiagnostics`: "Solution.java:3:9: compiler.err.cant.resolve…: arguments".
bool classifyCompile(const Execution &execution, const StepReport &report, Verdict &verdict)
{
    const StepOutcome *diagnosis = report.find(u"diagnose"_s);
    if (!diagnosis || diagnosis->succeeded())
        return false;
    static const QRegularExpression form(
        u"^(.+\\.java):(\\d+):(\\d+): (compiler\\.(err|warn)\\.[^:]+)(?:: (.*))?$"_s, QRegularExpression::MultilineOption);
    const QString program = QFileInfo(programFileOf(execution, u"src/main/java/Solution.java"_s)).fileName();
    QString first;
    for (auto match = form.globalMatch(diagnosis->errors); match.hasNext();) {
        const QRegularExpressionMatch line = match.next();
        const QString message = line.captured(4) + (line.captured(6).isEmpty() ? QString() : u": "_s + line.captured(6));
        if (line.captured(1) == program)
            verdict.diagnostics << Diagnostic{line.captured(2).toInt(), line.captured(3).toInt(),
                line.captured(5) == u"err" ? u"error"_s : u"warning"_s, message};
        if (first.isEmpty() && line.captured(5) == u"err")
            first = line.captured(4);
        if (verdict.errorDetail.isEmpty() && line.captured(5) == u"err")
            verdict.errorDetail = u"%1, line %2: %3"_s.arg(line.captured(1), line.captured(2), message);
    }
    if (first.isEmpty())
        return false;
    const bool syntax = first.contains(u".expected") || first.contains(u"illegal.start") || first.contains(u"premature")
        || first.contains(u"unclosed") || first.contains(u"illegal.char") || first.contains(u"not.stmt")
        || first.contains(u"orphaned") || first.contains(u"else.without");
    verdict.errorClass = syntax                 ? ErrorClass::Syntax
        : first == u"compiler.err.doesnt.exist" ? ErrorClass::Import
                                                : ErrorClass::Compile;
    return true;
}

} // namespace

Result<Project> mavenProject(const Execution &execution)
{
    const QString java = QFileInfo(u"/usr/bin/java"_s).canonicalFilePath();
    const QString home = QFileInfo(java).absolutePath().chopped(4);
    const QStringList launchers = QDir(mavenFolder + u"/boot"_s).entryList({u"plexus-classworlds*.jar"_s});
    if (launchers.isEmpty())
        return fail(ErrorKind::Missing, u"Maven was not found. Install the packages maven and maven-debian-helper."_s);
    if (!QFileInfo(home + u"/bin/javac"_s).isExecutable())
        return fail(ErrorKind::Missing, u"javac was not found. Install the package openjdk-21-jdk-headless."_s);
    Result<Project> made = projectWithFiles(execution, u"maven"_s, u"src/main/java/Solution.java"_s);
    if (!made)
        return made;
    Project &project = *made;
    project.memoryMb = 768;
    project.processes = 160;
    project.folderMb = 128;
    project.quietSockets = true;
    project.read = readReports;
    project.classifyCompile = classifyCompile;
    addUnlessThere(project, u"pom.xml"_s, projectFile.toUtf8());
    // Programs find their libraries through /proc, which attempts do not see.
    const QStringList environment = projectEnvironment({u"JAVA_HOME="_s + home, u"LD_LIBRARY_PATH="_s + home + u"/lib"_s});
    // The tests run in Maven's own machine: a forked one would ask for its parent through /proc, and wait for it.
    project.plan.steps << PlanStep{.name = u"test"_s,
        .flags = sandbox::StepCaptureOutput | sandbox::StepCaptureErrors,
        .cpuMs = execution.limits.cpuMs + frameworkMs,
        .arguments = {java, u"-Xmx384m"_s, u"-XX:+UseSerialGC"_s, u"-XX:TieredStopAtLevel=1"_s, u"-XX:-UsePerfData"_s,
            u"-Duser.home=/work"_s, u"-classpath"_s, mavenFolder + u"/boot/"_s + launchers.first(),
            u"-Dclassworlds.conf="_s + mavenFolder + u"/bin/m2.conf"_s, u"-Dmaven.home="_s + mavenFolder,
            u"-Dmaven.multiModuleProjectDirectory=/work"_s, u"-Dlibrary.jansi.mode=strip"_s,
            u"org.codehaus.plexus.classworlds.launcher.Launcher"_s, u"-o"_s, u"-q"_s, u"-B"_s,
            u"-Dmaven.repo.local=/usr/share/maven-repo"_s, u"-Dstyle.color=never"_s, u"-DforkCount=0"_s, u"test"_s},
        .environment = environment};
    project.plan.steps << PlanStep{.name = u"diagnose"_s,
        .flags = sandbox::StepAfterFailure | sandbox::StepCaptureErrors,
        .cpuMs = frameworkMs,
        .arguments = {home + u"/bin/javac"_s, u"-XDrawDiagnostics"_s, u"-proc:none"_s, u"-sourcepath"_s, u"src/main/java"_s,
            u"-d"_s, compiled, project.programFile},
        .environment = environment};
    project.plan.collected = {reports};
    return made;
}

} // namespace autodidact
