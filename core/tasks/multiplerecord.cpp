#include "core/tasks/multiplerecord.h"

#include "core/tasks/assertsplitter.h"
#include "core/tasks/checkedfunction.h"
#include "core/tasks/definitions.h"
#include "core/tasks/pythonsource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

const QString Unreadable = u"its prompt and tests do not make a program of %1. Fetch the file again."_s;

QString endedByNewline(const QString &text)
{
    return text.endsWith(u'\n') ? text : text + u'\n';
}

/// A published test text behind the prompt, taken apart at its function main().
struct AroundMain {
    QString function;        ///< the function that the prompt leaves open
    QString owner;           ///< the class it belongs to
    QString before;          ///< what closes the open function
    QString main;
    QString behind;
};

std::optional<AroundMain> aroundMain(const Task &task, const QString &tests)
{
    const QByteArray head = task.prefix.toUtf8() + '\n';
    const auto program = SyntaxTree::parse(task.language, head + tests.toUtf8());
    if (!program || program->hasError())
        return std::nullopt;
    AroundMain parts;
    for (const Definition &definition : definitionsOf(*program)) {
        const qsizetype start = definition.node.start();
        if (!definition.callable) {
            parts.owner = QString::fromUtf8(definition.name);
        } else if (definition.name != "main") {
            parts.function = QString::fromUtf8(definition.name);
        } else if (start >= head.size()) {
            parts.before = QString::fromUtf8(program->source().sliced(head.size(), start - head.size()).trimmed());
            parts.main = QString::fromUtf8(definition.node.text());
            parts.behind = QString::fromUtf8(program->source().sliced(definition.node.end()).trimmed());
        }
    }
    return parts.main.isEmpty() || parts.function.isEmpty() ? std::nullopt : std::optional(parts);
}

QString closing(const AroundMain &parts)
{
    return u'\n' + endedByNewline(parts.before) + (parts.behind.isEmpty() ? QString() : endedByNewline(parts.behind));
}

/// Where the statement has the call of a test with its value as an example.
bool isShown(const TestCase &test, const QString &statement, const QString &name)
{
    const qsizetype call = test.code.indexOf(u"candidate("_s);
    const qsizetype from = test.code.lastIndexOf(u"candidate("_s);
    const qsizetype end = test.code.lastIndexOf(u')');
    if (call < 0 || end < from)
        return false;
    const QString text = test.code.sliced(from + 9, end - from - 9);
    for (qsizetype cut = text.indexOf(u"),"_s); cut >= 0; cut = text.indexOf(u"),"_s, cut + 1)) {
        const QString example = u">>> "_s + name + text.first(cut + 1) + u'\n' + text.sliced(cut + 2).trimmed() + u'\n';
        if (statement.contains(example))
            return true;
    }
    return false;
}

/// The prompt without the signs of its comment, so that examples stand at the beginning of lines.
QString bareStatement(const QString &prompt)
{
    QStringList lines = prompt.split(u'\n');
    for (QString &line : lines) {
        line = line.trimmed();
        while (line.startsWith(u'/') || line.startsWith(u'*'))
            line.removeFirst();
        line = line.trimmed();
    }
    return lines.join(u'\n');
}

void addShown(Task &task)
{
    const QString statement = bareStatement(task.prefix);
    for (const TestCase &test : std::as_const(task.hiddenTests)) {
        if (isShown(test, statement, task.entryPoint))
            task.visibleTests.append(test);
    }
}

Result<QString> addRust(Task &task, const QString &tests)
{
    const auto parts = aroundMain(task, tests);
    if (!parts)
        return fail(ErrorKind::BadInput, Unreadable.arg(u"Rust"_s));
    const auto split = splitRust(parts->main);
    if (!split)
        return std::unexpected(split.error());
    task.entryPoint = parts->function;
    task.suffix = closing(*parts);
    task.hiddenTests = split->tests;
    task.isolation = Isolation::InProcess;
    task.starter = task.prefix + u"    todo!()"_s + task.suffix;
    addShown(task);
    return QString();
}

