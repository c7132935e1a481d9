#include "core/runners/repository/classifyrepository.h"

#include "core/runners/classify.h"
#include "core/runners/exceptionclass.h"
#include "core/runners/findings.h"
#include "core/runners/repository/commandplan.h"
#include "core/runners/repository/judgedtests.h"
#include "core/runners/scrub.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype LongestText = 2000;

Verdict withoutRun(const Execution &execution)
{
    Verdict verdict;
    verdict.scope = execution.scope;
    if (execution.scope == Visibility::Hidden)
        verdict.tests = judgedTests(execution.repository, {});
    for (TestResult &test : verdict.tests) {
        test.visibility = execution.scope;
        test.message.clear();
    }
    return verdict;
}

QString endOf(const QString &text)
{
    return text.trimmed().right(400);
}

/// Everything that the commands reported, and what became of those that reported nothing.
struct Reported {
    QList<DescribedTest> tests;
    QList<TestResult> commands;  ///< every command by how it ended
    QList<TestResult> silent;    ///< those of them that reported nothing
    QString broken;              ///< the first report that could not be read
};

Reported readReports(const Execution &execution, const StepReport &report)
{
    Reported reported;
    const QStringList &commands = execution.repository.testCommands;
    for (qsizetype i = 0; i < commands.size(); ++i) {
        const StepOutcome *step = report.find(testStep(i));
        const auto tests = reportedTests(report, i, commands.at(i));
        if (!tests && reported.broken.isEmpty())
            reported.broken = tests.error().detail;
        TestResult command{.name = commands.at(i)};
        command.status = step && step->succeeded() ? TestStatus::Passed : TestStatus::Errored;
        command.message = step && !step->succeeded()
            ? u"it ended with status %1: %2"_s.arg(step->status >> 8).arg(endOf(step->output + step->errors))
            : QString();
        reported.commands.append(command);
        if (tests && !tests->isEmpty())
            reported.tests += *tests;
        else
            reported.silent.append(command);
    }
    return reported;
}

ErrorClass classOf(const Execution &execution, const TestResult &test)
{
    if (test.exceptionType == u"AssertionError")
        return ErrorClass::Logic;
    if (test.message.contains(u"Cannot find module"))
        return ErrorClass::Import;
    return classOfException(execution.language, test.exceptionType);
}

QString sentence(const TestResult &test)
{
    QStringList parts{test.name, test.exceptionType, test.message.left(400)};
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

/// Where a judged test was not reported: something else that failed may say why, such as a module that cannot be imported.
void classifyMissing(const Execution &execution, const Reported &reported, const TestResult &missing, Verdict &verdict)
{
    for (const DescribedTest &described : reported.tests) {
        const ErrorClass errorClass = classOf(execution, described.test);
        const bool tells = described.test.status == TestStatus::Errored
            && (errorClass == ErrorClass::Import || errorClass == ErrorClass::Syntax
                || described.test.name.startsWith(
                    missing.name.section(u"::"_s, 0, 0).section(u".py"_s, 0, 0).replace(u'/', u'.')));
        if (tells) {
            setClass(verdict, errorClass, sentence(described.test));
            return;
        }
    }
    for (const TestResult &command : reported.silent) {
        if (!command.passed()) {
            setClass(verdict, ErrorClass::Runtime, u"%1: no report, and %2"_s.arg(command.name, command.message));
            return;
        }
    }
    if (!reported.silent.isEmpty())
        tampered(verdict, u"%1 ended as if all were well, but without a report"_s.arg(reported.silent.first().name));
    else
        setClass(verdict, ErrorClass::Logic, missing.name + u" was not reported"_s);
}

void classifyTests(const Execution &execution, const Reported &reported, Verdict &verdict)
{
    for (const TestResult &test : std::as_const(verdict.tests)) {
        if (test.passed())
            continue;
        if (test.status == TestStatus::NotRun && !test.message.isEmpty())
            classifyMissing(execution, reported, test, verdict);
        else if (test.status == TestStatus::NotRun)
            setClass(verdict, ErrorClass::Logic, test.name + u" was skipped"_s);
        else
            setClass(verdict, classOf(execution, test), sentence(test));
        return;
    }
}

/// A command that ended well and did not report although its framework does: somebody ended it.
void requireReports(const Reported &reported, Verdict &verdict)
{
    for (const TestResult &command : reported.silent) {
        if (command.passed() && mustReport(command.name))
            tampered(verdict, u"%1 ended as if all were well, but without a report"_s.arg(command.name));
    }
}

/// Steps before and around the tests; false where they are in order.
bool classifySteps(const Execution &execution, const StepReport &report, const QStringList &setUp, Verdict &verdict)
{
    const StepOutcome *copy = report.find(u"copy"_s);
    if (!copy || !copy->succeeded()) {
        setClass(verdict, ErrorClass::Infrastructure,
            u"the tree could not be copied: "_s + (copy ? endOf(copy->errors) : u"no report"_s));
        return true;
    }
    for (qsizetype i = 0; i < setUp.size(); ++i) {
        const StepOutcome *step = report.find(setUpStep(i));
        if (step && !step->succeeded()) {
            setClass(verdict, ErrorClass::Compile,
                u"the set-up failed: %1: %2"_s.arg(setUp.at(i), endOf(step->output + step->errors)));
            return true;
        }
    }
    for (qsizetype i = 0; i < execution.repository.testCommands.size(); ++i) {
        const StepOutcome *step = report.find(testStep(i));
        if (step && (step->overCpu || step->overWall)) {
            setClass(
                verdict, ErrorClass::Timeout, u"the tests were not done in time: "_s + execution.repository.testCommands.at(i));
            return true;
        }
    }
    return false;
}

QString outputOf(const Execution &execution, const StepReport &report)
{
    QString output;
    for (const StepOutcome &step : report.steps)
        output += step.output + step.errors;
    return scrubbed(output.left(qsizetype(execution.limits.outputKb) * 1024));
}

} // namespace

