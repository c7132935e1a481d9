#include "core/tasks/appsproblem.h"

#include "core/base/json.h"
#include "core/tasks/checkedfunction.h"
#include "core/tasks/jsonslices.h"
#include "core/tasks/pythonliteral.h"
#include "core/tasks/pythonreferences.h"
#include "core/tasks/pythonsource.h"
#include "core/tasks/statementsample.h"
#include "core/tasks/suitebuilder.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// What the published harness puts in front of solutions, without what is no part of Python.
const QString Imports =
    u"import sys\nimport time\nimport itertools\nfrom itertools import accumulate, product, permutations, combinations\n"
    "import collections\nfrom collections import Counter, OrderedDict, deque, defaultdict, ChainMap\n"
    "from functools import lru_cache\nimport math\nfrom math import sqrt, sin, cos, tan, ceil, fabs, floor, gcd, exp, log, log2\n"
    "import fractions\nfrom typing import List, Tuple\nimport random\nimport heapq\nfrom heapq import *\n"_s;

/// Tuples count as lists, as in the published harness.
const QString Plain =
    u"def plain(value):\n    return [plain(part) for part in value] if isinstance(value, (list, tuple)) else value\n"_s;

constexpr int TestMs = 4000;     ///< of the published harness

/// One test as it is written.
struct Pair {
    QByteArrayView input;
    QByteArrayView output;
};

/// The inputs and outputs of the problem, and the function they are for.
struct Tests {
    QString function;
    QList<Pair> pairs;
};

std::unexpected<Error> damaged(const QString &what)
{
    return fail(ErrorKind::BadInput, what + u" Fetch the set again."_s);
}

Result<Tests> testsOf(const QByteArray &json)
{
    const auto object = parseJsonObject(json, u"input and output"_s);
    if (!object)
        return std::unexpected(object.error());
    QList<JsonSlice> inputs, outputs;
    for (const JsonSlice &member : slicesOf(json).value_or(QList<JsonSlice>())) {
        if (member.key == "inputs"_L1)
            inputs = slicesOf(member.text).value_or(QList<JsonSlice>());
        else if (member.key == "outputs"_L1)
            outputs = slicesOf(member.text).value_or(QList<JsonSlice>());
    }
    if (!object->value("inputs"_L1).isArray() || !object->value("outputs"_L1).isArray())
        return damaged(u"\"inputs\" and \"outputs\" must be lists."_s);
    if (inputs.size() != outputs.size())
        return damaged(u"there are %1 inputs and %2 outputs."_s.arg(inputs.size()).arg(outputs.size()));
    Tests tests{object->value("fn_name"_L1).toString(), {}};
    for (qsizetype i = 0; i < inputs.size(); ++i)
        tests.pairs.append({inputs.at(i).text, outputs.at(i).text});
    return tests;
}

/// A text, or a list of lines.
std::optional<QString> textOf(QByteArrayView json)
{
    const auto wrapped = parseJsonObject("{\"v\":" + json.toByteArray() + '}', {});
    const QJsonValue value = wrapped ? wrapped->value("v"_L1) : QJsonValue();
    if (value.isString())
        return unixText(value.toString());
    QStringList lines;
    for (const QJsonValue &line : value.toArray()) {
        if (!line.isString())
            return std::nullopt;
        lines.append(line.toString());
    }
    return value.isArray() ? std::optional(unixText(lines.join(u'\n'))) : std::nullopt;
}

void addProgramTests(AppsTask &made, const Tests &tests)
{
    Task &task = made.task;
    task.kind = TaskKind::Program;
    for (const Pair &pair : tests.pairs) {
        const auto input = textOf(pair.input);
        const auto output = textOf(pair.output);
        if (!input || !output) {
            made.skipped = u"its inputs or outputs are not texts"_s;
            return;
        }
        const TestCase test{u"test %1"_s.arg(task.hiddenTests.size() + 1), {}, *input, {*output}};
        task.hiddenTests.append(test);
        if (isSample(task.statement, *input, *output))
            task.visibleTests.append(test);
    }
}

