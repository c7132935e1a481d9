#include "core/student/faults/curly/operators.h"

#include <algorithm>

namespace autodidact::faults {

namespace {

/// `(a + b) / c` rounds up: the summand is forgotten. `a * b / c` is divided too early. Another division is rounded up.
void otherRounding(const CurlyProgram &program, const Operation &division, const Found &found)
{
    const SyntaxNode above = CurlyProgram::bare(division.left);
    const QByteArray by = division.right.text().toByteArray();
    const std::optional<Operation> sum = program.is(above, Concept::Binary) ? program.operationOf(above) : std::nullopt;
    if (sum && sum->token.text() == "+" && program.integerOf(sum->right))
        found(division.node, 0, {CurlyProgram::replace(division.left, '(' + sum->left.text().toByteArray() + ')')});
    else if (sum && sum->token.text() == "*")
        found(division.node, 0, {CurlyProgram::replace(division.node, '(' + sum->left.text().toByteArray() + " / " + by + ") * "
                                        + sum->right.text().toByteArray())});
    else
        found(division.node, 1, {CurlyProgram::replace(
                                    division.node, '(' + division.left.text().toByteArray() + " + " + by + " - 1) / " + by)});
}

bool isCounter(const CurlyProgram &program, const SyntaxNode &name)
{
    const std::optional<SyntaxNode> loop = program.nearest(name, Concept::CountingLoop);
    const std::optional<SyntaxNode> each = program.nearest(name, Concept::EachLoop);
    if (loop && program.changes(*loop, name.text()))
        return true;
    const std::optional<SyntaxNode> pattern = each ? each->child("pattern") : std::nullopt;
    return pattern && program.mentions(*pattern, name.text());
}

/// A position is taken from the other base: 0 becomes 1, `n - 1` becomes `n`.
void otherBase(const CurlyProgram &program, const SyntaxNode &at, const SyntaxNode &index, const Found &found)
{
    if (const std::optional<int> number = program.integerOf(index))
        found(at, 0, {CurlyProgram::replace(index, program.shifted(index, *number == 0 ? 1 : -1))});
    else if (index.text() == "-1")
        found(at, 0, {CurlyProgram::replace(index, "0")});
    else if (program.is(index, Concept::Binary) && program.operationOf(index)->right.text() == "1")
        found(at, 0, {CurlyProgram::replace(index, program.operationOf(index)->left.text().toByteArray())});
    else if (program.is(index, Concept::Identifier) && isCounter(program, index))
        found(at, 1, {CurlyProgram::replace(index, program.shifted(index, -1))});
}

} // namespace

void integerDivision(const CurlyProgram &program, const Found &found)
{
    const bool script = program.language() == Language::JavaScript;
    for (const Operation &division : program.binaries()) {
        const QByteArrayView op = division.token.text();
        if (op == "/" && script)
            found(division.node, 0,
                {CurlyProgram::replace(division.node, "Math.floor(" + division.node.text().toByteArray() + ')')});
        else if (op == "/")
            otherRounding(program, division, found);
        else if (op == ">>" && script && division.right.text() == "1")
            found(division.node, 0, {CurlyProgram::replace(division.token, "/"), CurlyProgram::replace(division.right, "2")});
    }
    for (const CallParts &call : program.calls()) {
        const QByteArray path = call.path();
        if (path == "Math.ceil" || path == "Math.round")
            found(call.node, 0, {CurlyProgram::replace(call.callee, "floor")});
        else if ((path == "Math.floor" || path == "Math.trunc") && call.arguments.size() == 1)
            found(call.node, 0, {CurlyProgram::replace(call.node, '(' + call.arguments[0].text().toByteArray() + ')')});
        else if (call.isMethod({"div_ceil"}) && call.arguments.size() == 1)
            found(call.node, 0,
                {Replacement{call.receiver->end(), call.node.end(), " / " + call.arguments[0].text().toByteArray()}});
        else if (path == "Math.ceilDiv")
            found(call.node, 0, {CurlyProgram::replace(call.callee, "floorDiv")});
    }
}

void indexBase(const CurlyProgram &program, const Found &found)
{
    for (const SyntaxNode &element : program.inFunctions(Concept::Index)) {
        const std::optional<SyntaxNode> index = program.elementOf(element);
        if (index)
            otherBase(program, element, *index, found);
    }
    for (const CallParts &call : program.calls()) {
        const bool position = call.isMethod({"get", "charAt", "at", "nth", "remove", "set"}) && !call.arguments.empty();
        if (position)
            otherBase(program, call.node, call.arguments[0], found);
    }
    // A number from 1 on is told from a position from 0 on.
    for (const Operation &sum : program.binaries()) {
        const SyntaxNode around = *sum.node.parent();
        const bool told = program.is(around, Concept::Arguments) || program.is(around, Concept::List);
        const std::optional<int> base = sum.token.text() == "+" ? program.integerOf(sum.right) : std::nullopt;
        if (told && base && (*base == 1 || *base == 2))
            found(sum.node, 0, {CurlyProgram::replace(sum.node, program.shifted(sum.node, -1))});
    }
}

} // namespace autodidact::faults
