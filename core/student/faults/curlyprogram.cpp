#include "core/student/faults/curlyprogram.h"

#include "core/student/faults/curly/grammar.h"

#include <algorithm>

namespace autodidact {

CurlyProgram::CurlyProgram(const SyntaxTree &tree)
    : m_tree(&tree)
{
    qsizetype inFunctionUntil = 0;
    SyntaxTree::walk(tree.root(), [&](const SyntaxNode &node) {
        const Concept what = node.isNamed() ? conceptOf(node) : Concept::Other;
        if (what != Concept::Other && node.start() < inFunctionUntil) {
            m_inFunctions[what].push_back(node);
            if (const std::optional<CallParts> call = callOf(node))
                (what == Concept::Call ? m_calls : m_creations).push_back(*call);
            if (const std::optional<Operation> operation = what == Concept::Binary ? operationOf(node) : std::nullopt)
                m_binaries.push_back(*operation);
            if (const std::optional<Operation> operation = assignmentOf(node))
                m_assignments.push_back(*operation);
        }
        if (what == Concept::Function || what == Concept::Lambda)
            inFunctionUntil = std::max(inFunctionUntil, node.end());
        return Walk::Into;
    });
}

Concept CurlyProgram::conceptOf(const SyntaxNode &node) const
{
    return conceptNamed(language(), node.kind());
}

const std::vector<SyntaxNode> &CurlyProgram::inFunctions(Concept wanted) const
{
    const auto found = m_inFunctions.constFind(wanted);
    return found == m_inFunctions.cend() ? m_none : *found;
}

std::vector<SyntaxNode> CurlyProgram::below(const SyntaxNode &from, Concept wanted) const
{
    std::vector<SyntaxNode> list;
    SyntaxTree::walk(from, [&](const SyntaxNode &node) {
        if (node.isNamed() && is(node, wanted))
            list.push_back(node);
        return Walk::Into;
    });
    return list;
}

std::optional<SyntaxNode> CurlyProgram::nearest(const SyntaxNode &node, Concept wanted) const
{
    std::optional<SyntaxNode> up = node.parent();
    while (up && !is(*up, wanted))
        up = up->parent();
    return up;
}

std::optional<SyntaxNode> CurlyProgram::function(const SyntaxNode &node) const
{
    std::optional<SyntaxNode> outermost;
    for (std::optional<SyntaxNode> up = node.parent(); up; up = up->parent()) {
        if (is(*up, Concept::Function))
            return up;
        if (is(*up, Concept::Lambda))
            outermost = up;
    }
    return outermost;
}

bool CurlyProgram::isLoop(const SyntaxNode &node) const
{
    const Concept what = conceptOf(node);
    return what == Concept::While || what == Concept::CountingLoop || what == Concept::EachLoop;
}

std::optional<SyntaxNode> CurlyProgram::tailOf(const SyntaxNode &function) const
{
    const std::optional<SyntaxNode> body = function.child("body");
    const std::vector<SyntaxNode> parts = body ? body->namedChildren() : std::vector<SyntaxNode>{};
    const bool value = language() == Language::Rust && !parts.empty() && !is(parts.back(), Concept::Statement)
        && !is(parts.back(), Concept::Declaration);
    return value ? std::optional(parts.back()) : std::nullopt;
}

SyntaxNode CurlyProgram::bare(SyntaxNode expression)
{
    while (expression.kind() == "parenthesized_expression") {
        const std::vector<SyntaxNode> inner = expression.namedChildren();
        if (inner.size() != 1)
            break;
        expression = inner.front();
    }
    return expression;
}

std::optional<CallParts> CurlyProgram::callOf(const SyntaxNode &node) const
{
    const Concept what = conceptOf(node);
    const std::optional<SyntaxNode> list = node.child("arguments");
    if ((what != Concept::Call && what != Concept::Creation) || !list || !is(*list, Concept::Arguments))
        return std::nullopt;
    std::vector<SyntaxNode> arguments = list->namedChildren();
    std::erase_if(arguments, [](const SyntaxNode &part) { return part.kind().endsWith("comment"); });
    std::optional<SyntaxNode> receiver;
    std::optional<SyntaxNode> callee;
    if (what == Concept::Creation) {
        callee = node.child(language() == Language::Java ? "type" : "constructor");
    } else if (language() == Language::Java) {
        callee = node.child("name");
        receiver = node.child("object");
    } else {
        callee = node.child("function");
        if (callee && callee->kind() == "generic_function")
            callee = callee->child("function");
        if (callee && (callee->kind() == "member_expression" || callee->kind() == "field_expression")) {
            receiver = callee->child(language() == Language::Rust ? "value" : "object");
            callee = callee->child(language() == Language::Rust ? "field" : "property");
        }
    }
    if (!callee)
        return std::nullopt;
    return CallParts{node, *callee, callee->text().toByteArray().split('<').first(), receiver, *list, std::move(arguments)};
}

std::optional<Operation> CurlyProgram::operationOf(const SyntaxNode &node) const
{
    const std::optional<SyntaxNode> left = node.child("left");
    const std::optional<SyntaxNode> right = node.child("right");
    if (!left || !right)
        return std::nullopt;
    for (const SyntaxNode &token : node.children()) {
        if (!token.isNamed() && token.start() >= left->end() && token.end() <= right->start())
            return Operation{node, *left, token, *right};
    }
    return std::nullopt;
}

std::optional<Operation> CurlyProgram::assignmentOf(const SyntaxNode &node) const
{
    return is(node, Concept::Assignment) ? operationOf(node) : std::nullopt;
}

std::optional<SyntaxNode> CurlyProgram::conditionOf(const SyntaxNode &node) const
{
    const std::optional<SyntaxNode> condition = node.child("condition");
    return condition ? std::optional(bare(*condition)) : std::nullopt;
}

std::optional<SyntaxNode> CurlyProgram::alternativeOf(const SyntaxNode &ifNode) const
{
    const std::optional<SyntaxNode> next = ifNode.child("alternative");
    if (!next || next->kind() != "else_clause")
        return next;
    const std::vector<SyntaxNode> parts = next->namedChildren();
    return parts.empty() ? std::nullopt : std::optional(parts.back());
}

std::optional<SyntaxNode> CurlyProgram::elementOf(const SyntaxNode &index) const
{
    if (language() != Language::Rust)
        return index.child("index");
    const std::vector<SyntaxNode> parts = index.namedChildren();
    return parts.size() == 2 ? std::optional(parts[1]) : std::nullopt;
}

std::vector<SyntaxNode> CurlyProgram::lambdaNames(const SyntaxNode &lambda) const
{
    std::optional<SyntaxNode> list = lambda.child("parameters");
    if (!list)
        list = lambda.child("parameter");
    if (!list)
        return {};
    return below(*list, Concept::Identifier);
}

bool CurlyProgram::isParameter(const SyntaxNode &name) const
{
    const std::optional<SyntaxNode> around = function(name);
    if (!is(name, Concept::Identifier) || !around)
        return false;
    return std::ranges::any_of(
        lambdaNames(*around), [&](const SyntaxNode &parameter) { return parameter.text() == name.text(); });
}

bool CurlyProgram::mentions(const SyntaxNode &where, QByteArrayView name) const
{
    return std::ranges::any_of(below(where, Concept::Identifier), [&](const SyntaxNode &node) { return node.text() == name; });
}

bool CurlyProgram::changes(const SyntaxNode &where, QByteArrayView name) const
{
    const auto assigns = [&](const SyntaxNode &node) { return node.child("left") && node.child("left")->text() == name; };
    if (std::ranges::any_of(below(where, Concept::Assignment), assigns))
        return true;
    return std::ranges::any_of(below(where, Concept::Update), [&](const SyntaxNode &node) {
        const std::vector<SyntaxNode> parts = node.namedChildren();
        return !parts.empty() && parts.front().text() == name;
    });
}

std::optional<int> CurlyProgram::integerOf(const SyntaxNode &node) const
{
    if (!is(node, Concept::Integer))
        return std::nullopt;
    QByteArray digits = node.text().toByteArray().replace("_", "");
    const auto end = std::ranges::find_if(digits, [](char c) { return c < '0' || c > '9'; });
    digits.truncate(end - digits.begin());
    bool ok = false;
    const int value = digits.toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

QByteArray CallParts::path() const
{
    return receiver ? receiver->text().toByteArray() + '.' + name : name;
}

} // namespace autodidact
