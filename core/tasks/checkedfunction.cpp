#include "core/tasks/checkedfunction.h"

#include "core/tasks/checksplitter.h"
#include "core/tasks/pythonsource.h"
#include "core/tasks/statementexamples.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// The indentation of the function body that the prompt leaves open.
QString bodyIndent(const QString &prompt)
{
    const QStringList lines = prompt.split(u'\n');
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (line->trimmed().isEmpty())
            continue;
        const QString indent = line->first(line->indexOf(line->trimmed().at(0)));
        return indent.isEmpty() || line->trimmed().endsWith(u':') ? indent + u"    "_s : indent;
    }
    return u"    "_s;
}

/// The text before the target, where the tests use a name from it: in a split execution they have
/// a copy of their own, which the solution cannot change.
QString setupFor(const SyntaxTree &program, const SyntaxNode &target, const QString &testText)
{
    const QByteArray before = program.source().first(definitionStart(target));
    const auto preamble = SyntaxTree::parse(Language::Python, before);
    const auto test = SyntaxTree::parse(Language::Python, testText.toUtf8());
    if (!preamble || !test || !namesBoundIn(preamble->root()).intersects(identifiersIn(test->root())))
        return {};
    return QString::fromUtf8(before.trimmed()) + u'\n';
}

/// Objects that cannot cross a process border, by what the signature says.
bool returnsLiveObject(const SyntaxNode &target)
{
    const auto type = target.child("return_type");
    if (!type)
        return false;
    const QSet<QByteArray> names = identifiersIn(*type);
    return names.intersects({"Callable", "Iterator", "Generator", "Iterable"});
}

} // namespace

QString openStarter(const QString &prompt)
{
    return prompt + (prompt.endsWith(u'\n') ? u""_s : u"\n"_s) + bodyIndent(prompt) + u"raise NotImplementedError\n"_s;
}

Status addCheck(Task &task, const QString &testText)
{
    const auto program = SyntaxTree::parse(Language::Python, task.starter.toUtf8());
    if (!program)
        return std::unexpected(program.error());
    const auto target = topLevelFunction(*program, task.entryPoint.toUtf8());
    if (!target)
        return fail(
            ErrorKind::BadInput, u"\"prompt\" does not define \"%1\", which \"entry_point\" names."_s.arg(task.entryPoint));
    auto split = splitCheck(testText, task.entryPoint);
    if (!split)
        return std::unexpected(split.error());
    task.hiddenTests = split->tests;
    task.isolation = returnsLiveObject(*target) ? Isolation::InProcess : split->isolation;
    task.testSetup = setupFor(*program, *target, testText);
    return {};
}

QList<TestCase> sureExamples(const Task &task)
{
    const QByteArray name = task.entryPoint.toUtf8();
    const auto program = SyntaxTree::parse(Language::Python, task.starter.toUtf8());
    const auto target = program ? topLevelFunction(*program, name) : std::nullopt;
    if (!target)
        return {};
    return testsOf(withoutContradicted(examplesOf(docstringOf(*target), name), task.hiddenTests, name));
}

} // namespace autodidact