Verdict refusedChange(const Execution &execution, const QStringList &problems)
{
    Verdict verdict = withoutRun(execution);
    for (const QString &problem : problems)
        verdict.diagnostics.append({0, 0, u"error"_s, problem});
    setClass(verdict, ErrorClass::Syntax, u"the answer was not applied, and no test was run: "_s + problems.value(0));
    return verdict;
}

Verdict tamperedChange(const Execution &execution, const QString &reason)
{
    Verdict verdict = withoutRun(execution);
    tampered(verdict, reason);
    return verdict;
}

Verdict unfitTask(const Execution &execution, const QString &reason)
{
    Verdict verdict = withoutRun(execution);
    setClass(verdict, ErrorClass::Infrastructure, reason);
    return verdict;
}

Verdict classifyRepository(
    const Execution &execution, const RawAttempt &attempt, const StepReport &report, const QStringList &setUp)
{
    Verdict verdict = withoutRun(execution);
    verdict.output = outputOf(execution, report);
    verdict.resources = resourcesOf(attempt.reply);
    if (classifySupervision(attempt, execution.limits, verdict) || classifySteps(execution, report, setUp, verdict))
        return verdict;
    if (!report.complete) {
        setClass(verdict, ErrorClass::Infrastructure, u"the tests did not run"_s);
        return verdict;
    }
    const Reported reported = readReports(execution, report);
    // Where no command tells of single tests, nothing can be said of those the task names: the commands are the tests.
    const bool named = !reported.tests.isEmpty() || std::ranges::any_of(execution.repository.testCommands, mustReport);
    const QList<TestResult> judged = named ? judgedTests(execution.repository, reported.tests) : QList<TestResult>();
    verdict.tests = judged.isEmpty() ? reported.commands : judged;
    if (judged.isEmpty())
        requireReports(reported, verdict);
    for (TestResult &test : verdict.tests) {
        test.visibility = execution.scope;
        test.message = scrubbed(test.message.left(LongestText));
        test.testCode = test.testCode.left(LongestText);
    }
    if (!reported.broken.isEmpty())
        setClass(verdict, ErrorClass::Runtime, u"a report of the tests cannot be read: "_s + reported.broken);
    else if (!verdict.tampering)
        classifyTests(execution, reported, verdict);
    verdict.passed = verdict.errorClass == ErrorClass::None && !verdict.tests.isEmpty();
    return verdict;
}

} // namespace autodidact