/// Prompts import a library of tuples, most without need.
bool usesTuples(const SyntaxTree &program)
{
    const QSet<QByteArray> tuples{
        "Unit", "Pair", "Triplet", "Quartet", "Quintet", "Sextet", "Septet", "Octet", "Ennead", "Decade"};
    return namesIn(program.root()).intersects(tuples);
}

Result<QString> addJava(Task &task, const QString &tests)
{
    const auto parts = aroundMain(task, tests);
    const auto program = SyntaxTree::parse(Language::Java, (task.prefix + u'\n' + tests).toUtf8());
    if (!parts || !program)
        return fail(ErrorKind::BadInput, Unreadable.arg(u"Java"_s));
    if (usesTuples(*program))
        return u"it needs the library org.javatuples"_s;
    QStringList lines = task.prefix.split(u'\n');
    lines.removeIf([](const QString &line) { return line.startsWith(u"import org.javatuples."_s); });
    task.prefix = lines.join(u'\n');
    for (const QString &line : std::as_const(lines)) {
        if (line.startsWith(u"import "_s))
            task.testSetup += line + u'\n';
    }
    const auto split = splitJava(u"class Main {\n%1\n}\n"_s.arg(parts->main), parts->owner);
    if (!split)
        return std::unexpected(split.error());
    task.entryPoint = parts->function;
    task.suffix = closing(*parts);
    task.hiddenTests = split->tests;
    task.isolation = Isolation::InProcess;
    task.starter = task.prefix + u"        throw new UnsupportedOperationException();"_s + task.suffix;
    return QString();
}

Result<QString> addJavaScript(Task &task, const QString &tests)
{
    const auto prompt = SyntaxTree::parse(Language::JavaScript, task.prefix.toUtf8() + "\n}\n");
    task.entryPoint = prompt && !prompt->hasError() ? QString::fromUtf8(lastFunction(*prompt)) : QString();
    if (task.entryPoint.isEmpty())
        return fail(ErrorKind::BadInput, Unreadable.arg(u"JavaScript"_s));
    const auto split = splitJavaScript(tests);
    if (!split)
        return std::unexpected(split.error());
    task.suffix = u"\n"_s;
    task.hiddenTests = split->tests;
    task.testSetup = split->setup;
    task.starter = endedByNewline(task.prefix) + u"  throw new Error('not implemented');\n}\n"_s;
    addShown(task);
    return QString();
}

Result<QString> addPython(Task &task, const QString &tests)
{
    task.starter = openStarter(task.prefix);
    const auto program = SyntaxTree::parse(Language::Python, task.starter.toUtf8());
    for (const SyntaxNode &function : program ? program->root().namedChildren() : std::vector<SyntaxNode>()) {
        const auto name = function.kind() == "function_definition" ? function.child("name") : std::nullopt;
        if (name)
            task.entryPoint = QString::fromUtf8(name->text());
    }
    task.suffix = u"\n"_s;
    // Behind check() stands a function that calls it, which is not for us.
    const QString check =
        tests.first(tests.contains(u"\ndef test_check"_s) ? tests.indexOf(u"\ndef test_check"_s) : tests.size());
    if (const Status done = addCheck(task, check); !done)
        return std::unexpected(done.error());
    task.visibleTests = sureExamples(task);
    return QString();
}

} // namespace

Result<QString> addMultiplETests(Task &task, const QString &tests)
{
    Result<QString> reason;
    switch (task.language) {
    case Language::Python: reason = addPython(task, tests); break;
    case Language::Java: reason = addJava(task, tests); break;
    case Language::JavaScript: reason = addJavaScript(task, tests); break;
    case Language::Rust: reason = addRust(task, tests); break;
    }
    if (reason && reason->isEmpty() && task.hiddenTests.isEmpty())
        return fail(ErrorKind::BadInput, u"\"tests\" asserts nothing. Fetch the file again."_s);
    return reason;
}

} // namespace autodidact
