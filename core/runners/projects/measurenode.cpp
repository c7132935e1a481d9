#include "core/runners/projects/measure.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QString countsFolder = u"autodidact-coverage"_s;
constexpr int instrumentMs = 4000;
constexpr int instrumentMb = 128;

LineCoverage readCounts(const Execution &execution, const Project &project, const StepReport &report)
{
    QStringList paths = report.files.keys();
    paths.sort();
    QList<QByteArray> counts;
    for (const QString &path : std::as_const(paths)) {
        if (path.startsWith(countsFolder + u"/coverage-"_s))
            counts << report.files.value(path).toUtf8();
    }
    return readV8(counts, project.programFile, execution.code);
}

LineCoverage readJestCounts(const Execution &execution, const Project &project, const StepReport &report)
{
    const QByteArray counts = report.files.value(countsFolder + u"/coverage-final.json"_s).toUtf8();
    return readIstanbul(counts, project.programFile, execution.code);
}

} // namespace

void measureNode(Project &project)
{
    PlanStep &test = project.plan.steps.last();
    project.plan.collected << countsFolder;
    project.readCoverage = readCounts;
    if (project.gear != u"jest") {
        test.environment << u"NODE_V8_COVERAGE=/work/"_s + countsFolder;
        return;
    }
    // A threshold of the task's would fail tests that pass.
    test.arguments += {u"--coverage"_s, u"--coverageReporters=json"_s, u"--coverageDirectory=/work/"_s + countsFolder,
        u"--coverageThreshold={}"_s, u"--collectCoverageFrom="_s + project.programFile};
    test.cpuMs += instrumentMs;
    project.memoryMb += instrumentMb;
    project.readCoverage = readJestCounts;
}

} // namespace autodidact