/// Outputs are sometimes wrapped in a list of one, sometimes not; both are accepted then.
QByteArray assertion(const QByteArray &call, QByteArrayView output)
{
    const QByteArray value = pythonLiteral(output).value_or("None");
    if (!output.startsWith('['))
        return "assert " + call + " == " + value;
    const auto elements = slicesOf(output).value_or(QList<JsonSlice>());
    if (elements.size() != 1)
        return "assert plain(" + call + ") == " + value;
    return "assert plain(" + call + ") in (" + value + ", " + pythonLiteral(elements.first().text).value_or("None") + ')';
}

void addFunctionTests(AppsTask &made, const Tests &tests, bool method)
{
    Task &task = made.task;
    task.entryPoint = method ? u"Solution"_s : tests.function;
    task.isolation = method ? Isolation::InProcess : Isolation::Split;
    task.testSetup = Plain;
    const QByteArray function = (method ? "Solution()." : "") + tests.function.toUtf8();
    for (const Pair &pair : tests.pairs) {
        const auto list = slicesOf(pair.input);
        if (!list || !pair.input.startsWith('[')) {
            made.skipped = u"the arguments of its tests are not lists"_s;
            return;
        }
        QByteArrayList arguments;
        QStringList written;
        for (const JsonSlice &argument : *list) {
            arguments.append(pythonLiteral(argument.text).value_or("None"));
            written.append(QString::fromUtf8(argument.text));
        }
        const QByteArray code = assertion(function + '(' + arguments.join(", ") + ')', pair.output) + '\n';
        const TestCase test{u"test %1"_s.arg(task.hiddenTests.size() + 1), QString::fromUtf8(code)};
        task.hiddenTests.append(test);
        if (isCallSample(task.statement, written, QString::fromUtf8(pair.output)))
            task.visibleTests.append(test);
    }
}

/// Whether the code that a solution begins with, or else a solution, is a class Solution.
bool isMethod(const QString &starter, const QStringList &solutions)
{
    const QString code = starter.isEmpty() ? solutions.value(0) : openStarter(starter);
    const auto tree = SyntaxTree::parse(Language::Python, code.toUtf8());
    return tree && bindsAtTopLevel(*tree, "Solution");
}

int difficultyOf(const QString &word)
{
    return word == "introductory"_L1 ? 2 : word == "interview"_L1 ? 3 : word == "competition"_L1 ? 5 : 0;
}

} // namespace

Result<AppsTask> appsTask(const AppsProblem &problem)
{
    AppsTask made;
    Task &task = made.task;
    task.key = problem.key;
    task.statement = unixText(problem.question).trimmed();
    task.prefix = Imports;
    task.limits.cpuMs = TestMs;
    task.released = u"2021-05-20"_s;
    task.difficulty = difficultyOf(problem.difficulty);
    for (const QString &tag : {problem.difficulty, QUrl(problem.url).host()}) {
        if (!tag.isEmpty())
            task.tags.append(tag);
    }
    const PythonReferences references = pythonReferences(problem.solutions, Imports);
    task.references = references.programs;
    made.referencesCut = references.cut;
    if (problem.inputOutput.trimmed().isEmpty()) {
        made.skipped = u"it has no tests"_s;
        return made;
    }
    const auto tests = testsOf(problem.inputOutput);
    if (!tests)
        return std::unexpected(tests.error());
    const QString starter = unixText(problem.starter).trimmed();
    if (tests->pairs.isEmpty())
        made.skipped = u"it has no tests"_s;
    else if (tests->function.isEmpty())
        addProgramTests(made, *tests);
    else
        addFunctionTests(made, *tests, isMethod(starter, problem.solutions));
    if (!starter.isEmpty()) {
        task.starter = Imports + u'\n' + openStarter(starter);
        task.statement += u"\n\nBegin with:\n\n%1\n"_s.arg(starter);
    }
    return made;
}

} // namespace autodidact
