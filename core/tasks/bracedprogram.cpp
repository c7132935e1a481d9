#include "core/tasks/bracedprogram.h"

#include "core/tasks/definitions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString endedByNewline(const QString &text)
{
    return text.isEmpty() || text.endsWith(u'\n') ? text : text + u'\n';
}

bool isImport(const SyntaxNode &statement)
{
    return statement.kind() == "use_declaration" || statement.kind() == "import_declaration"
        || statement.kind() == "import_statement";
}

/// The closing signs with which \p open is a program.
std::optional<QString> closingOf(Language language, const QString &open)
{
    for (const QString &closing : {u""_s, u"}\n"_s, u"}\n}\n"_s, u"};\n"_s}) {
        const auto tree = SyntaxTree::parse(language, (open + closing).toUtf8());
        if (tree && !tree->hasError())
            return closing;
    }
    return std::nullopt;
}

bool defines(const std::vector<Definition> &definitions, const QByteArray &name)
{
    return std::ranges::any_of(definitions, [&name](const Definition &definition) { return definition.name == name; });
}

/// What stands in the prefix before the target and the code does not have.
QString missingBefore(const SyntaxTree &prefix, const SyntaxTree &code, const QByteArray &target)
{
    const auto there = definitionsOf(code);
    const auto own = definitionsOf(prefix);
    QString missing;
    for (const SyntaxNode &statement : prefix.root().namedChildren()) {
        const auto within = [&statement](const Definition &definition) {
            return definition.node.start() >= statement.start() && definition.node.end() <= statement.end();
        };
        const auto first = std::ranges::find_if(own, within);
        const bool import = isImport(statement) && !code.source().contains(statement.text().toByteArray());
        const bool helper =
            first != own.end() && prefix.language() != Language::Java && first->name != target && !defines(there, first->name);
        if (import || helper)
            missing += QString::fromUtf8(statement.text()) + u'\n';
    }
    return missing;
}

/// A method without a class, in the class of the prefix.
QString inItsClass(const SyntaxTree &prefix, const SyntaxTree &code, const QByteArray &target)
{
    const auto there = definitionsOf(code);
    const auto own = definitionsOf(prefix);
    const bool bare = std::ranges::any_of(there, [&](const Definition &definition) {
        return definition.name == target && definition.callable && !definition.node.ancestor("class_body");
    });
    const auto owner = std::ranges::find_if(own, [](const Definition &definition) { return !definition.callable; });
    const QString text = QString::fromUtf8(code.source());
    if (!bare || owner == own.end())
        return text;
    return u"class %1 {\n%2}\n"_s.arg(QString::fromUtf8(owner->name), endedByNewline(text));
}

Program behind(const QString &head, const QString &rest)
{
    return {head + rest, int(head.count(u'\n'))};
}

} // namespace

Program bracedProgram(const Task &task, const QString &code)
{
    const QByteArray target = task.entryPoint.toUtf8();
    const QString open = endedByNewline(task.prefix);
    const auto closing = closingOf(task.language, open);
    const auto prefix = closing ? SyntaxTree::parse(task.language, (open + *closing).toUtf8()) : fail(ErrorKind::Missing, {});
    const auto tree = SyntaxTree::parse(task.language, code.toUtf8());
    if (task.prefix.isEmpty() || !prefix || !tree)
        return {code, 0};
    if (defines(definitionsOf(*tree), target)) {
        const QString whole = task.language == Language::Java ? inItsClass(*prefix, *tree, target) : code;
        const Program program = behind(missingBefore(*prefix, *tree, target), whole);
        return whole == code ? program : Program{program.code, program.preambleLines + 1};
    }
    const QString body = endedByNewline(code);
    for (const QString &end : {u""_s, *closing, u"}\n"_s}) {
        const auto whole = SyntaxTree::parse(task.language, (open + body + end).toUtf8());
        if (whole && !whole->hasError())
            return behind(open, body + end);
    }
    return {code, 0};
}

} // namespace autodidact
