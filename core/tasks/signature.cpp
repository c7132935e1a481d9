#include "core/tasks/signature.h"

#include "core/tasks/checkedfunction.h"
#include "core/tasks/definitions.h"
#include "core/tasks/pythonsource.h"
#include "core/tasks/statementexamples.h"
#include "core/tasks/suitebuilder.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

std::unexpected<Error> noFunction()
{
    return fail(ErrorKind::BadInput, u"No function is there. Paste the whole signature, such as \"def area(width, height):\"."_s);
}

/// Takes the least indentation of all lines but the first off them.
QString flush(const QString &text)
{
    QStringList lines = text.split(u'\n');
    qsizetype least = 1000;
    const auto indentOf = [](const QString &line) { return std::ranges::find_if(line, [](QChar c) { return !c.isSpace(); }) - line.begin(); };
    for (const QString &line : lines.sliced(1)) {
        if (!line.trimmed().isEmpty())
            least = std::min(least, qsizetype(indentOf(line)));
    }
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i] = lines.at(i).mid(std::min(least, lines.at(i).size()));
    return lines.join(u'\n').trimmed();
}

/// The name of the last function at the top level.
QByteArray lastPythonFunction(const SyntaxTree &module)
{
    QByteArray name;
    for (const SyntaxNode &statement : module.root().namedChildren()) {
        const auto function = statement.kind() == "decorated_definition" ? statement.child("definition") : std::optional(statement);
        if (function && function->kind() == "function_definition" && function->child("name"))
            name = function->child("name")->text().toByteArray();
    }
    return name;
}

Result<SignatureParts> readPython(QString text)
{
    static const QRegularExpression open(u"^\\s*(async\\s+)?def\\b.*\\)[^:\\n]*$"_s, QRegularExpression::MultilineOption);
    if (!text.contains(u'\n') && open.match(text).hasMatch())
        text += u':';
    // A head without a body does not parse; with a body behind it, it does, and one too much does no harm.
    const QString whole = openStarter(text);
    const auto module = SyntaxTree::parse(Language::Python, whole.toUtf8());
    if (!module)
        return std::unexpected(module.error());
    const QByteArray name = lastPythonFunction(*module);
    const auto function = topLevelFunction(*module, name);
    if (name.isEmpty() || !function)
        return noFunction();
    const QByteArray docstring = docstringOf(*function);
    SignatureParts parts{QString::fromUtf8(name), whole, flush(QString::fromUtf8(docstring)), testsOf(examplesOf(docstring, name))};
    // What stands behind the docstring is a body already: the starter ends where the docstring does.
    const auto body = function->child("body");
    const auto first = body ? body->namedChildren() : std::vector<SyntaxNode>();
    if (!first.empty()) {
        const qsizetype end = docstring.isEmpty() ? first.front().start() : first.front().end();
        parts.starter = openStarter(QString::fromUtf8(module->source().first(end)).trimmed());
    }
    return parts;
}

/// The signature up to its body.
QString headOf(const SyntaxTree &program, const Definition &function)
{
    const auto body = function.node.child("body");
    const qsizetype end = body ? body->start() : function.node.end();
    QString head = QString::fromUtf8(program.source().sliced(function.node.start(), end - function.node.start())).trimmed();
    while (head.endsWith(u';') || head.endsWith(u'{'))
        head = head.chopped(1).trimmed();
    return head;
}

/// The signature of a function in \p text, which may lack its body.
QString headIn(const QString &text, Language language, QString &name)
{
    for (const QString &candidate : {text, text + u" {}"_s, u"class Solution {\n"_s + text + u" {}\n}"_s}) {
        const auto program = SyntaxTree::parse(language, candidate.toUtf8());
        if (!program || program->hasError())
            continue;
        name = QString::fromUtf8(lastFunction(*program));
        for (const Definition &definition : definitionsOf(*program)) {
            if (definition.callable && QString::fromUtf8(definition.name) == name)
                return headOf(*program, definition);
        }
    }
    return {};
}

QString starterFor(const QString &head, Language language)
{
    switch (language) {
    case Language::Java:
        return u"class Solution {\n    %1 {\n        throw new UnsupportedOperationException(\"not written yet\");\n    }\n}\n"_s.arg(head);
    case Language::Rust: return head + u" {\n    todo!()\n}\n"_s;
    default: return head + u" {\n    throw new Error(\"not written yet\");\n}\n"_s;
    }
}

/// Comments as text: their marks taken off.
QString commentIn(const QString &text)
{
    static const QRegularExpression mark(u"^\\s*(///?|/\\*\\*?|\\*/|\\*(?= |$))\\s?|\\s*\\*/\\s*$"_s);
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        const QString start = line.trimmed();
        if (start.startsWith("//"_L1) || start.startsWith("/*"_L1) || start.startsWith(u'*'))
            lines.append(QString(line).remove(mark));
    }
    return lines.join(u'\n').trimmed();
}

QString testFor(const QString &call, const QString &result, Language language)
{
    switch (language) {
    case Language::Java: return u"assertEquals(%2, %1);"_s.arg(call, result);
    case Language::Rust: return u"assert_eq!(%1, %2);"_s.arg(call, result);
    default: return u"assert.deepStrictEqual(%1, %2);"_s.arg(call, result);
    }
}

/// Lines `CALL // RESULT`, also with the arrows that people write.
QList<TestCase> examplesIn(const QString &statement, const QString &name, Language language)
{
    const QRegularExpression example(u"^\\s*((?:\\w+\\.)?%1\\(.*\\))\\s*;?\\s*(?://|=>|->|➞|→|==)\\s*(\\S.*?)\\s*$"_s.arg(QRegularExpression::escape(name)),
                                     QRegularExpression::MultilineOption);
    QList<TestCase> tests;
    for (const QRegularExpressionMatch &match : example.globalMatch(statement))
        tests.append({u"example %1"_s.arg(tests.size() + 1), testFor(match.captured(1), match.captured(2), language), {}, {}});
    return tests;
}

} // namespace

Result<SignatureParts> readSignature(const QString &text, Language language)
{
    const QString unix = unixText(text);
    if (unix.trimmed().isEmpty())
        return noFunction();
    if (language == Language::Python)
        return readPython(unix.trimmed());
    SignatureParts parts;
    const QString head = headIn(unix.trimmed(), language, parts.entryPoint);
    if (head.isEmpty())
        return noFunction();
    parts.starter = starterFor(head, language);
    parts.statement = commentIn(unix);
    parts.visibleTests = examplesIn(parts.statement, parts.entryPoint, language);
    return parts;
}

} // namespace autodidact
