#include "core/runners/fileattempt.h"

#include "core/runners/attemptinput.h"
#include "core/runners/classify.h"
#include "core/runners/coverage/linecoverage.h"
#include "core/runners/exceptionclass.h"
#include "core/runners/findings.h"
#include "core/runners/scrub.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

TestResult testResult(const Record &record, Visibility visibility)
{
    TestResult result;
    result.name = record.field(1);
    result.visibility = visibility;
    result.exceptionType = record.field(3);
    result.message = scrubbed(record.field(4));
    result.expected = scrubbed(record.field(5));
    result.actual = scrubbed(record.field(6));
    result.testCode = record.field(7);
    result.line = record.field(8).toInt();
    result.cpuMs = record.field(9).toDouble();
    const QString outcome = record.field(2);
    if (outcome == u"passed")
        result.status = TestStatus::Passed;
    else if (outcome == u"skipped")
        result.status = TestStatus::NotRun;
    else
        result.status =
            result.exceptionType == u"AssertionError" ? TestStatus::Failed : TestStatus::Errored;
    return result;
}

/// Of the program's \p lines; the record may be forged.
void readCoverage(const Record &record, qsizetype lines, Verdict &verdict)
{
    LineCounts counts(lines);
    for (const int field : {1, 2}) {
        for (const QString &line : record.field(field).split(u' ', Qt::SkipEmptyParts))
            counts.add(line.toInt(), field == 1);
    }
    const LineCoverage coverage = counts.coverage();
    verdict.coveredLines = coverage.covered;
    verdict.missedLines = coverage.missed;
}

/// "test_a.py::test_x[1]" belongs to the listed "test_a.py::test_x".
QString withoutParameters(const QString &name)
{
    const qsizetype bracket = name.indexOf(u'[');
    return bracket < 0 ? name : name.left(bracket);
}

/// A test with several reports (its body passed, its clean-up failed) keeps the first bad one.
void addResult(QList<TestResult> &results, const TestResult &result)
{
    for (TestResult &known : results) {
        if (known.name != result.name)
            continue;
        if (known.passed())
            known = result;
        return;
    }
    results << result;
}

QStringList missingTests(const QStringList &listed, const QList<TestResult> &results)
{
    QStringList missing = listed;
    for (const TestResult &result : results)
        missing.removeAll(withoutParameters(result.name));
    return missing;
}

/// One pass over the records: tests, coverage, diagnostics. Gives the names of the listed tests.
QStringList readRecords(const Execution &execution, const Report &report, Verdict &verdict)
{
    QStringList listed;
    for (const Record &record : report.records) {
        const QString what = record.field(0);
        if (record.kind != sandbox::RecordKind::Text)
            continue;
        if (what == u"listed") {
            listed << record.field(1);
        } else if (what == u"test") {
            addResult(verdict.tests, testResult(record, execution.scope));
        } else if (what == u"coverage") {
            readCoverage(record, execution.code.count(u'\n') + 1, verdict);
        } else if (what == u"syntax") {
            const QString text = record.field(1) + u": "_s + record.field(2);
            verdict.diagnostics << Diagnostic{
                record.field(3).toInt(), record.field(4).toInt(), u"error"_s, text};
            setClass(verdict, ErrorClass::Syntax, u"line %1: %2"_s.arg(record.field(3), text));
        } else if (what == u"collect") {
            const QString text = record.field(3) + u": "_s + record.field(4);
            verdict.diagnostics << Diagnostic{
                record.field(8).toInt(), 0, u"error"_s, scrubbed(text)};
            if (verdict.errorClass == ErrorClass::None)
                setClass(
                    verdict, classOfException(Language::Python, record.field(3)), record.field(1) + u": "_s + text);
        } else if (what == u"touched") {
            tampered(verdict, u"the program changed %1"_s.arg(record.field(1)));
        } else if (what == u"unplaced") {
            setClass(verdict, ErrorClass::Infrastructure,
                u"%1 could not be written: %2"_s.arg(record.field(1), record.field(2)));
        } else if (what == u"framework") {
            verdict.gear = u"unittest"_s;
        } else if (what == u"missing") {
            setClass(verdict, ErrorClass::Infrastructure,
                u"the tests need %1, which this machine lacks. Install the package python3-pytest."_s.arg(record.field(1)));
        } else if (what == u"stopped") {
            setClass(verdict, ErrorClass::Runtime,
                u"the tests were stopped: %1: %2"_s.arg(record.field(1), record.field(2)));
        }
    }
    return listed;
}

