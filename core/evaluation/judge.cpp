#include "core/evaluation/judge.h"

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

bool hasTests(const Task &task, Visibility scope)
{
    if (task.kind == TaskKind::Function || task.kind == TaskKind::Program)
        return !(scope == Visibility::Visible ? task.visibleTests : task.hiddenTests).isEmpty();
    for (const TestFile &file : task.testFiles) {
        if (file.visibility == scope)
            return true;
    }
    return false;
}

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
    execution.limits = task.limits;
    execution.tests = scope == Visibility::Visible ? task.visibleTests : task.hiddenTests;
    for (const TestFile &file : task.testFiles) {
        if (scope == Visibility::Hidden || file.visibility == Visibility::Visible)
            execution.testFiles.append(file);
    }
    return execution;
}

Result<Verdict> Judge::judge(const Task &task, const QString &program, Visibility scope, std::stop_token stop) const
{
    if (!hasTests(task, scope))
        return withoutTests(scope);
    auto verdict = m_runner.run(executionFor(task, program, scope), stop);
    if (!verdict)
        return verdict;
    verdict->scope = scope;
    for (TestResult &test : verdict->tests)
        test.visibility = scope;
    // A verdict without a single test report shows nothing, whatever the runner made of it.
    verdict->passed = verdict->passed && !verdict->tests.isEmpty();
    return verdict;
}

} // namespace autodidact
