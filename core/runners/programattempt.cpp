#include "core/runners/programattempt.h"

#include "core/runners/classify.h"
#include "core/runners/findings.h"
#include "core/runners/rustdiagnostics.h"
#include "core/runners/scrub.h"

#include <cmath>
#include <csignal>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int compileMs = 30'000;
// Exit codes of programrun.py and programrun.js.
constexpr int memoryExit = 87;
constexpr int importExit = 88;
constexpr int syntaxExit = 89;
constexpr qsizetype shownLength = 2000;

QString stepName(qsizetype test)
{
    return QString::number(test);
}

bool isFraction(const QString &word)
{
    return word.contains(u'.') || word.contains(u'e') || word.contains(u'E');
}

bool sameWord(const QString &word, const QString &accepted)
{
    if (word == accepted)
        return true;
    bool isNumber = false;
    bool wasNumber = false;
    const double value = word.toDouble(&isNumber);
    const double wanted = accepted.toDouble(&wasNumber);
    return isNumber && wasNumber && (isFraction(word) || isFraction(accepted)) && std::isfinite(value)
        && std::abs(value - wanted) <= 1e-6 * std::max(1.0, std::abs(wanted));
}

bool accepts(const TestCase &test, const QString &output)
{
    return std::ranges::any_of(test.outputs, [&](const QString &accepted) { return sameOutput(output, accepted); });
}

/// "syntax LINE COLUMN MESSAGE", the last line of what programrun wrote.
Diagnostic syntaxDiagnostic(const QString &errors)
{
    const QStringList parts = errors.trimmed().section(u'\n', -1).split(u' ');
    return {parts.value(1).toInt(), parts.value(2).toInt(), u"error"_s, parts.mid(3).join(u' ')};
}

/// What the way it ended says of the class; None for an end that is well.
ErrorClass classOfEnd(const StepOutcome &step)
{
    if (step.overCpu || step.overWall)
        return ErrorClass::Timeout;
    if (WIFSIGNALED(step.status) || step.status < 0)
        return ErrorClass::Runtime;
    switch (WEXITSTATUS(step.status)) {
    case 0: return ErrorClass::None;
    case memoryExit: return ErrorClass::Memory;
    case importExit: return ErrorClass::Import;
    case syntaxExit: return ErrorClass::Syntax;
    default: return ErrorClass::Runtime;
    }
}

QString sentenceOfEnd(const StepOutcome &step, const Limits &limits)
{
    if (step.overCpu)
        return u"more than %1 ms of CPU time"_s.arg(limits.cpuMs);
    if (step.overWall)
        return u"not done after %1 ms"_s.arg(limits.wallLimitMs());
    const QString last = scrubbed(step.errors.trimmed().section(u'\n', -1)).left(400);
    const QString end = WIFSIGNALED(step.status) ? u"the program crashed with signal %1"_s.arg(WTERMSIG(step.status))
                                                 : u"exit code %1"_s.arg(WEXITSTATUS(step.status));
    return last.isEmpty() ? end : end + u": "_s + last;
}

TestResult resultOf(const TestCase &test, const StepOutcome &step, const Execution &execution)
{
    TestResult result{.name = test.name, .visibility = execution.scope, .cpuMs = step.cpuMs};
    result.expected = test.outputs.value(0).left(shownLength);
    result.actual = scrubbed(step.output).left(shownLength);
    if (classOfEnd(step) != ErrorClass::None) {
        result.status = TestStatus::Errored;
        result.message = sentenceOfEnd(step, execution.limits);
    } else {
        result.status = accepts(test, step.output) ? TestStatus::Passed : TestStatus::Failed;
    }
    return result;
}

/// What the program wrote to standard error in the first test that did not pass, or in the first of all.
QString shownErrors(const StepReport &report, const Verdict &verdict)
{
    qsizetype shown = 0;
    while (shown < verdict.tests.size() && verdict.tests.at(shown).passed())
        ++shown;
    const StepOutcome *step = report.find(stepName(shown < verdict.tests.size() ? shown : 0));
    return step ? scrubbed(step->errors) : QString();
}

