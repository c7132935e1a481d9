#include "core/student/faults/operators.h"

#include <map>

namespace autodidact::faults {

namespace {

const SyntaxNode *otherOperand(const std::vector<SyntaxNode> &operands, QByteArrayView kind)
{
    if (operands.size() != 2)
        return nullptr;
    if (operands[0].kind() == kind)
        return &operands[1];
    return operands[1].kind() == kind ? &operands[0] : nullptr;
}

/// `if a > best: best = a`: here the mistake between > and >= seldom shows.
bool keepsBest(const SyntaxNode &comparison)
{
    const std::optional<SyntaxNode> statement = comparison.parent();
    if (!statement || statement->kind() != "if_statement")
        return false;
    for (const SyntaxNode &assignment : SyntaxTree::all(*statement->child("consequence"), "assignment")) {
        for (const SyntaxNode &operand : comparison.namedChildren()) {
            if (PythonProgram::mentions(operand, assignment.child("left")->text()))
                return true;
        }
    }
    return false;
}

void sliceBounds(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &slice : program.inFunctions("slice")) {
        int colons = 0;
        for (const SyntaxNode &part : slice.children()) {
            if (!part.isNamed())
                ++colons;
            else if (colons == 0)
                found(slice, 1, {PythonProgram::replace(part, PythonProgram::shifted(part, 1))});
            else if (colons == 1)
                found(slice, 0, {PythonProgram::replace(part, PythonProgram::shifted(part, -1))});
        }
    }
}

} // namespace

void boundary(const PythonProgram &program, const Found &found)
{
    static const std::map<QByteArray, QByteArray> other{{"<", "<="}, {"<=", "<"}, {">", ">="}, {">=", ">"}};
    for (const SyntaxNode &comparison : program.inFunctions("comparison_operator")) {
        const bool chained = comparison.namedChildren().size() > 2;
        for (const SyntaxNode &token : comparison.children()) {
            const auto it = other.find(token.text().toByteArray());
            if (token.isNamed() || it == other.end())
                continue;
            found(comparison, chained || !keepsBest(comparison) ? 0 : 2, {PythonProgram::replace(token, it->second)});
        }
    }
    sliceBounds(program, found);
}

void comparison(const PythonProgram &program, const Found &found)
{
    static const std::map<QByteArray, QByteArray> other{{"<", ">"}, {"<=", ">="}, {">", "<"}, {">=", "<="},
        {"==", "!="}, {"!=", "=="}, {"in", "not in"}, {"not in", "in"}, {"and", "or"}, {"or", "and"}};
    for (const QByteArrayView kind : {QByteArrayView("comparison_operator"), QByteArrayView("boolean_operator")}) {
        for (const SyntaxNode &expression : program.inFunctions(kind)) {
            const std::optional<SyntaxNode> token = PythonProgram::operatorToken(expression);
            const auto it = token ? other.find(token->text().toByteArray()) : other.end();
            if (it == other.end())
                continue;
            const bool weak = kind == "boolean_operator" || expression.ancestor("while_statement");
            found(expression, weak ? 1 : 0, {PythonProgram::replace(*token, it->second)});
        }
    }
    for (const SyntaxNode &call : program.inFunctions("call")) {
        if (PythonProgram::isCallTo(call, "min"))
            found(call, 1, {PythonProgram::replace(*call.child("function"), "max")});
        else if (PythonProgram::isCallTo(call, "max"))
            found(call, 1, {PythonProgram::replace(*call.child("function"), "min")});
    }
}

