#include "core/tasks/quixbugstask.h"

#include "core/tasks/jsonslices.h"
#include "core/tasks/pythonliteral.h"
#include "core/tasks/pythonsource.h"
#include "core/tasks/statementexamples.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Generators and tuples count as lists, as in the published tests.
const QString Plain = u"def plain(value):\n    if hasattr(value, '__next__'):\n        value = list(value)\n"
                      "    return [plain(part) for part in value] if isinstance(value, (list, tuple)) else value\n"_s;

/// The published tests run on either version of a program; here it is the one under test.
const QString Conftest = u"import pytest\n\npytest.use_correct = False\npytest.run_slow = False\n"_s;

std::unexpected<Error> brokenAt(int line)
{
    return fail(ErrorKind::BadInput,
        u"%1: a line must hold a list of arguments and an expected value: [[1, 2], 3]. Fetch the checkout again."_s.arg(line));
}

/// The texts that stand alone at the top level of a module: QuixBugs documents its programs so.
QByteArray documentation(const SyntaxTree &module)
{
    QByteArray text;
    for (const SyntaxNode &statement : module.root().namedChildren()) {
        const auto parts = statement.namedChildren();
        if (statement.kind() == "expression_statement" && parts.size() == 1 && parts.front().kind() == "string") {
            for (const SyntaxNode &content : SyntaxTree::all(parts.front(), "string_content"))
                text += content.text().toByteArray() + '\n';
        }
    }
    return text;
}

QByteArray compact(QByteArray literal)
{
    literal.replace('\'', '"');
    literal.removeIf([](char sign) { return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t'; });
    return literal.replace(",]", "]");
}

/// The inputs that the published pytest file skips because they take minutes.
QSet<QByteArray> slowInputs(const QString &pytest)
{
    QSet<QByteArray> slow;
    const auto module = SyntaxTree::parse(Language::Python, pytest.toUtf8());
    for (const SyntaxNode &branch : module ? SyntaxTree::all(module->root(), "if_statement") : std::vector<SyntaxNode>()) {
        const auto condition = branch.child("condition");
        const auto then = branch.child("consequence");
        if (!condition || !then || !then->text().contains("pytest.skip"))
            continue;
        for (const SyntaxNode &comparison : SyntaxTree::all(*condition, "comparison_operator")) {
            const auto sides = comparison.namedChildren();
            if (sides.size() == 2 && sides.front().text() == "input_data")
                slow.insert(compact(sides.back().text().toByteArray()));
        }
    }
    return slow;
}

/// The name of the parameter that says how exact a result has to be.
bool lastParameterIsEpsilon(const SyntaxTree &module, const QByteArray &name)
{
    const auto function = topLevelFunction(module, name);
    const auto parameters = function ? function->child("parameters") : std::nullopt;
    const auto names = parameters ? parameters->namedChildren() : std::vector<SyntaxNode>();
    return !names.empty() && names.back().text() == "epsilon";
}

QByteArray assertion(const QByteArray &call, QByteArrayView expected, const QByteArray &tolerance)
{
    const QByteArray value = pythonLiteral(expected).value_or("None");
    if (!tolerance.isEmpty())
        return "assert abs(" + call + " - " + value + ") <= " + tolerance + '\n';
    if (expected.startsWith('['))
        return "assert plain(" + call + ") == " + value + '\n';
    return "assert " + call + " == " + value + '\n';
}

Status addTests(QuixBugsTask &made, const QuixBugsProgram &program, const SyntaxTree &module)
{
    const QSet<QByteArray> slow = slowInputs(program.pytest);
    const QByteArray name = program.name.toUtf8();
    const bool inexact = lastParameterIsEpsilon(module, name);
    int number = 0;
    for (const QByteArray &line : program.testCases.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto pair = slicesOf(line);
        if (!pythonLiteral(line) || !pair || pair->size() != 2)
            return brokenAt(number);
        const QByteArrayView input = pair->first().text;
        QByteArrayList arguments;
        // An argument that is no list stands alone.
        const QList<JsonSlice> parts =
            input.startsWith('[') ? slicesOf(input).value_or(QList<JsonSlice>()) : QList<JsonSlice>{pair->first()};
        for (const JsonSlice &argument : parts)
            arguments.append(pythonLiteral(argument.text).value_or("None"));
        if (slow.contains(compact('[' + arguments.join(',') + ']'))) {
            ++made.slowTests;
            continue;
        }
        const QByteArray tolerance = inexact && !arguments.isEmpty() ? arguments.last() : QByteArray();
        const QByteArray code = assertion(name + '(' + arguments.join(", ") + ')', pair->last().text, tolerance);
        made.task.hiddenTests.append({u"test %1"_s.arg(made.task.hiddenTests.size() + 1), QString::fromUtf8(code)});
    }
    return {};
}

void makeFilesTask(Task &task, const QuixBugsProgram &program)
{
    task.kind = TaskKind::Files;
    task.isolation = Isolation::InProcess;
    task.entryPoint = u"python_programs/%1.py"_s.arg(program.name);
    task.testFiles = {{u"python_testcases/test_%1.py"_s.arg(program.name), program.pytest}, {u"conftest.py"_s, Conftest}};
    if (!program.node.isEmpty())
        task.testFiles.append({u"python_testcases/node.py"_s, program.node});
}

} // namespace

Result<QuixBugsTask> quixBugsTask(const QuixBugsProgram &program)
{
    QuixBugsTask made;
    Task &task = made.task;
    task.key = u"QuixBugs/"_s + program.name;
    task.title = program.name;
    task.entryPoint = program.name;
    task.starter = program.buggy;
    task.statement = u"The function %1 has a defect on one line. Find it, and write the whole program without it.\n\n%2"_s.arg(
        program.name, program.buggy);
    task.released = u"2017-10-22"_s;
    if (!program.correct.isEmpty())
        task.references = {program.correct};
    const auto module = SyntaxTree::parse(Language::Python, program.buggy.toUtf8());
    if (!module)
        return std::unexpected(module.error());
    if (program.testCases.trimmed().isEmpty()) {
        if (program.pytest.trimmed().isEmpty())
            made.skipped = u"the checkout holds no tests for it"_s;
        else
            makeFilesTask(task, program);
        return made;
    }
    if (const Status added = addTests(made, program, *module); !added)
        return std::unexpected(added.error());
    if (made.task.hiddenTests.isEmpty())
        made.skipped = u"the checkout holds no tests for it"_s;
    const bool yields = !SyntaxTree::all(module->root(), "yield").empty();
    task.isolation = yields ? Isolation::InProcess : Isolation::Split;
    task.testSetup = Plain;
    const QByteArray name = program.name.toUtf8();
    if (!yields)
        task.visibleTests = testsOf(withoutContradicted(examplesOf(documentation(*module), name), task.hiddenTests, name));
    return made;
}

} // namespace autodidact
