#include "core/runners/classify.h"
#include "core/runners/findings.h"
#include "core/runners/projects/project.h"
#include "core/runners/projects/testnames.h"
#include "core/runners/scrub.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// "suite > adds" and "demo.SuiteTest.adds" are both reports of "adds".
bool isReportOf(const QString &reported, const QString &name)
{
    return reported == name || reported.endsWith(u"> "_s + name) || reported.endsWith(u"."_s + name)
        || reported.endsWith(u"::"_s + name) || reported.endsWith(u' ' + name);
}

QStringList missingTests(const Execution &execution, const QList<TestResult> &results)
{
    QStringList missing;
    for (const TestFile &file : execution.testFiles) {
        for (const QString &name : testNames(execution.language, file.content)) {
            if (std::ranges::none_of(results, [&](const TestResult &result) { return isReportOf(result.name, name); }))
                missing << name;
        }
    }
    return missing;
}

/// A line of a stack that lies in the program: "…/solution.js:12:5" or "Solution.java:12".
int lineIn(const QString &programFile, const QString &stack)
{
    const QString name = QFileInfo(programFile).fileName() + u':';
    const qsizetype at = stack.indexOf(name);
    return at < 0 ? 0 : stack.sliced(at + name.size()).left(8).section(QRegularExpression(u"[^0-9]"_s), 0, 0).toInt();
}

ErrorClass classOf(const TestResult &test)
{
    if (test.exceptionType == u"AssertionError")
        return ErrorClass::Logic;
    if (test.exceptionType.endsWith(u"OutOfMemoryError"))
        return ErrorClass::Memory;
    if (test.message.contains(u"Cannot find module"))
        return ErrorClass::Import;
    return ErrorClass::Runtime;
}

void classifyTests(const StepOutcome &step, const QStringList &missing, Verdict &verdict)
{
    for (const TestResult &test : std::as_const(verdict.tests)) {
        if (test.passed())
            continue;
        if (test.name.endsWith(u"> test unfinished")) // node-tap's word for a process that ended meanwhile
            tampered(verdict, u"the program ended itself before its tests were through"_s);
        else if (test.status == TestStatus::NotRun)
            setClass(verdict, ErrorClass::Logic, test.name + u" was skipped"_s);
        else
            setClass(verdict, classOf(test), u"%1: %2: %3"_s.arg(test.name, test.exceptionType, test.message.left(400)));
        if (step.succeeded() && !verdict.tampering)
            tampered(verdict, u"%1 failed, but the tests ended as if they had passed"_s.arg(test.name));
        return;
    }
    if (!missing.isEmpty())
        tampered(verdict, u"these tests were never reported: "_s + missing.join(u", "_s));
    else if (verdict.tests.isEmpty())
        setClass(verdict, ErrorClass::Infrastructure, u"there are no tests in the files of this task"_s);
    else if (!step.succeeded())
        setClass(verdict, ErrorClass::Runtime, u"every test passed, but the tests ended with a failure"_s);
}

void classifySilence(const StepOutcome &step, const QString &problem, Verdict &verdict)
{
    if (step.succeeded())
        tampered(verdict, u"the tests ended without a report: "_s + problem);
    else
        setClass(verdict, ErrorClass::Runtime,
            u"the tests ended with status %1 and without a report: %2"_s.arg(step.status).arg(problem));
}

} // namespace

Verdict classifyProject(const Execution &execution, const RawAttempt &attempt, const StepReport &report, const Project &project)
{
    Verdict verdict = emptyVerdict(execution, attempt);
    const StepOutcome *step = report.find(u"test"_s);
    if (step)
        verdict.output = scrubbed((step->output + step->errors).left(qsizetype(execution.limits.outputKb) * 1024));
    if (classifySupervision(attempt, execution.limits, verdict))
        return verdict;
    if (!report.unplaced.isEmpty()) {
        setClass(verdict, ErrorClass::Infrastructure, u"%1 could not be written"_s.arg(report.unplaced.first()));
    } else if (project.classifyCompile && project.classifyCompile(execution, report, verdict)) {
        return verdict;
    } else if (!step || !report.complete) {
        setClass(verdict, ErrorClass::Infrastructure, u"the tests did not run"_s);
    } else if (step->overCpu || step->overWall) {
        setClass(verdict, ErrorClass::Timeout, u"the tests were not done in time"_s);
    } else if (const Result<QList<TestResult>> results = project.read(report); !results) {
        classifySilence(*step, results.error().detail, verdict);
    } else {
        verdict.tests = *results;
        for (TestResult &test : verdict.tests) {
            test.visibility = execution.scope;
            test.line = lineIn(project.programFile, test.testCode);
            test.testCode = test.testCode.left(2000);
        }
        classifyTests(*step, missingTests(execution, verdict.tests), verdict);
    }
    verdict.passed = verdict.errorClass == ErrorClass::None && !verdict.tests.isEmpty();
    return verdict;
}

} // namespace autodidact
