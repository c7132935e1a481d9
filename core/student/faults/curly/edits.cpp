#include "core/student/faults/curlyprogram.h"

#include <algorithm>

namespace autodidact {

Replacement CurlyProgram::replace(const SyntaxNode &node, QByteArray text)
{
    return {node.start(), node.end(), std::move(text)};
}

Replacement CurlyProgram::dropCall(const CallParts &call) const
{
    return erase(call.receiver->end(), call.node.end());
}

QByteArray CurlyProgram::shifted(const SyntaxNode &expression, int delta) const
{
    if (const std::optional<int> value = integerOf(expression))
        return QByteArray::number(*value + delta);
    if (is(expression, Concept::Binary)) {
        const std::optional<Operation> sum = operationOf(expression);
        const std::optional<int> right = sum ? integerOf(sum->right) : std::nullopt;
        const QByteArrayView op = sum ? sum->token.text() : QByteArrayView();
        if (right && (op == "+" || op == "-") && (op == "+" ? *right : -*right) == -delta)
            return sum->left.text().toByteArray();
    }
    const bool arithmetic = is(expression, Concept::Binary)
        && QByteArrayView("+-*/%").contains(operationOf(expression)->token.text().front());
    const bool tight = arithmetic || is(expression, Concept::Identifier) || is(expression, Concept::Call)
        || is(expression, Concept::Index) || expression.kind() == "member_expression" || expression.kind() == "field_access"
        || expression.kind() == "field_expression" || expression.kind() == "parenthesized_expression";
    const QByteArray text = expression.text().toByteArray();
    return (tight ? text : '(' + text + ')') + (delta < 0 ? " - " : " + ") + QByteArray::number(std::abs(delta));
}

qsizetype CurlyProgram::lineStart(qsizetype offset) const
{
    return offset == 0 ? 0 : source().lastIndexOf('\n', offset - 1) + 1;
}

QByteArray CurlyProgram::indentOf(qsizetype offset) const
{
    const qsizetype from = lineStart(offset);
    qsizetype to = from;
    while (to < source().size() && (source().at(to) == ' ' || source().at(to) == '\t'))
        ++to;
    return source().sliced(from, to - from);
}

bool CurlyProgram::standsInBlock(const SyntaxNode &statement) const
{
    const std::optional<SyntaxNode> around = statement.parent();
    return around && (is(*around, Concept::Block) || !around->parent() || around->kind().startsWith("switch"));
}

SyntaxNode CurlyProgram::statementOf(SyntaxNode node) const
{
    while (!standsInBlock(node)) {
        const std::optional<SyntaxNode> around = node.parent();
        if (!around || is(node, Concept::Statement) || is(node, Concept::Function) || is(*around, Concept::If) || isLoop(*around)
            || around->kind() == "else_clause")
            return node;
        node = *around;
    }
    return node;
}

std::optional<SyntaxNode> CurlyProgram::statementBefore(const SyntaxNode &statement) const
{
    std::optional<SyntaxNode> before = statement.previousNamed();
    while (before && before->kind().endsWith("comment"))
        before = before->previousNamed();
    return before;
}

Replacement CurlyProgram::dropStatement(const SyntaxNode &statement) const
{
    if (!standsInBlock(statement))
        return replace(statement, language() == Language::Rust || is(statement, Concept::If) ? "{}" : ";");
    const qsizetype from = lineStart(statement.start());
    const qsizetype newline = source().indexOf('\n', statement.end());
    const qsizetype to = newline < 0 ? source().size() : newline;
    const bool ownLines = QByteArrayView(source()).sliced(from, statement.start() - from).trimmed().isEmpty()
        && QByteArrayView(source()).sliced(statement.end(), to - statement.end()).trimmed().isEmpty();
    return ownLines ? erase(from, std::min(to + 1, source().size())) : erase(statement.start(), statement.end());
}

Replacement CurlyProgram::inPlaceOf(const SyntaxNode &ifNode, const SyntaxNode &branch) const
{
    const SyntaxNode statement = statementOf(ifNode);
    const bool alone = standsInBlock(statement) && statement.start() == ifNode.start() && statement.end() == ifNode.end();
    if (!is(branch, Concept::Block) || !alone)
        return replace(ifNode, branch.text().toByteArray());
    const QByteArray outer = indentOf(ifNode.start());
    const std::vector<SyntaxNode> parts = branch.namedChildren();
    if (parts.empty())
        return dropStatement(statement);
    const QByteArray inner = indentOf(parts.front().start());
    QByteArrayList lines = source().sliced(parts.front().start(), branch.end() - 1 - parts.front().start()).trimmed().split('\n');
    for (QByteArray &line : lines) {
        if (inner.size() > outer.size() && line.startsWith(inner))
            line = outer + line.sliced(inner.size());
    }
    return replace(ifNode, lines.join('\n'));
}

Replacement CurlyProgram::dropBranch(const SyntaxNode &ifNode) const
{
    const std::optional<SyntaxNode> next = alternativeOf(ifNode);
    if (!next)
        return dropStatement(statementOf(ifNode));
    if (is(*next, Concept::If))
        return erase(ifNode.start(), next->start());
    return inPlaceOf(ifNode, *next);
}

Replacement CurlyProgram::unwrap(const SyntaxNode &ifNode) const
{
    return inPlaceOf(ifNode, *ifNode.child("consequence"));
}

} // namespace autodidact
