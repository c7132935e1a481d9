#include "core/tasks/pythonsource.h"

namespace autodidact {

namespace {

std::optional<SyntaxNode> asFunction(const SyntaxNode &node)
{
    if (node.kind() == "function_definition")
        return node;
    if (node.kind() == "decorated_definition") {
        const auto inner = node.child("definition");
        if (inner && inner->kind() == "function_definition")
            return inner;
    }
    return std::nullopt;
}

QByteArray nameOf(const SyntaxNode &definition)
{
    const auto name = definition.child("name");
    return name ? name->text().toByteArray() : QByteArray();
}

void addImported(const SyntaxNode &import, QSet<QByteArray> &names)
{
    for (const SyntaxNode &child : import.namedChildren()) {
        if (child == import.child("module_name"))
            continue;
        const auto alias = child.child("alias");
        const QByteArray whole = (alias ? *alias : child).text().toByteArray();
        names.insert(whole.first(whole.contains('.') ? whole.indexOf('.') : whole.size()));
    }
}

/// What one node binds by itself; true when what it holds is another scope.
bool addBound(const SyntaxNode &node, QSet<QByteArray> &names)
{
    const QByteArrayView kind = node.kind();
    if (kind == "function_definition" || kind == "class_definition") {
        names.insert(nameOf(node));
        return true;
    }
    if (kind == "import_statement" || kind == "import_from_statement") {
        addImported(node, names);
        return true;
    }
    if (kind == "assignment" || kind == "augmented_assignment" || kind == "for_statement") {
        if (const auto left = node.child("left"))
            names.unite(identifiersIn(*left));
    }
    return false;
}

} // namespace

std::optional<SyntaxNode> topLevelFunction(const SyntaxTree &module, QByteArrayView name)
{
    std::optional<SyntaxNode> found;
    for (const SyntaxNode &statement : module.root().namedChildren()) {
        const auto function = asFunction(statement);
        if (function && nameOf(*function) == name)
            found = function;
    }
    return found;
}

bool bindsAtTopLevel(const SyntaxTree &module, QByteArrayView name)
{
    return namesBoundIn(module.root()).contains(name.toByteArray());
}

qsizetype definitionStart(const SyntaxNode &function)
{
    const auto parent = function.parent();
    return parent && parent->kind() == "decorated_definition" ? parent->start() : function.start();
}

QByteArray docstringOf(const SyntaxNode &function)
{
    const auto body = function.child("body");
    if (!body)
        return {};
    for (const SyntaxNode &statement : body->namedChildren()) {
        if (statement.kind() == "comment")
            continue;
        const auto parts = statement.namedChildren();
        if (statement.kind() != "expression_statement" || parts.size() != 1 || parts.front().kind() != "string")
            return {};
        QByteArray text;
        for (const SyntaxNode &part : parts.front().namedChildren()) {
            if (part.kind() == "string_content")
                text += part.text();
        }
        return text;
    }
    return {};
}

QSet<QByteArray> identifiersIn(const SyntaxNode &node)
{
    QSet<QByteArray> names;
    for (const SyntaxNode &identifier : SyntaxTree::all(node, "identifier"))
        names.insert(identifier.text().toByteArray());
    return names;
}

QSet<QByteArray> namesBoundIn(const SyntaxNode &node)
{
    QSet<QByteArray> names;
    SyntaxTree::walk(node, [&names](const SyntaxNode &below) { return addBound(below, names) ? Walk::Over : Walk::Into; });
    return names;
}

QByteArray dedented(const SyntaxNode &node)
{
    const qsizetype indent = node.column() - 1;
    QSet<int> insideString;
    for (const SyntaxNode &string : SyntaxTree::all(node, "string")) {
        for (int line = string.line() + 1; line <= string.endLine(); ++line)
            insideString.insert(line);
    }
    QByteArray text;
    int line = node.line();
    for (const QByteArray &piece : node.text().toByteArray().split('\n')) {
        qsizetype cut = 0;
        while (line > node.line() && cut < indent && cut < piece.size() && (piece.at(cut) == ' ' || piece.at(cut) == '\t')
            && !insideString.contains(line))
            ++cut;
        text += piece.sliced(cut) + '\n';
        ++line;
    }
    text.chop(1);
    return text;
}

std::optional<SyntaxNode> expressionOf(const SyntaxTree &module)
{
    if (module.hasError())
        return std::nullopt;
    std::optional<SyntaxNode> found;
    for (const SyntaxNode &statement : module.root().namedChildren()) {
        if (statement.kind() == "comment")
            continue;
        const auto parts = statement.namedChildren();
        if (found || statement.kind() != "expression_statement" || parts.size() != 1)
            return std::nullopt;
        found = parts.front();
    }
    if (found && (found->kind() == "assignment" || found->kind() == "augmented_assignment"))
        return std::nullopt;
    return found;
}

std::optional<QByteArray> soleExpression(const QByteArray &text)
{
    const auto module = SyntaxTree::parse(Language::Python, text.trimmed() + '\n');
    const auto node = module ? expressionOf(*module) : std::nullopt;
    return node ? std::optional(node->text().toByteArray()) : std::nullopt;
}

bool isLiteral(const SyntaxNode &node)
{
    const QByteArrayView kind = node.kind();
    if (kind == "integer" || kind == "float" || kind == "true" || kind == "false" || kind == "none")
        return true;
    if (kind == "string")
        return SyntaxTree::all(node, "interpolation").empty();
    const bool holds = kind == "list" || kind == "tuple" || kind == "dictionary" || kind == "set" || kind == "pair"
        || kind == "unary_operator" || kind == "parenthesized_expression" || kind == "concatenated_string";
    if (!holds)
        return false;
    const auto parts = node.namedChildren();
    return std::ranges::all_of(parts, [](const SyntaxNode &part) { return part.kind() == "comment" || isLiteral(part); });
}

} // namespace autodidact
