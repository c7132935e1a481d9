#include "core/runners/classify.h"

#include "core/runners/exceptionclass.h"
#include "core/runners/findings.h"
#include "core/runners/scrub.h"
#include "core/sandbox/forbidden.h"

#include <csignal>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

using sandbox::EndedBy;
using sandbox::RecordKind;

constexpr int memoryExit = 87; // of a child whose own buffers found no memory

bool isExit(const QString &type)
{
    return type == u"SystemExit";
}

/// sys.exit() or sys.exit(0): "I am done, and all is well".
bool isSuccessfulExit(const QString &type, const QString &message)
{
    return isExit(type) && (message.isEmpty() || message == u"0" || message == u"None");
}

QString sentence(const QString &type, const QString &message)
{
    return message.isEmpty() ? type : type + u": "_s + message;
}

TestResult testResult(const Record &record, const Execution &execution)
{
    TestResult result;
    result.name = execution.tests.at(record.index).name;
    result.visibility = execution.scope;
    result.cpuMs = record.cpuMs;
    if (record.kind == RecordKind::Passed) {
        result.status = TestStatus::Passed;
    } else if (record.kind == RecordKind::Failed) {
        result.exceptionType = record.field(0);
        result.status =
            result.exceptionType == u"AssertionError" || result.exceptionType == u"Tampering"
            ? TestStatus::Failed
            : TestStatus::Errored;
        result.message = scrubbed(record.field(1));
        result.expected = scrubbed(record.field(2));
        result.actual = scrubbed(record.field(3));
        result.testCode = record.field(4);
        result.line = record.field(5).toInt();
    } else if (record.kind == RecordKind::CannotCross) {
        result.status = TestStatus::Errored;
        result.message =
            u"The test needs a %1, which cannot cross to the program's process: the suite must mark the task in-process."_s.arg(
                record.field(0));
    } else {
        result.status = TestStatus::Errored;
        result.message = u"The program ended during this test."_s;
    }
    return result;
}

/// One result per test, in the order of the tests; those without a record did not run.
QList<TestResult> testResults(const Execution &execution, const Report &report)
{
    QList<TestResult> results;
    for (const TestCase &test : execution.tests)
        results << TestResult{.name = test.name, .visibility = execution.scope};
    for (const Record &record : report.records) {
        const bool aboutTest = record.kind == RecordKind::Passed
            || record.kind == RecordKind::Failed || record.kind == RecordKind::Lost
            || record.kind == RecordKind::CannotCross;
        if (aboutTest && record.index >= 0 && record.index < results.size())
            results[record.index] = testResult(record, execution);
    }
    return results;
}

/// The test that was running when the supervisor ended the attempt.
void markInterrupted(Verdict &verdict)
{
    for (TestResult &test : verdict.tests) {
        if (test.status == TestStatus::NotRun) {
            test.status = TestStatus::Errored;
            test.message = verdict.errorDetail;
            return;
        }
    }
}

const Record *find(const Report &report, RecordKind kind)
{
    for (const Record &record : report.records) {
        if (record.kind == kind)
            return &record;
    }
    return nullptr;
}

void classifyLoad(Language language, const Record &record, Verdict &verdict)
{
    const QString type = record.field(0);
    const QString text = sentence(type, record.field(1));
    const int line = record.field(2).toInt();
    if (isSuccessfulExit(type, record.field(1))) {
        tampered(verdict, u"the program ended itself while it was loaded"_s);
        return;
    }
    setClass(verdict, classOfLoadFailure(language, type, record.field(3) == u"0"),
        line > 0 ? u"line %1: %2"_s.arg(line).arg(text) : text);
    verdict.diagnostics << Diagnostic{line, record.field(3).toInt(), u"error"_s, scrubbed(text)};
}

void classifyTests(Language language, Verdict &verdict)
{
    for (const TestResult &test : std::as_const(verdict.tests)) {
        if (classOfException(language, test.exceptionType) == ErrorClass::Memory) {
            setClass(verdict, ErrorClass::Memory, u"%1: the memory limit was reached"_s.arg(test.name));
            return;
        }
    }
    for (const TestResult &test : std::as_const(verdict.tests)) {
        if (test.passed())
            continue;
        const QString where =
            test.line > 0 ? u"%1, line %2: "_s.arg(test.name).arg(test.line) : test.name + u": "_s;
        if (isSuccessfulExit(test.exceptionType, test.message))
            tampered(verdict, u"the program ended itself during %1"_s.arg(test.name));
        else if (test.exceptionType == u"Tampering")
            tampered(verdict, where + test.message);
        else if (!test.expected.isEmpty())
            setClass(verdict, ErrorClass::Logic,
                where
                    + u"expected %1, got %2"_s.arg(test.expected.left(200), test.actual.left(200)));
        else
            setClass(verdict, classOfException(language, test.exceptionType),
                where + sentence(test.exceptionType, test.message.left(400)));
        return;
    }
}

} // namespace

void classifyEarlyEnd(const RawAttempt &attempt, Verdict &verdict)
{
    const int status = attempt.reply.solutionStatus;
    const int tests = attempt.reply.testStatus;
    if (WIFEXITED(tests) && WEXITSTATUS(tests) == memoryExit)
        setClass(verdict, ErrorClass::Memory,
            u"the memory limit was reached by what the program returned"_s);
    else if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        tampered(
            verdict, u"the program ended itself with exit code 0 before the tests were through"_s);
    else if (WIFEXITED(status) && WEXITSTATUS(status) == memoryExit)
        setClass(verdict, ErrorClass::Memory, u"the memory limit was reached"_s);
    else if (WIFEXITED(status))
        setClass(verdict, ErrorClass::Runtime,
            u"the program ended itself with exit code %1"_s.arg(WEXITSTATUS(status)));
    else if (WTERMSIG(status) != SIGKILL)
        setClass(verdict, ErrorClass::Runtime,
            u"the program crashed with signal %1"_s.arg(WTERMSIG(status)));
    else
        tampered(verdict, u"the program cut its connection to the tests"_s);
}

