#include "core/runners/repository/commandplan.h"

#include "core/runners/repository/commandtools.h"
#include "core/runners/workshop.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int CopyMs = 120'000;
constexpr int SetUpMs = 600'000;
constexpr int FrameworkMs = 10'000;

QString reportOf(qsizetype number)
{
    return u"reports/%1"_s.arg(number);
}

QStringList environmentFor(const QString &report)
{
    const QString tools = supportFolder + u'/' + commandFolder;
    const QString pytest =
        u"-p no:cacheprovider --rootdir=/work/repository -o junit_family=xunit1 --junitxml=/work/%1.pytest"_s.arg(report);
    return {u"PATH=%1/bin:/usr/bin:/bin"_s.arg(tools), u"HOME=/work/home"_s, u"TMPDIR=/work/tmp"_s, u"LANG=C.UTF-8"_s,
        u"TZ=UTC"_s, u"PYTHONHASHSEED=0"_s, u"PYTHONDONTWRITEBYTECODE=1"_s, u"PYTHONUSERBASE=%1/python"_s.arg(tools),
        u"PYTEST_ADDOPTS="_s + pytest, u"CARGO_HOME=/work/home/.cargo"_s, u"NODE_PATH=/usr/share/nodejs:/usr/lib/nodejs"_s,
        u"CI=1"_s, u"NO_COLOR=1"_s, u"AUTODIDACT_REPORT=/work/"_s + report};
}

PlanStep shell(const QString &name, const QString &command, const QString &report, int cpuMs)
{
    return {.name = name, .flags = sandbox::StepCaptureOutput | sandbox::StepCaptureErrors, .cpuMs = cpuMs,
        .arguments = {u"/bin/sh"_s, u"-c"_s, u"cd /work/repository && "_s + command}, .environment = environmentFor(report)};
}

/// "test_abs ok" and "test_abs f" under a line that names the file, as SymPy's own runner prints them.
QList<DescribedTest> sympyTests(const QString &output)
{
    static const QRegularExpression line(u"^(test_\\w+) (ok|E|F|f|X|s|w|T)\\b"_s, QRegularExpression::MultilineOption);
    QList<DescribedTest> tests;
    for (auto match = line.globalMatch(output); match.hasNext();) {
        const auto found = match.next();
        const QString sign = found.captured(2);
        DescribedTest described;
        described.test.name = found.captured(1);
        described.test.status = sign == u"ok" || sign == u"f" ? TestStatus::Passed
            : sign == u"F" || sign == u"X"                    ? TestStatus::Failed
            : sign == u"E" || sign == u"T"                    ? TestStatus::Errored
                                                              : TestStatus::NotRun;
        if (described.test.status == TestStatus::Failed)
            described.test.exceptionType = u"AssertionError"_s;
        tests.append(described);
    }
    return tests;
}

Status add(QList<DescribedTest> &all, const Result<QList<TestResult>> &some)
{
    if (!some)
        return std::unexpected(some.error());
    for (const TestResult &test : *some)
        all.append({test, {}});
    return {};
}

Status readFile(const QString &kind, const QString &content, QList<DescribedTest> &tests)
{
    const QByteArray bytes = content.toUtf8();
    if (kind == u"pytest")
        return add(tests, readPytest(bytes));
    if (kind == u"tap")
        return add(tests, readTap(content));
    if (kind == u"jest")
        return add(tests, readJest(bytes));
    if (kind == u"libtest")
        return add(tests, readLibtest(bytes));
    if (kind.startsWith(u"surefire"))
        return add(tests, readJunit(bytes));
    if (kind != u"unittest")
        return {};
    const auto described = readUnittest(bytes);
    if (!described)
        return std::unexpected(described.error());
    tests += *described;
    return {};
}

} // namespace

bool mustReport(const QString &command)
{
    static const QRegularExpression known(
        u"\\b(?:pytest3?|py\\.test|tox|unittest|runtests\\.py|bin/test|jest|npm|npx|mvn)\\b|"
        "\\bnode\\b.*--test\\b|\\bcargo\\b.*\\btest\\b"_s);
    return known.match(command).hasMatch();
}

QString setUpStep(qsizetype number)
{
    return u"set-up %1"_s.arg(number);
}

QString testStep(qsizetype number)
{
    return u"test %1"_s.arg(number);
}

StepPlan commandPlan(const Execution &execution, const QString &tree, const QStringList &setUp)
{
    StepPlan plan;
    plan.steps << PlanStep{.name = u"copy"_s, .flags = sandbox::StepMustSucceed | sandbox::StepCaptureErrors, .cpuMs = CopyMs,
        .arguments = {u"/bin/sh"_s, u"-c"_s, u"mkdir home tmp reports && cp -R -P --preserve=mode \"$0\" repository"_s, tree},
        .environment = {u"PATH=/usr/bin:/bin"_s}};
    for (qsizetype i = 0; i < setUp.size(); ++i) {
        plan.steps << shell(setUpStep(i), setUp.at(i), u"reports/set-up"_s, SetUpMs);
        plan.steps.last().flags |= sandbox::StepMustSucceed;
    }
    const QStringList &commands = execution.repository.testCommands;
    for (qsizetype i = 0; i < commands.size(); ++i) {
        plan.steps << shell(testStep(i), commands.at(i), reportOf(i), execution.limits.cpuMs + FrameworkMs);
        plan.steps.last().flags |= sandbox::StepMustFinish;
    }
    plan.collected = {u"reports"_s};
    return plan;
}

Result<QList<DescribedTest>> reportedTests(const StepReport &report, qsizetype number, const QString &command)
{
    QList<DescribedTest> tests;
    const QString begin = reportOf(number) + u'.';
    QStringList paths = report.files.keys();
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        if (!path.startsWith(begin))
            continue;
        if (const Status read = readFile(path.sliced(begin.size()), report.files.value(path), tests); !read)
            return std::unexpected(read.error());
    }
    const StepOutcome *step = report.find(testStep(number));
    if (tests.isEmpty() && step && command.contains(u"bin/test"))
        tests = sympyTests(step->output);
    return tests;
}

} // namespace autodidact
