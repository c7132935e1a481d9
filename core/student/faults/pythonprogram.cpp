#include "core/student/faults/pythonprogram.h"

#include <algorithm>

namespace autodidact {

namespace {

/// Binds tighter than plus and minus, so that a term can be added without brackets.
bool isTight(const SyntaxNode &expression)
{
    static constexpr std::string_view arithmetic[] = {"+", "-", "*", "/", "//", "%", "**"};
    if (expression.kind() != "binary_operator")
        return expression.kind() != "conditional_expression" && expression.kind() != "lambda"
            && expression.kind() != "boolean_operator" && expression.kind() != "comparison_operator"
            && expression.kind() != "not_operator" && expression.kind() != "named_expression";
    const std::optional<SyntaxNode> token = PythonProgram::operatorToken(expression);
    return token && std::ranges::any_of(arithmetic, [&](std::string_view op) {
        return token->text() == QByteArrayView(op.data(), qsizetype(op.size()));
    });
}

std::optional<int> integerValue(const SyntaxNode &node)
{
    bool ok = false;
    const int value = node.text().toByteArray().toInt(&ok);
    const bool literal = node.kind() == "integer"
        || (node.kind() == "unary_operator" && node.text().startsWith("-"));
    return ok && literal ? std::optional(value) : std::nullopt;
}

} // namespace

PythonProgram::PythonProgram(const SyntaxTree &tree)
    : m_tree(tree)
{
    // One walk for all operators: asking each node for its parents would cost a walk each.
    qsizetype inFunctionUntil = 0;
    SyntaxTree::walk(tree.root(), [&](const SyntaxNode &node) {
        if (node.isNamed() && node.start() < inFunctionUntil)
            m_inFunctions[node.kind().toByteArray()].push_back(node);
        if (node.kind() == "function_definition")
            inFunctionUntil = std::max(inFunctionUntil, node.end());
        return Walk::Into;
    });
}

const std::vector<SyntaxNode> &PythonProgram::inFunctions(QByteArrayView kind) const
{
    const auto found = m_inFunctions.constFind(kind.toByteArray());
    return found == m_inFunctions.cend() ? m_none : *found;
}

std::optional<SyntaxNode> PythonProgram::operatorToken(const SyntaxNode &expression)
{
    std::optional<SyntaxNode> found;
    for (const SyntaxNode &part : expression.children()) {
        if (part.isNamed())
            continue;
        if (found)
            return std::nullopt;
        found = part;
    }
    return found;
}

bool PythonProgram::isCallTo(const SyntaxNode &node, QByteArrayView name)
{
    if (node.kind() != "call")
        return false;
    const std::optional<SyntaxNode> function = node.child("function");
    return function && function->kind() == "identifier" && function->text() == name;
}

bool PythonProgram::isMethodCall(const SyntaxNode &node, QByteArrayView method)
{
    if (node.kind() != "call")
        return false;
    const std::optional<SyntaxNode> function = node.child("function");
    return function && function->kind() == "attribute" && function->child("attribute")->text() == method;
}

std::vector<SyntaxNode> PythonProgram::arguments(const SyntaxNode &call)
{
    const std::optional<SyntaxNode> list = call.child("arguments");
    if (!list || list->kind() != "argument_list")
        return list ? std::vector{*list} : std::vector<SyntaxNode>{};
    std::vector<SyntaxNode> parts = list->namedChildren();
    std::erase_if(parts, [](const SyntaxNode &part) { return part.kind() == "comment"; });
    return parts;
}

std::vector<SyntaxNode> PythonProgram::positional(const SyntaxNode &call)
{
    std::vector<SyntaxNode> parts = arguments(call);
    std::erase_if(parts, [](const SyntaxNode &part) { return part.kind() == "keyword_argument"; });
    return parts;
}

std::optional<SyntaxNode> PythonProgram::keyword(const SyntaxNode &call, QByteArrayView name)
{
    for (const SyntaxNode &part : arguments(call)) {
        if (part.kind() == "keyword_argument" && part.child("name")->text() == name)
            return part;
    }
    return std::nullopt;
}

std::vector<SyntaxNode> PythonProgram::parametersOf(const SyntaxNode &function)
{
    std::vector<SyntaxNode> names;
    const std::optional<SyntaxNode> parameters = function.child("parameters");
    if (!parameters)
        return names;
    for (const SyntaxNode &parameter : parameters->namedChildren()) {
        const std::vector<SyntaxNode> all = SyntaxTree::all(parameter, "identifier");
        if (!all.empty())
            names.push_back(all.front());
    }
    return names;
}

bool PythonProgram::isParameter(const SyntaxNode &identifier) const
{
    const std::optional<SyntaxNode> function = identifier.ancestor("function_definition");
    if (identifier.kind() != "identifier" || !function)
        return false;
    return std::ranges::any_of(parametersOf(*function),
        [&](const SyntaxNode &parameter) { return parameter.text() == identifier.text(); });
}

bool PythonProgram::mentions(const SyntaxNode &where, QByteArrayView name)
{
    return std::ranges::any_of(SyntaxTree::all(where, "identifier"),
        [&](const SyntaxNode &identifier) { return identifier.text() == name; });
}

Replacement PythonProgram::replace(const SyntaxNode &node, QByteArray text)
{
    return {node.start(), node.end(), std::move(text)};
}

QByteArray PythonProgram::shifted(const SyntaxNode &expression, int delta)
{
    if (const std::optional<int> value = integerValue(expression))
        return QByteArray::number(*value + delta);
    if (expression.kind() == "binary_operator") {
        const QByteArrayView op = operatorToken(expression)->text();
        const std::optional<int> right = integerValue(*expression.child("right"));
        if (right && (op == "+" || op == "-") && (op == "+" ? *right : -*right) == -delta)
            return expression.child("left")->text().toByteArray();
    }
    const QByteArray term = (delta < 0 ? " - " : " + ") + QByteArray::number(std::abs(delta));
    const QByteArray text = expression.text().toByteArray();
    return (isTight(expression) ? text : '(' + text + ')') + term;
}

Replacement PythonProgram::dropArgument(const SyntaxNode &argument)
{
    if (const std::optional<SyntaxNode> previous = argument.previousNamed())
        return {previous->end(), argument.end(), {}};
    if (const std::optional<SyntaxNode> next = argument.nextNamed())
        return {argument.start(), next->start(), {}};
    return {argument.start(), argument.end(), {}};
}

qsizetype PythonProgram::lineStart(qsizetype offset) const
{
    return offset == 0 ? 0 : source().lastIndexOf('\n', offset - 1) + 1;
}

QByteArray PythonProgram::indentOf(const SyntaxNode &node) const
{
    const qsizetype from = lineStart(node.start());
    qsizetype to = from;
    while (to < source().size() && (source().at(to) == ' ' || source().at(to) == '\t'))
        ++to;
    return source().sliced(from, to - from);
}

Replacement PythonProgram::dropStatement(const SyntaxNode &statement) const
{
    const std::optional<SyntaxNode> block = statement.parent();
    std::vector<SyntaxNode> beside = block ? block->namedChildren() : std::vector<SyntaxNode>{};
    std::erase_if(beside, [](const SyntaxNode &node) { return node.kind() == "comment"; });
    const qsizetype from = lineStart(statement.start());
    const bool ownLines = QByteArrayView(source()).sliced(from, statement.start() - from).trimmed().isEmpty();
    if (!ownLines || (block && block->kind() == "block" && beside.size() == 1))
        return replace(statement, "pass");
    const qsizetype newline = source().indexOf('\n', statement.end());
    return {from, newline < 0 ? source().size() : newline + 1, {}};
}

std::optional<Replacement> PythonProgram::dropBranch(const SyntaxNode &ifStatement) const
{
    const std::optional<SyntaxNode> next = ifStatement.child("alternative");
    if (!next)
        return dropStatement(ifStatement);
    if (next->kind() == "elif_clause")
        return Replacement{ifStatement.start(), next->start() + 2, {}};
    const std::optional<SyntaxNode> body = next->child("body");
    if (!body)
        return std::nullopt;
    return unwrap(ifStatement, *body);
}

Replacement PythonProgram::unwrap(const SyntaxNode &statement, const SyntaxNode &block) const
{
    const QByteArray outer = indentOf(statement);
    const QByteArray inner = indentOf(block);
    QByteArrayList lines = block.text().toByteArray().split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines[i].startsWith(inner))
            lines[i] = outer + lines[i].sliced(inner.size());
    }
    return replace(statement, lines.join('\n'));
}

} // namespace autodidact
