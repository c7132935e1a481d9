#include "core/evaluation/feedbacktext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Keeps head and tail, since both ends of a value or traceback tell most.
QString shortened(const QString &text, int limit)
{
    if (text.size() <= limit)
        return text;
    const int head = limit * 2 / 3;
    const int tail = limit - head;
    return text.left(head) + u" […%1 characters left out…] "_s.arg(text.size() - limit) + text.right(tail);
}

QString indented(const QString &text, int limit)
{
    QString one = shortened(text.trimmed(), limit);
    return one.replace(u'\n', u"\n    "_s);
}

void appendField(QString &out, QLatin1StringView name, const QString &value, int limit)
{
    if (!value.trimmed().isEmpty())
        out += u"%1: %2\n"_s.arg(name, indented(value, limit));
}

QString describe(const TestResult &test, const FeedbackLimits &limits)
{
    const QLatin1StringView what = test.status == TestStatus::NotRun ? "Not run"_L1
        : test.status == TestStatus::Errored                        ? "Error"_L1
                                                                    : "Failed"_L1;
    QString out = u"### %1: %2\n"_s.arg(what, test.name);
    appendField(out, "Test"_L1, test.testCode, limits.valueChars);
    QString message = test.message;
    if (!test.exceptionType.isEmpty() && !message.startsWith(test.exceptionType))
        message = message.isEmpty() ? test.exceptionType : test.exceptionType + u": "_s + message;
    appendField(out, "Message"_L1, message, limits.valueChars);
    appendField(out, "Expected"_L1, test.expected, limits.valueChars);
    appendField(out, "Actual"_L1, test.actual, limits.valueChars);
    if (test.line > 0)
        out += u"Line: %1\n"_s.arg(test.line);
    return out;
}

QString header(const SeenAttempt &seen)
{
    const Verdict &verdict = seen.verdict;
    int passed = 0;
    for (const TestResult &test : verdict.tests)
        passed += test.passed() ? 1 : 0;
    QString out = verdict.tests.isEmpty() ? u"No test reported.\n"_s
                                          : u"Passed %1 of %2 tests.\n"_s.arg(passed).arg(verdict.tests.size());
    if (!verdict.passed)
        out += u"Error class: %1\n"_s.arg(toString(verdict.errorClass));
    if (!verdict.passed && !verdict.errorDetail.isEmpty())
        out += shortened(verdict.errorDetail, 400) + u'\n';
    if (verdict.tampering)
        out += u"The attempt interfered with its tests: %1\n"_s.arg(verdict.tamperingReason);
    if (seen.hiddenPassed)
        out += *seen.hiddenPassed ? u"Hidden tests: green\n"_s : u"Hidden tests: red\n"_s;
    return out;
}

QString diagnosticsText(const Verdict &verdict)
{
    QString out;
    for (const Diagnostic &diagnostic : verdict.diagnostics.first(qMin(10, verdict.diagnostics.size())))
        out += diagnostic.line > 0
            ? u"- line %1: %2\n"_s.arg(diagnostic.line).arg(indented(diagnostic.message, 400))
            : u"- %1\n"_s.arg(indented(diagnostic.message, 400));
    return out;
}

/// Where the task shows tests, the attempt's own ones are told about in short: they may be wrong themselves.
QString ownTestsText(const SeenAttempt &seen, const FeedbackLimits &limits)
{
    if (!seen.own || seen.own->tests.isEmpty())
        return {};
    const auto passed = std::ranges::count_if(seen.own->tests, &TestResult::passed);
    QString out = u"Of your own tests %1 of %2 passed.\n"_s.arg(passed).arg(seen.own->tests.size());
    const auto red = std::ranges::find_if_not(seen.own->tests, &TestResult::passed);
    return red == seen.own->tests.end() ? out : out + describe(*red, limits);
}

/// What tools said of the code before its tests; tools that did not run say nothing.
QString toolFindingsText(const QList<ToolReport> &reports, qsizetype room)
{
    QString out;
    int untold = 0;
    for (const ToolReport &report : reports) {
        const QString tool = u"- %1 (%2)"_s.arg(report.check, report.tool);
        if (report.ran() && report.findings.isEmpty())
            out += tool + u": nothing found\n"_s;
        for (const ToolFinding &finding : report.findings) {
            const QString where = finding.line > 0 ? u", line %1"_s.arg(finding.line) : QString();
            const QString line = tool + where + u": "_s + indented(finding.message, 300) + u'\n';
            if (untold > 0 || out.size() + line.size() > room)
                ++untold;
            else
                out += line;
        }
    }
    if (untold > 0)
        out += u"%1 more findings are not shown.\n"_s.arg(untold);
    return out.isEmpty() ? out : u"### Tool findings\n"_s + out;
}

} // namespace

QString feedbackText(const SeenAttempt &seen, const FeedbackLimits &limits)
{
    QString out = header(seen) + diagnosticsText(seen.verdict);
    int told = 0;
    int untold = 0;
    for (const TestResult &test : seen.verdict.tests) {
        if (test.passed())
            continue;
        const QString block = told < limits.tests ? describe(test, limits) : QString();
        if (block.isEmpty() || out.size() + block.size() > limits.totalChars) {
            ++untold;
            continue;
        }
        out += block;
        ++told;
    }
    if (untold > 0)
        out += u"%1 more failing tests are not shown.\n"_s.arg(untold);
    if (const QString own = ownTestsText(seen, limits); out.size() + own.size() <= limits.totalChars)
        out += own;
    out += toolFindingsText(seen.toolReports, qMin(qsizetype(limits.toolChars), limits.totalChars - out.size()));
    const qsizetype room = limits.totalChars - out.size();
    if (!seen.verdict.passed && !seen.verdict.output.trimmed().isEmpty() && room > 200)
        out += u"Output:\n    "_s + indented(seen.verdict.output, int(qMin(room - 100, qsizetype(1000)))) + u'\n';
    return out;
}

} // namespace autodidact
