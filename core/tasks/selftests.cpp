#include "core/tasks/selftests.h"

#include "core/syntax/syntaxtree.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr qsizetype MostTests = 12;
constexpr qsizetype LongestTest = 4000;

/// One statement of a test as it is written in the suites, see resources/suites/README.md.
QString formOf(const Task &task)
{
    const QString call = task.entryPoint + u"(...)"_s;
    switch (task.language) {
    case Language::Python: return u"assert %1 == ..."_s.arg(call);
    case Language::JavaScript: return u"assert.deepStrictEqual(%1, ...);"_s.arg(call);
    case Language::Java: return u"assertEquals(expected, Solution.%1);"_s.arg(call);
    case Language::Rust: return u"assert_eq!(%1, ...);"_s.arg(call);
    }
    return {};
}

/// Statements stand at the top level of a Python or JavaScript text, within a function in the others.
QString asProgram(Language language, const QString &block)
{
    switch (language) {
    case Language::Java: return u"class T { void t() {\n%1\n} }"_s.arg(block);
    case Language::Rust: return u"fn t() {\n%1\n}"_s.arg(block);
    case Language::Python:
    case Language::JavaScript: return block;
    }
    return {};
}

QStringList assertsIn(Language language, const QString &block)
{
    const Result<SyntaxTree> tree = SyntaxTree::parse(language, asProgram(language, block).toUtf8());
    QStringList asserts;
    if (!tree)
        return asserts;
    SyntaxTree::walk(tree->root(), [&](const SyntaxNode &node) {
        const QByteArray kind = node.kind().toByteArray();
        const bool statement = kind.endsWith("_statement") || (language == Language::Rust && kind == "macro_invocation");
        if (!statement || !node.text().startsWith("assert"))
            return Walk::Into;
        if (!node.hasError())
            asserts.append(QString::fromUtf8(node.text()));
        return Walk::Over;
    });
    return asserts;
}

TestCase numbered(qsizetype count)
{
    TestCase test;
    test.name = u"own test %1"_s.arg(count + 1);
    return test;
}

void addFunctionTests(QList<TestCase> &tests, Language language, const QString &block)
{
    const QStringList asserts = assertsIn(language, block);
    for (const QString &code : asserts) {
        if (tests.size() == MostTests || code.size() > LongestTest)
            continue;
        tests.append(numbered(tests.size()));
        const bool needsEnd = language == Language::Rust && !code.endsWith(u';');
        tests.last().code = code + (needsEnd ? u";\n"_s : u"\n"_s);
    }
}

void addProgramTests(QList<TestCase> &tests, const QString &block)
{
    const QStringList lines = block.split(u'\n');
    for (const QString &line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line.trimmed().toUtf8()).object();
        const QJsonValue output = object.value("output"_L1);
        if (tests.size() == MostTests || !output.isString() || line.size() > LongestTest)
            continue;
        tests.append(numbered(tests.size()));
        tests.last().input = object.value("input"_L1).toString();
        tests.last().outputs = {output.toString()};
    }
}

} // namespace

QString selfTestRequest(const Task &task)
{
    if (task.kind == TaskKind::Function) {
        return u"### Tests of your own\nBefore the program, write three to six tests of your own in a fenced block with the "
               "info string `tests`, one statement a line, such as `%1`. They are run on your program; work out what you "
               "expect from the task, not from the program."_s.arg(formOf(task));
    }
    if (task.kind == TaskKind::Program) {
        return u"### Tests of your own\nBefore the program, write three to six tests of your own in a fenced block with the "
               "info string `tests`, one JSON object a line, such as `{\"input\": \"1 2\\n\", \"output\": \"3\\n\"}`. They are "
               "run on your program; work out what you expect from the task, not from the program."_s;
    }
    return {};
}

OwnTests takeSelfTests(const Task &task, const QString &answer)
{
    static const QRegularExpression block(u"^ {0,3}(```+|~~~+)[ \\t]*(?:\\w+[ \\t]+)?tests[ \\t]*\\n(.*?)(?:^ {0,3}\\1[ \\t]*$\\n?|\\z)"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption
            | QRegularExpression::CaseInsensitiveOption);
    OwnTests own;
    own.rest = answer;
    own.rest.replace("\r\n"_L1, "\n"_L1);
    if (selfTestRequest(task).isEmpty())
        return own;
    for (auto match = block.match(own.rest); match.hasMatch(); match = block.match(own.rest)) {
        if (task.kind == TaskKind::Program)
            addProgramTests(own.tests, match.captured(2));
        else
            addFunctionTests(own.tests, task.language, match.captured(2));
        own.rest.remove(match.capturedStart(), match.capturedLength());
    }
    return own;
}

} // namespace autodidact