void classifyResults(const QStringList &missing, Verdict &verdict)
{
    if (!missing.isEmpty()) {
        tampered(verdict, u"these tests were never reported: "_s + missing.join(u", "_s));
        return;
    }
    for (const TestResult &test : std::as_const(verdict.tests)) {
        if (test.passed())
            continue;
        if (test.status == TestStatus::NotRun)
            setClass(verdict, ErrorClass::Logic, test.name + u" was skipped"_s);
        else
            setClass(verdict, classOfException(Language::Python, test.exceptionType),
                u"%1: %2: %3"_s.arg(test.name, test.exceptionType, test.message.left(400)));
        return;
    }
    if (verdict.tests.isEmpty())
        setClass(
            verdict, ErrorClass::Infrastructure, u"there are no tests in the files of this task"_s);
}

/// One script of several files; the last one begins.
Result<QString> testScript(bool measures)
{
    QString script = measures ? u"measures = True\n"_s : u"measures = False\n"_s;
    for (const QString &name : {u"testfiles.py"_s, u"unittestrun.py"_s, u"pytestrun.py"_s}) {
        QFile file(u":/sandbox/"_s + name);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Internal, u"%1 is missing in this build"_s.arg(name));
        script += QString::fromUtf8(file.readAll());
    }
    return script;
}

} // namespace

bool isInsideWorkFolder(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    return !path.isEmpty() && path.size() < 400 && QDir::isRelativePath(clean) && clean != u"."
        && clean != u".." && !clean.startsWith(u"../"_s);
}

QString programPath(const Execution &execution)
{
    return execution.entryPoint.endsWith(u".py"_s) ? execution.entryPoint : u"solution.py"_s;
}

Result<AttemptInput> filesInput(const Execution &execution, const Nonce &nonce)
{
    QStringList paths{programPath(execution)};
    for (const TestFile &file : execution.testFiles)
        paths << file.path;
    for (const QString &path : std::as_const(paths)) {
        if (!isInsideWorkFolder(path))
            return fail(
                ErrorKind::BadInput, u"the file \"%1\" is not inside the work folder"_s.arg(path));
    }
    const Result<QString> script = testScript(execution.coverage);
    if (!script)
        return std::unexpected(script.error());
    AttemptInput input;
    input.request = requestFor(execution, sandbox::Mode::Script);
    input.outputLimit = qsizetype(execution.limits.outputKb) * 1024;
    input.program = execution.code.toUtf8();
    appendNumber(input.tests, nonce[0]);
    appendNumber(input.tests, nonce[1]);
    appendText(input.tests, *script);
    appendText(input.tests, paths.first());
    appendNumber(input.tests, quint32(execution.testFiles.size()));
    for (const TestFile &file : execution.testFiles) {
        appendText(input.tests, QDir::cleanPath(file.path));
        appendText(input.tests, file.content);
    }
    return input;
}

Verdict classifyFiles(const Execution &execution, const RawAttempt &attempt, const Report &report)
{
    Verdict verdict;
    verdict.scope = execution.scope;
    verdict.output = scrubbed(QString::fromUtf8(attempt.output));
    verdict.outputTruncated = attempt.outputExceeded;
    verdict.resources = resourcesOf(attempt.reply);
    const QStringList listed = readRecords(execution, report, verdict);
    const QStringList missing = missingTests(listed, verdict.tests);
    for (const QString &name : missing)
        verdict.tests << TestResult{.name = name, .visibility = execution.scope};
    if (!classifySupervision(attempt, execution.limits, verdict)
        && verdict.errorClass == ErrorClass::None) {
        if (report.forged)
            tampered(verdict, u"the program wrote a report of its own"_s);
        else if (!report.complete)
            classifyEarlyEnd(attempt, verdict);
        else
            classifyResults(missing, verdict);
    }
    verdict.passed =
        verdict.errorClass == ErrorClass::None && report.complete && !verdict.tests.isEmpty();
    for (const TestResult &test : std::as_const(verdict.tests))
        verdict.passed = verdict.passed && test.passed();
    return verdict;
}

} // namespace autodidact
