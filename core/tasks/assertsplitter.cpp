#include "core/tasks/assertsplitter.h"

#include "core/tasks/definitions.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

enum class Step { Assert, Context, Nothing, Other };

QString textOf(const SyntaxNode &node)
{
    return QString::fromUtf8(node.text());
}

bool isComment(const SyntaxNode &node)
{
    return node.kind().endsWith("comment");
}

/// `let candidate = f`: a name for the function under test.
Step declarationStep(const SyntaxNode &statement)
{
    const auto names = SyntaxTree::all(statement, "identifier");
    return names.size() == 2 && names.front().text() == "candidate" ? Step::Context : Step::Other;
}

Step javaScriptStep(const SyntaxNode &statement)
{
    if (isComment(statement) || statement.kind() == "empty_statement")
        return Step::Nothing;
    if (statement.kind() == "lexical_declaration")
        return declarationStep(statement);
    const auto parts = statement.namedChildren();
    const auto function =
        statement.kind() == "expression_statement" && parts.size() == 1 ? parts.front().child("function") : std::nullopt;
    if (!function)
        return Step::Other;
    return function->text() == "console.assert" || function->text().startsWith("assert.") || function->text() == "assert"
        ? Step::Assert
        : Step::Other;
}

Step rustStep(const SyntaxNode &statement)
{
    if (isComment(statement) || statement.kind() == "empty_statement")
        return Step::Nothing;
    if (statement.kind() == "let_declaration")
        return declarationStep(statement);
    const auto parts = statement.namedChildren();
    const SyntaxNode expression = statement.kind() == "expression_statement" && !parts.empty() ? parts.front() : statement;
    const auto macro = expression.child("macro");
    return expression.kind() == "macro_invocation" && macro && macro->text().startsWith("assert") ? Step::Assert : Step::Other;
}

/// One test per assert behind the context before it; nothing where another statement stands among them.
std::optional<QStringList> perAssert(const SyntaxNode &block, Step (*stepOf)(const SyntaxNode &))
{
    QString context;
    QStringList codes;
    for (const SyntaxNode &statement : block.namedChildren()) {
        const Step step = stepOf(statement);
        if (step == Step::Other)
            return std::nullopt;
        if (step == Step::Context)
            context += textOf(statement) + u'\n';
        else if (step == Step::Assert)
            codes.append(context + textOf(statement));
    }
    return codes;
}

void addAsserts(const QStringList &codes, QList<TestCase> &tests)
{
    for (const QString &code : codes)
        tests.append({u"assert %1"_s.arg(tests.size() + 1), code});
}

SplitTests whole(const QString &text)
{
    return {{{u"test"_s, text.trimmed() + u'\n'}}, {}, {}};
}

std::optional<SyntaxNode> bodyOf(const SyntaxNode &definition)
{
    const SyntaxNode function = definition.child("value").value_or(definition);
    const auto body = function.child("body");
    return body && body->kind() == "statement_block" ? body : std::nullopt;
}

/// The name in a statement `name()`.
QByteArray plainCall(const SyntaxNode &statement)
{
    const auto parts = statement.namedChildren();
    const auto function =
        statement.kind() == "expression_statement" && parts.size() == 1 ? parts.front().child("function") : std::nullopt;
    const auto arguments = function ? parts.front().child("arguments") : std::nullopt;
    return arguments && function->kind() == "identifier" && arguments->namedChildren().empty() ? function->text().toByteArray()
                                                                                               : QByteArray();
}

bool isTest(const SyntaxNode &function)
{
    for (auto before = function.previousNamed(); before && (before->kind() == "attribute_item" || isComment(*before));
        before = before->previousNamed()) {
        if (before->text() == "#[test]")
            return true;
    }
    return function.child("name") && function.child("name")->text() == "main";
}

void addRustItems(const SyntaxNode &holder, SplitTests &split)
{
    for (const SyntaxNode &item : holder.namedChildren()) {
        const auto body = item.child("body");
        if (isComment(item) || item.kind() == "attribute_item" || item.text() == "use super::*;")
            continue;
        if (item.kind() == "mod_item" && body) {
            addRustItems(*body, split);
        } else if (item.kind() == "function_item" && body && isTest(item)) {
            if (const auto codes = perAssert(*body, rustStep))
                addAsserts(*codes, split.tests);
            else
                split.tests.append({textOf(*item.child("name")), textOf(*body).sliced(1).chopped(1).trimmed() + u'\n'});
        } else {
            split.setup += textOf(item) + u'\n';
        }
    }
}

/// The condition of an assert, its unqualified method calls put on \p owner.
QString qualified(const SyntaxNode &condition, const QString &owner)
{
    QByteArray text = condition.text().toByteArray();
    const auto calls = SyntaxTree::all(condition, "method_invocation");
    for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
        if (!call->child("object"))
            text.insert(call->start() - condition.start(), owner.toUtf8() + '.');
    }
    return QString::fromUtf8(text);
}

std::unexpected<Error> unreadable(const QString &language)
{
    return fail(ErrorKind::BadInput, u"its tests are not valid %1. Fetch the file again."_s.arg(language));
}

} // namespace

Result<SplitTests> splitJavaScript(const QString &text)
{
    const auto tree = SyntaxTree::parse(Language::JavaScript, text.toUtf8());
    if (!tree)
        return std::unexpected(tree.error());
    if (tree->hasError())
        return unreadable(u"JavaScript"_s);
    const auto definitions = definitionsOf(*tree);
    SplitTests split;
    for (const SyntaxNode &statement : tree->root().namedChildren()) {
        const QByteArray called = plainCall(statement);
        const auto named = [&](const Definition &definition) { return definition.name == called; };
        const auto definition = std::ranges::find_if(definitions, named);
        if (!called.isEmpty() && definition == definitions.end()) {
            split.undefinedCalls.append(QString::fromUtf8(called));
        } else if (!called.isEmpty()) {
            const auto body = bodyOf(definition->node);
            const auto codes = body ? perAssert(*body, javaScriptStep) : std::nullopt;
            if (!codes)
                return whole(text);
            addAsserts(*codes, split.tests);
        } else if (statement.text().contains("require(")) {
            split.setup += textOf(statement) + u'\n';
        } else if (!isComment(statement) && !statement.kind().endsWith("_declaration") && statement.kind() != "empty_statement") {
            return whole(text);
        }
    }
    return split;
}

Result<SplitTests> splitRust(const QString &text)
{
    const auto tree = SyntaxTree::parse(Language::Rust, text.toUtf8());
    if (!tree)
        return std::unexpected(tree.error());
    if (tree->hasError())
        return unreadable(u"Rust"_s);
    SplitTests split;
    addRustItems(tree->root(), split);
    return split;
}

Result<SplitTests> splitJava(const QString &text, const QString &owner)
{
    const auto tree = SyntaxTree::parse(Language::Java, text.toUtf8());
    if (!tree)
        return std::unexpected(tree.error());
    if (tree->hasError())
        return unreadable(u"Java"_s);
    SplitTests split;
    for (const SyntaxNode &statement : SyntaxTree::all(tree->root(), "assert_statement")) {
        const auto parts = statement.namedChildren();
        if (parts.empty())
            return unreadable(u"Java"_s);
        split.tests.append(
            {u"assert %1"_s.arg(split.tests.size() + 1), u"assertTrue(%1);"_s.arg(qualified(parts.front(), owner))});
    }
    return split;
}

} // namespace autodidact
