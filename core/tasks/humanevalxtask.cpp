#include "core/tasks/humanevalxtask.h"

#include "core/tasks/assertsplitter.h"
#include "core/tasks/checkedfunction.h"
#include "core/tasks/checksplitter.h"
#include "core/tasks/definitions.h"
#include "core/tasks/pythonsource.h"
#include "core/tasks/rustimports.h"

#include <array>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// What the published harness puts in front of Python programs, without what is no part of Python.
const QString PythonImports = u"import math\nimport re\nimport sys\nimport copy\nimport datetime\nimport itertools\n"
                              "import collections\nimport heapq\nimport statistics\nimport functools\nimport hashlib\n"
                              "import string\nfrom typing import *\nfrom collections import *\n"_s;

/// References that fail the tests they were published with.
constexpr std::array FaultyReferences{"JavaScript/112"_L1, "JavaScript/155"_L1};

std::unexpected<Error> missingTarget(const QString &key)
{
    return fail(ErrorKind::BadInput, u"\"%1\" does not leave a function open. Fetch the file again."_s.arg(key));
}

/// The name of the function that \p head leaves open, once \p close stands behind it.
QString openFunction(Language language, const QString &head, const QString &close)
{
    const auto tree = SyntaxTree::parse(language, (head + u'\n' + close).toUtf8());
    return tree && !tree->hasError() ? QString::fromUtf8(lastFunction(*tree)) : QString();
}

Task begun(const HumanEvalXRecord &record, Language language, const QString &entryPoint)
{
    Task task;
    task.key = record.key;
    task.language = language;
    task.title = entryPoint;
    task.entryPoint = entryPoint;
    task.group = u"HumanEval/"_s + record.key.section(u'/', 1);
    task.released = u"2022-09-01"_s;
    task.statement = record.prompt;
    task.prefix = record.prompt;
    return task;
}

void addReference(HumanEvalXTask &made, const HumanEvalXRecord &record)
{
    if (!record.solution.isEmpty())
        made.task.references = {made.task.prefix + record.solution};
    for (const QLatin1StringView key : FaultyReferences) {
        if (record.key == key)
            made.warnings.append(u"its published reference fails the published tests"_s);
    }
}

/// Both test texts call check(NAME), and NAME is the entry point.
QString checkedName(const QString &test)
{
    const auto tree = SyntaxTree::parse(Language::Python, test.toUtf8());
    const auto check = tree ? topLevelFunction(*tree, "check") : std::nullopt;
    const auto parameters = check ? check->child("parameters") : std::nullopt;
    const auto names = parameters ? parameters->namedChildren() : std::vector<SyntaxNode>();
    return names.size() == 1 ? QString::fromUtf8(names.front().text()) : QString();
}

Result<HumanEvalXTask> pythonTask(const HumanEvalXRecord &record)
{
    HumanEvalXTask made{begun(record, Language::Python, checkedName(record.test)), {}, {}};
    Task &task = made.task;
    task.starter = openStarter(record.prompt);
    if (const Status done = addCheck(task, record.test); !done)
        return std::unexpected(done.error());
    if (!record.exampleTest.isEmpty()) {
        const auto examples = splitCheck(record.exampleTest, task.entryPoint);
        task.visibleTests = examples ? examples->tests : sureExamples(task);
        if (!examples)
            made.warnings.append(u"its example_test cannot be run; the examples of its prompt stand in"_s);
    }
    task.prefix = PythonImports + record.prompt;
    addReference(made, record);
    return made;
}

QString importsOf(const QString &java)
{
    QString imports;
    const auto tree = SyntaxTree::parse(Language::Java, java.toUtf8());
    for (const SyntaxNode &import : tree ? SyntaxTree::all(tree->root(), "import_declaration") : std::vector<SyntaxNode>())
        imports += QString::fromUtf8(import.text()) + u'\n';
    return imports;
}

