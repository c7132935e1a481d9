#include "core/student/faults/curly/operators.h"

#include <algorithm>
#include <map>

namespace autodidact::faults {

namespace {

using Table = std::map<QByteArray, QByteArray>;

/// `if (a > best) best = a`: here the mistake between > and >= seldom shows.
bool keepsBest(const CurlyProgram &program, const Operation &test)
{
    const std::optional<SyntaxNode> around = program.nearest(test.node, Concept::If);
    if (!around || !around->child("condition") || around->child("condition")->end() < test.node.end())
        return false;
    const SyntaxNode body = *around->child("consequence");
    return std::ranges::any_of(program.assignments(), [&](const Operation &assignment) {
        const bool inside = assignment.node.start() >= body.start() && assignment.node.end() <= body.end();
        const QByteArrayView name = assignment.left.text();
        return inside && (test.left.text() == name || test.right.text() == name);
    });
}

bool steersLoop(const CurlyProgram &program, const SyntaxNode &expression)
{
    for (std::optional<SyntaxNode> up = expression.parent(); up; up = up->parent()) {
        const std::optional<SyntaxNode> condition = program.isLoop(*up) ? up->child("condition") : std::nullopt;
        if (condition && condition->start() <= expression.start() && condition->end() >= expression.end())
            return true;
        if (program.is(*up, Concept::Block))
            return false;
    }
    return false;
}

void exchange(const CurlyProgram &program, const CallParts &call, const Table &table, int rank, const Found &found)
{
    if (const auto it = table.find(call.name); call.receiver && it != table.end())
        found(call.node, rank, {program.replace(call.callee, it->second)});
}

} // namespace

void boundary(const CurlyProgram &program, const Found &found)
{
    static const Table other{{"<", "<="}, {"<=", "<"}, {">", ">="}, {">=", ">"}};
    for (const Operation &test : program.binaries()) {
        const auto it = other.find(test.token.text().toByteArray());
        if (it == other.end())
            continue;
        // Where the two sides are seldom the same, nothing shows: lengths, best values, comparators of numbers.
        const bool weak = keepsBest(program, test) || program.is(*test.node.parent(), Concept::Choice);
        found(test.node, weak ? 2 : steersLoop(program, test.node) ? 1 : 0, {program.replace(test.token, it->second)});
    }
    for (const CallParts &call : program.calls()) {
        if (!call.isMethod({"slice", "substring", "subList", "limit", "take", "truncate", "clamp"}) || call.arguments.empty())
            continue;
        const SyntaxNode &end = call.arguments.back();
        found(call.node, 1, {program.replace(end, program.shifted(end, -1))});
    }
    for (const SyntaxNode &range : program.inFunctions(Concept::Range)) {
        const std::vector<SyntaxNode> bounds = range.namedChildren();
        if (bounds.empty() || !program.is(*range.parent(), Concept::Index))
            continue;
        const bool toEnd = range.text().endsWith("..");
        found(range, 0, {program.replace(bounds.back(), program.shifted(bounds.back(), toEnd ? 1 : -1))});
    }
}

void comparison(const CurlyProgram &program, const Found &found)
{
    static const Table other{{"<", ">"}, {"<=", ">="}, {">", "<"}, {">=", "<="}, {"==", "!="}, {"!=", "=="},
        {"===", "!=="}, {"!==", "==="}, {"&&", "||"}, {"||", "&&"}};
    static const Table opposite{{"every", "some"}, {"some", "every"}, {"all", "any"}, {"any", "all"}, {"min", "max"},
        {"max", "min"}, {"is_some", "is_none"}, {"is_none", "is_some"}, {"allMatch", "anyMatch"}, {"anyMatch", "allMatch"}};
    for (const Operation &test : program.binaries()) {
        const auto it = other.find(test.token.text().toByteArray());
        if (it == other.end())
            continue;
        const bool weak = it->first == "&&" || it->first == "||" || steersLoop(program, test.node);
        found(test.node, weak ? 1 : 0, {program.replace(test.token, it->second)});
    }
    for (const CallParts &call : program.calls()) {
        exchange(program, call, opposite, 1, found);
        // Java's two equalities.
        if (program.language() == Language::Java && call.isMethod({"equals"}) && call.arguments.size() == 1)
            found(call.node, 1,
                {Replacement{call.receiver->end(), call.node.end(), " == " + call.arguments[0].text().toByteArray()}});
    }
}

void wrongOperator(const CurlyProgram &program, const Found &found)
{
    static const Table table{{"+", "-"}, {"-", "+"}, {"*", "+"}, {"%", "/"}, {"/", "*"}, {"+=", "-="}, {"-=", "+="},
        {"*=", "+="}};
    static const Table methods{{"add", "subtract"}, {"subtract", "add"}, {"multiply", "add"},
        {"saturating_sub", "saturating_add"}, {"saturating_add", "saturating_sub"}, {"checked_add", "checked_sub"},
        {"checked_mul", "checked_add"}, {"checked_sub", "checked_add"}};
    const auto isText = [&](const SyntaxNode &node) { return !program.below(node, Concept::Text).empty(); };
    for (const std::vector<Operation> *list : {&program.binaries(), &program.assignments()}) {
        for (const Operation &operation : *list) {
            const auto it = table.find(operation.token.text().toByteArray());
            if (it == table.end())
                continue;
            const bool texts = isText(operation.left) || isText(operation.right);
            found(operation.node, texts ? 2 : 0, {program.replace(operation.token, it->second)});
        }
    }
    for (const CallParts &call : program.calls()) {
        const bool collects = (call.name == "add") && program.is(*call.node.parent(), Concept::Statement);
        if (!collects)
            exchange(program, call, methods, 1, found);
    }
}

} // namespace autodidact::faults