/// The first test that did not pass decides.
void classifyTests(const StepReport &report, Verdict &verdict)
{
    for (qsizetype i = 0; i < verdict.tests.size() && verdict.errorClass == ErrorClass::None; ++i) {
        const TestResult &test = verdict.tests.at(i);
        const StepOutcome *step = report.find(stepName(i));
        if (test.passed())
            continue;
        if (!step)
            setClass(verdict, ErrorClass::Infrastructure, u"%1 did not run"_s.arg(test.name));
        else if (test.status == TestStatus::Failed)
            setClass(verdict, ErrorClass::Logic,
                u"%1: expected %2, got %3"_s.arg(test.name, test.expected.left(200).trimmed(), test.actual.left(200).trimmed()));
        else
            setClass(verdict, classOfEnd(*step), u"%1: %2"_s.arg(test.name, test.message));
        if (step && verdict.errorClass == ErrorClass::Syntax) {
            verdict.diagnostics = {syntaxDiagnostic(step->errors)};
            setClass(verdict, ErrorClass::Syntax,
                u"line %1: %2"_s.arg(verdict.diagnostics[0].line).arg(verdict.diagnostics[0].message));
        }
    }
}

} // namespace

bool sameOutput(QStringView output, QStringView accepted)
{
    const QStringList words = output.toString().simplified().split(u' ', Qt::SkipEmptyParts);
    const QStringList wanted = accepted.toString().simplified().split(u' ', Qt::SkipEmptyParts);
    return std::ranges::equal(words, wanted, sameWord);
}

StepPlan programPlan(const Execution &execution, const ProgramTools &tools)
{
    StepPlan plan{.programPath = tools.programPath};
    const QStringList environment = QStringList{u"PATH=/usr/bin:/bin"_s, u"HOME=/work"_s, u"LANG=C.UTF-8"_s, u"TZ=UTC"_s,
        u"PYTHONHASHSEED=0"_s} + tools.environment;
    if (!tools.compile.isEmpty()) {
        plan.steps << PlanStep{.name = u"compile"_s,
            .flags = sandbox::StepMustSucceed | sandbox::StepCaptureErrors,
            .cpuMs = compileMs,
            .arguments = tools.compile,
            .environment = environment};
    }
    for (qsizetype i = 0; i < execution.tests.size(); ++i) {
        plan.steps << PlanStep{.name = stepName(i),
            .flags = sandbox::StepMustFinish | sandbox::StepCaptureOutput | sandbox::StepCaptureErrors,
            .cpuMs = execution.limits.cpuMs + tools.startMs, .wallMs = execution.limits.wallLimitMs() + 3 * tools.startMs,
            .addressMb = tools.runAddressMb > 0 ? execution.limits.memoryMb + tools.runAddressMb : 0,
            .memoryMb = tools.compile.isEmpty() ? 0 : execution.limits.memoryMb + tools.baseMb,
            .arguments = tools.run, .environment = environment, .input = execution.tests.at(i).input.toUtf8()};
    }
    return plan;
}

Verdict classifyProgram(const Execution &execution, const RawAttempt &attempt, const StepReport &report)
{
    Verdict verdict = emptyVerdict(execution, attempt);
    for (qsizetype i = 0; i < verdict.tests.size(); ++i) {
        if (const StepOutcome *step = report.find(stepName(i)))
            verdict.tests[i] = resultOf(execution.tests.at(i), *step, execution);
    }
    verdict.output = shownErrors(report, verdict).left(qsizetype(execution.limits.outputKb) * 1024);
    const StepOutcome *compile = report.find(u"compile"_s);
    if (classifySupervision(attempt, execution.limits, verdict))
        return verdict;
    if (compile && !compile->succeeded())
        classifyRustDiagnostics(execution, u"program.rs"_s, compile->errors, verdict);
    else if (!report.complete || report.forged)
        setClass(verdict, ErrorClass::Infrastructure, u"the attempt ended before its report was whole"_s);
    else
        classifyTests(report, verdict);
    verdict.passed = verdict.errorClass == ErrorClass::None && !verdict.tests.isEmpty();
    return verdict;
}

} // namespace autodidact
