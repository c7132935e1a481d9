#include "core/evaluation/judge.h"

#include "core/evaluation/seen.h"
#include "core/evaluation/testscope.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Verdict withoutTests(Visibility scope)
{
    Verdict verdict;
    verdict.scope = scope;
    verdict.passed = scope == Visibility::Visible;
    verdict.errorDetail = scope == Visibility::Visible ? u"no visible tests"_s : u"no hidden tests"_s;
    return verdict;
}

} // namespace

Execution executionFor(const Task &task, const QString &program, Visibility scope)
{
    Execution execution;
    execution.language = task.language;
    execution.kind = task.kind;
    execution.isolation = task.isolation;
    execution.code = program;
    execution.entryPoint = task.entryPoint;
    execution.starter = task.starter;
    execution.testSetup = task.testSetup;
    execution.scope = scope;
    execution.coverage = task.kind == TaskKind::Files && (scope == Visibility::Visible || !hasTests(task, Visibility::Visible));
    execution.limits = task.limits;
    if (scope != Visibility::Own)
        execution.tests = scope == Visibility::Visible ? task.visibleTests : task.hiddenTests;
    for (const TestFile &file : task.testFiles) {
        if (scope == Visibility::Hidden || file.visibility == Visibility::Visible)
            execution.testFiles.append(file);
    }
    execution.repository = scope == Visibility::Hidden ? task.repository : redacted(task).repository;
    execution.repository.goldPatch.clear();
    return execution;
}

Result<Verdict> Judge::judge(const Task &task, const QString &program, Visibility scope, std::stop_token stop) const
{
    return hasTests(task, scope) ? judged(executionFor(task, program, scope), stop) : withoutTests(scope);
}

Result<Verdict> Judge::judgeOwn(const Task &task, const QString &program, const QList<TestCase> &tests, std::stop_token stop) const
{
    Execution execution = executionFor(task, program, Visibility::Own);
    execution.tests = tests;
    return judged(execution, stop);
}

Result<Verdict> Judge::judged(const Execution &execution, std::stop_token stop) const
{
    auto verdict = m_runner.run(execution, stop);
    if (!verdict)
        return verdict;
    verdict->scope = execution.scope;
    for (TestResult &test : verdict->tests)
        test.visibility = execution.scope;
    // A verdict without a single test report shows nothing, whatever the runner made of it.
    const bool nothingToRun = execution.kind == TaskKind::Repository && execution.scope == Visibility::Visible;
    verdict->passed = verdict->passed && (nothingToRun || !verdict->tests.isEmpty());
    return verdict;
}

} // namespace autodidact