Resources resourcesOf(const sandbox::Reply &reply)
{
    return {double(reply.cpuUs) / 1000, double(reply.wallUs) / 1000, qint64(reply.peakKb)};
}

bool classifySupervision(const RawAttempt &attempt, const Limits &limits, Verdict &verdict)
{
    const sandbox::Reply &reply = attempt.reply;
    const bool killed =
        WIFSIGNALED(reply.solutionStatus) && WTERMSIG(reply.solutionStatus) == SIGSYS;
    if (reply.endedBy == EndedBy::Fault || !reply.setUp) {
        const QString fault =
            QString::fromLatin1(reply.fault, qsizetype(qstrnlen(reply.fault, sizeof reply.fault)));
        setClass(verdict, ErrorClass::Infrastructure,
            u"the sandbox failed: %1"_s.arg(fault.isEmpty() ? u"set-up"_s : fault));
    } else if (reply.forbiddenCall >= 0) {
        const sandbox::ForbiddenCall *call = sandbox::forbiddenCall(reply.forbiddenCall);
        setClass(verdict, ErrorClass::Forbidden,
            call ? u"forbidden system call %1 (%2)"_s.arg(
                       QLatin1StringView(call->name), QLatin1StringView(call->purpose))
                 : u"forbidden: a process with namespaces of its own"_s);
    } else if (reply.endedBy == EndedBy::Processes) {
        setClass(verdict, ErrorClass::Forbidden,
            u"more than %1 processes or threads at a time"_s.arg(limits.processes));
    } else if (attempt.outputExceeded) {
        setClass(verdict, ErrorClass::Forbidden, u"more than %1 kB of output"_s.arg(limits.outputKb));
    } else if (killed) {
        setClass(verdict, ErrorClass::Forbidden, u"forbidden: a system call of another architecture"_s);
    } else if (reply.endedBy == EndedBy::Memory) {
        setClass(verdict, ErrorClass::Memory, u"more than %1 MB of memory"_s.arg(limits.memoryMb));
    } else if (reply.endedBy == EndedBy::CpuTime) {
        setClass(verdict, ErrorClass::Timeout, u"more than %1 ms of CPU time"_s.arg(limits.cpuMs));
    } else if (reply.endedBy == EndedBy::WallTime) {
        setClass(verdict, ErrorClass::Timeout, u"not done after %1 ms"_s.arg(limits.wallLimitMs()));
    } else {
        return false;
    }
    return true;
}

Verdict emptyVerdict(const Execution &execution, const RawAttempt &attempt)
{
    Verdict verdict;
    verdict.scope = execution.scope;
    verdict.tests = testResults(execution, {});
    verdict.output = scrubbed(QString::fromUtf8(attempt.output));
    verdict.outputTruncated = attempt.outputExceeded;
    verdict.resources = resourcesOf(attempt.reply);
    return verdict;
}

Verdict classifyHarness(const Execution &execution, const RawAttempt &attempt, const StepReport &steps, const StepOutcome *run)
{
    RawAttempt ran = attempt;
    Report report{steps.records, false, steps.forged};
    for (const Record &record : steps.records)
        report.complete = report.complete || (record.kind == RecordKind::Text && record.field(0) == u"finished");
    if (run && ran.reply.endedBy == EndedBy::Itself) {
        ran.reply.solutionStatus = ran.reply.testStatus = run->status;
        ran.reply.cpuUs = quint64(run->cpuMs * 1000);
        ran.reply.wallUs = quint64(run->wallMs * 1000);
        ran.reply.endedBy = run->overCpu ? EndedBy::CpuTime : run->overWall ? EndedBy::WallTime : EndedBy::Itself;
    }
    return classify(execution, ran, report);
}

Verdict classify(const Execution &execution, const RawAttempt &attempt, const Report &report)
{
    Verdict verdict = emptyVerdict(execution, attempt);
    verdict.tests = testResults(execution, report);
    const sandbox::Reply &reply = attempt.reply;
    if (classifySupervision(attempt, execution.limits, verdict)) {
        if (reply.endedBy != EndedBy::Itself)
            markInterrupted(verdict);
    } else if (const Record *record = find(report, RecordKind::LoadFailed)) {
        classifyLoad(execution.language, *record, verdict);
    } else if (const Record *crossing = find(report, RecordKind::CannotCross)) {
        setClass(verdict, ErrorClass::Infrastructure,
            u"%1 needs a %2, which cannot cross to the program's process: the suite must mark the task in-process"_s
                .arg(verdict.tests.value(crossing->index).name, crossing->field(0)));
    } else if (report.forged) {
        tampered(verdict, u"the program wrote a report of its own"_s);
    } else if (const Record *lost = find(report, RecordKind::Lost);
        lost && lost->field(0) == u"malformed") {
        tampered(verdict, u"the program wrote answers of its own to the tests"_s);
    } else if (!report.complete) {
        classifyEarlyEnd(attempt, verdict);
    } else {
        classifyTests(execution.language, verdict);
    }
    verdict.passed =
        verdict.errorClass == ErrorClass::None && report.complete && !verdict.tests.isEmpty();
    for (const TestResult &test : std::as_const(verdict.tests))
        verdict.passed = verdict.passed && test.passed();
    return verdict;
}

} // namespace autodidact