namespace {

enum class Test { No, Positive, Negative };

/// Whether an expression asks for None: Positive for "is None", Negative for "is not None".
Test asksForNone(const SyntaxNode &expression)
{
    if (expression.kind() != "comparison_operator" || !otherOperand(expression.namedChildren(), "none"))
        return Test::No;
    const std::optional<SyntaxNode> token = PythonProgram::operatorToken(expression);
    if (token && (token->text() == "is" || token->text() == "=="))
        return Test::Positive;
    return Test::Negative;
}

/// Whether an expression asks for emptiness: Positive for "not x" and "len(x) == 0", Negative for "x" itself.
Test asksForEmpty(const SyntaxNode &expression)
{
    if (expression.kind() == "not_operator")
        return expression.child("argument")->kind() == "identifier" ? Test::Positive : Test::No;
    if (expression.kind() == "identifier")
        return Test::Negative;
    const std::optional<SyntaxNode> token = PythonProgram::operatorToken(expression);
    if (expression.kind() != "comparison_operator" || !token)
        return Test::No;
    static const QByteArrayList empties{"[]", "{}", "''", "\"\"", "()", "0", "1"};
    const std::vector<SyntaxNode> operands = expression.namedChildren();
    if (operands.size() != 2 || !empties.contains(operands[1].text().toByteArray()))
        return Test::No;
    const bool ofLength = PythonProgram::isCallTo(operands[0], "len");
    const bool number = operands[1].kind() == "integer";
    if (token->text() == "==" && (!number || ofLength))
        return Test::Positive;
    if (ofLength && (token->text() == "<" || token->text() == "<="))
        return Test::Positive;
    return Test::No;
}

/// Leaves a question out wherever a program puts it: as a guard, in a chain of conditions, in a choice or a filter.
void forget(const PythonProgram &program, const Found &found, Test (*asks)(const SyntaxNode &))
{
    for (const SyntaxNode &guard : program.inFunctions("if_statement")) {
        const Test test = asks(*guard.child("condition"));
        if (test == Test::Positive) {
            if (const std::optional<Replacement> piece = program.dropBranch(guard))
                found(guard, 0, {*piece});
        } else if (test == Test::Negative && !guard.child("alternative")) {
            found(guard, 0, {program.unwrap(guard, *guard.child("consequence"))});
        }
    }
    for (const SyntaxNode &chain : program.inFunctions("boolean_operator")) {
        const Test test = asks(*chain.child("left"));
        const QByteArrayView op = chain.child("operator")->text();
        if ((test == Test::Positive && op == "or") || (test == Test::Negative && op == "and"))
            found(chain, 0, {PythonProgram::replace(chain, chain.child("right")->text().toByteArray())});
    }
    for (const SyntaxNode &choice : program.inFunctions("conditional_expression")) {
        const std::vector<SyntaxNode> parts = choice.namedChildren();
        const Test test = parts.size() == 3 ? asks(parts[1]) : Test::No;
        if (test != Test::No)
            found(choice, 0, {PythonProgram::replace(choice, parts[test == Test::Positive ? 2 : 0].text().toByteArray())});
    }
    for (const SyntaxNode &filter : program.inFunctions("if_clause")) {
        const std::vector<SyntaxNode> parts = filter.namedChildren();
        if (parts.size() == 1 && asks(parts[0]) == Test::Negative)
            found(filter, 0, {Replacement{filter.previousNamed()->end(), filter.end(), {}}});
    }
}

} // namespace

void noneHandling(const PythonProgram &program, const Found &found)
{
    forget(program, found, asksForNone);
    // `x or []` stands in for a missing value.
    for (const SyntaxNode &chain : program.inFunctions("boolean_operator")) {
        const SyntaxNode right = *chain.child("right");
        const bool constant = right.kind() == "list" || right.kind() == "dictionary" || right.kind() == "string"
            || right.kind() == "tuple" || right.kind() == "integer";
        if (constant && chain.child("operator")->text() == "or")
            found(chain, 0, {PythonProgram::replace(chain, chain.child("left")->text().toByteArray())});
    }
}

void emptyInput(const PythonProgram &program, const Found &found)
{
    forget(program, found, asksForEmpty);
    for (const SyntaxNode &call : program.inFunctions("call")) {
        if (const std::optional<SyntaxNode> standIn = PythonProgram::keyword(call, "default"))
            found(call, 0, {PythonProgram::dropArgument(*standIn)});
    }
}

} // namespace autodidact::faults