Result<HumanEvalXTask> javaTask(const HumanEvalXRecord &record)
{
    const QString entryPoint = openFunction(Language::Java, record.prompt, u"}}"_s);
    if (entryPoint.isEmpty())
        return missingTarget(u"prompt"_s);
    HumanEvalXTask made{begun(record, Language::Java, entryPoint), {}, {}};
    Task &task = made.task;
    task.isolation = Isolation::InProcess;
    task.starter = record.prompt + u"\n        throw new UnsupportedOperationException();\n    }\n}\n"_s;
    // The published harness puts all into one file, so the test sees the imports of the solution.
    const QString imports = importsOf(record.prompt);
    task.hiddenTests = {{u"Main"_s, imports + record.test}};
    if (!record.exampleTest.isEmpty())
        task.visibleTests = {{u"Main"_s, imports + record.exampleTest}};
    addReference(made, record);
    return made;
}

Result<HumanEvalXTask> javaScriptTask(const HumanEvalXRecord &record)
{
    const QString entryPoint = openFunction(Language::JavaScript, record.prompt, u"}"_s);
    if (entryPoint.isEmpty())
        return missingTarget(u"prompt"_s);
    HumanEvalXTask made{begun(record, Language::JavaScript, entryPoint), {}, {}};
    Task &task = made.task;
    task.starter = record.prompt + u"\n  throw new Error('not implemented')\n}\n"_s;
    const auto hidden = splitJavaScript(record.test);
    const auto visible = splitJavaScript(record.exampleTest);
    if (!hidden || !visible)
        return std::unexpected(hidden ? visible.error() : hidden.error());
    task.hiddenTests = hidden->tests;
    task.visibleTests = visible->tests;
    for (const QString &name : hidden->undefinedCalls + visible->undefinedCalls)
        made.warnings.append(u"its tests call %1(), which they do not define; the call is left out"_s.arg(name));
    if (record.solution.contains(u"require('js-md5')"_s))
        made.warnings.append(u"its reference needs the npm module js-md5"_s);
    addReference(made, record);
    return made;
}

Result<HumanEvalXTask> rustTask(const HumanEvalXRecord &record)
{
    const QString entryPoint = openFunction(Language::Rust, record.declaration, u"}"_s);
    if (entryPoint.isEmpty())
        return missingTarget(u"declaration"_s);
    HumanEvalXTask made{begun(record, Language::Rust, entryPoint), {}, {}};
    Task &task = made.task;
    task.isolation = Isolation::InProcess;
    const RustImports imports = trimmedImports(record.declaration, u"fn open() {\n%1\n%2"_s.arg(record.solution, record.test));
    for (const QString &crate : imports.crates)
        made.warnings.append(u"it needs the crate %1"_s.arg(crate));
    task.prefix = imports.head;
    task.statement = record.prompt + imports.head;
    task.starter = imports.head + u"\n    todo!()\n}\n"_s;
    auto split = splitRust(record.test);
    if (!split)
        return std::unexpected(split.error());
    if (split->tests.isEmpty())
        made.skipped = u"all its tests stand in a comment"_s;
    task.hiddenTests = split->tests;
    task.testSetup = split->setup;
    addReference(made, record);
    return made;
}

} // namespace

Result<HumanEvalXTask> humanEvalXTask(const HumanEvalXRecord &record)
{
    const auto language = languageFromString(record.key.section(u'/', 0, 0).toLower());
    if (!language || !hasGrammar(*language)) {
        HumanEvalXTask skipped;
        skipped.skipped = language ? u"this build has no grammar for %1"_s.arg(toString(*language))
                                   : u"its language is not one of python, java, javascript and rust"_s;
        return skipped;
    }
    switch (*language) {
    case Language::Python: return pythonTask(record);
    case Language::Java: return javaTask(record);
    case Language::JavaScript: return javaScriptTask(record);
    case Language::Rust: return rustTask(record);
    }
    return fail(ErrorKind::Internal, u"a language without an importer"_s);
}

} // namespace autodidact
