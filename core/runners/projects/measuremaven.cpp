#include "core/runners/projects/measure.h"
#include "core/runners/runtool.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int reportMs = 5000;
const QString counts = u"target/autodidact.exec"_s;

/// JaCoCo's library and what it needs, in the places of Debian's packages.
QStringList libraries()
{
    QStringList paths;
    for (const char *name : {"org.jacoco.core", "asm", "asm-commons", "asm-tree"})
        paths << u"/usr/share/java/%1.jar"_s.arg(QLatin1StringView(name));
    return paths;
}

/// Names of the classes that the program declares, as the agent wants them.
QString classesOf(const QString &code)
{
    static const QRegularExpression package(u"^\\s*package\\s+([\\w.]+)\\s*;"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression declaration(u"\\b(?:class|interface|enum|record)\\s+(\\w+)"_s);
    const QString folder = package.match(code).captured(1);
    QStringList names;
    for (const QRegularExpressionMatch &match : declaration.globalMatch(code)) {
        const QString name = (folder.isEmpty() ? QString() : folder + u'.') + match.captured(1);
        names << name << name + u"$*"_s;
    }
    return names.first(std::min<qsizetype>(names.size(), 200)).join(u':');
}

LineCoverage readCounts(const Execution &execution, const Project &project, const StepReport &report)
{
    const StepOutcome *step = report.find(u"coverage"_s);
    return readLcov(step ? step->output : QString(), project.programFile, execution.code);
}

} // namespace

Status makeJavaCoverage(const QString &folder)
{
    const QString agent = u"/usr/share/java/org.jacoco.agent.jar"_s;
    for (const QString &path : libraries() + QStringList{agent}) {
        if (!QFileInfo::exists(path))
            return fail(ErrorKind::Missing, u"%1 was not found. Install the package libjacoco-java."_s.arg(path));
    }
    const QString place = folder + u"/jacoco"_s;
    QDir().mkpath(place);
    QFile source(u":/sandbox/coverage/LineReport.java"_s);
    if (!source.copy(place + u"/LineReport.java"_s))
        return fail(ErrorKind::Storage, u"LineReport.java could not be written to %1"_s.arg(place));
    const Status extracted = runTool(u"/usr/bin/jar"_s, {u"xf"_s, agent, u"jacocoagent.jar"_s}, place);
    if (!extracted)
        return extracted;
    return runTool(u"/usr/bin/javac"_s, {u"-proc:none"_s, u"-cp"_s, libraries().join(u':'), u"LineReport.java"_s}, place);
}

void measureMaven(const Execution &execution, const QString &tools, Project &project)
{
    const QString classes = classesOf(execution.code);
    if (classes.isEmpty())
        return;
    PlanStep &test = project.plan.steps.first();
    const QString java = test.arguments.first();
    const QString agent = u"%1/jacoco/jacocoagent.jar=destfile=%2,includes=%3,sessionid=attempt"_s.arg(tools, counts, classes);
    test.arguments.insert(1, u"-javaagent:"_s + agent);
    project.plan.steps << PlanStep{.name = u"coverage"_s, .flags = sandbox::StepCaptureOutput | sandbox::StepCaptureErrors,
        .cpuMs = reportMs,
        .arguments = {java, u"-Xmx64m"_s, u"-XX:+UseSerialGC"_s, u"-XX:TieredStopAtLevel=1"_s, u"-XX:-UsePerfData"_s, u"-cp"_s,
            libraries().join(u':') + u':' + tools + u"/jacoco"_s, u"LineReport"_s, counts, u"target/classes"_s},
        .environment = test.environment};
    project.readCoverage = readCounts;
}

} // namespace autodidact
