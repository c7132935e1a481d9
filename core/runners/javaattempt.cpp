#include "core/runners/javaattempt.h"

#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"
#include "core/runners/findings.h"
#include "core/runners/javatools.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QByteArray machineInput(const QList<JavaTest> &tests, const JavaAnswer &compiled, const Nonce &nonce)
{
    QByteArray input;
    appendNumber(input, nonce[0]);
    appendNumber(input, nonce[1]);
    input += compiled.classes;
    QDataStream out(&input, QIODevice::Append);
    out << qint32(tests.size());
    const QString package = compiled.reason.isEmpty() ? QString() : compiled.reason + u'.';
    for (const JavaTest &test : tests)
        out << (package + test.type).toUtf8() << (test.whole ? "main"_ba : "run"_ba) << test.whole;
    return input;
}

/// The harness tells the line of a test; people want to read it.
void quoteTests(const Execution &execution, const QList<JavaTest> &tests, StepReport &report)
{
    for (Record &record : report.records) {
        if (record.kind != sandbox::RecordKind::Failed || record.fields.size() < 5 || record.index < 0
            || record.index >= tests.size())
            continue;
        const int line = record.fields[4].toInt() - tests[record.index].linesBefore;
        record.fields[4] = execution.tests[record.index].code.split(u'\n').value(line - 1).trimmed();
    }
}

bool hasStarted(const StepReport &report)
{
    for (const Record &record : report.records) {
        if (record.kind == sandbox::RecordKind::Text && record.field(0) == u"started")
            return true;
    }
    return report.forged;
}

/// A package of the JDK that the machine of attempts does not have.
bool isOfMissingModule(const JavaMessage &message)
{
    return message.diagnostic.message.startsWith(u"package java") && message.code != u"compiler.err.cant.resolve";
}

QString sentenceOf(const JavaMessage &message)
{
    const QString text = message.diagnostic.message.simplified();
    return isOfMissingModule(message) ? u"%1 (attempts have %2)"_s.arg(text, JavaTools::modules) : text;
}

} // namespace

AttemptInput javaInput(const Execution &execution, const QList<JavaTest> &tests, const JavaAnswer &compiled,
    const QString &folder, const Nonce &nonce)
{
    const Limits &limits = execution.limits;
    StepPlan plan;
    plan.steps << PlanStep{.name = u"run"_s,
        .flags = sandbox::StepReports,
        .cpuMs = limits.cpuMs + JavaTools::startMs,
        .wallMs = limits.wallLimitMs() + 3 * JavaTools::startMs,
        .arguments = QStringList{folder + u"/java/bin/java"_s} + JavaTools::machineFlags(folder)
            + QStringList{u"-Xmx%1m"_s.arg(limits.memoryMb), u"-cp"_s, u"/nowhere"_s, u"autodidact.Harness"_s},
        .environment = QStringList{u"PATH=/usr/bin:/bin"_s, u"HOME=/work"_s, u"LANG=C.UTF-8"_s, u"TZ=UTC"_s}
            + JavaTools::environment(folder),
        .input = machineInput(tests, compiled, nonce)};
    AttemptInput input = stepsInput(execution, plan, limits.memoryMb + JavaTools::baseMb, nonce);
    input.program.clear();
    input.request.processes += JavaTools::threads;
    input.request.quietSockets = JavaTools::sockets;
    input.request.workFlags = sandbox::WorkNoExec;
    return input;
}

Verdict classifyJavaCompilation(const Execution &execution, const JavaAnswer &answer)
{
    Verdict verdict = emptyVerdict(execution, {});
    const JavaMessage *first = nullptr;
    for (const JavaMessage &message : answer.messages) {
        if (message.unit < 0)
            verdict.diagnostics << message.diagnostic;
        if (message.isError() && (!first || (first->unit >= 0 && message.unit < 0)))
            first = &message;
    }
    using enum JavaAnswer::Outcome;
    if (answer.outcome == Tampering) {
        setClass(verdict, ErrorClass::Logic, answer.reason);
        verdict.tampering = true;
        verdict.tamperingReason = answer.reason;
    } else if (answer.outcome == Late || answer.outcome == GaveUp || !first) {
        setClass(verdict, ErrorClass::Compile, answer.outcome == Late ? u"the compiler took too long"_s : answer.reason);
    } else {
        setClass(verdict, answer.outcome == Syntax                         ? ErrorClass::Syntax
                : first->inImport || isOfMissingModule(*first) ? ErrorClass::Import
                                                               : ErrorClass::Compile,
            (first->unit < 0 ? u"line %1: "_s.arg(first->diagnostic.line) : u"beside the tests: "_s) + sentenceOf(*first));
    }
    return verdict;
}

Verdict classifyJava(const Execution &execution, const QList<JavaTest> &tests, const RawAttempt &attempt, StepReport report)
{
    const StepOutcome *run = report.find(u"run"_s);
    const bool idle = attempt.reply.endedBy == sandbox::EndedBy::Itself && attempt.reply.setUp && attempt.reply.forbiddenCall < 0;
    if (idle && !hasStarted(report) && run && !run->overCpu && !run->overWall) {
        Verdict verdict = emptyVerdict(execution, attempt);
        setClass(verdict, ErrorClass::Infrastructure,
            u"the Java virtual machine did not start: "_s + verdict.output.simplified().left(400));
        return verdict;
    }
    quoteTests(execution, tests, report);
    return classifyHarness(execution, attempt, report, run);
}

} // namespace autodidact
