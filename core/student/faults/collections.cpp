#include "core/student/faults/operators.h"

namespace autodidact::faults {

namespace {

/// The bare name that an expression copies: list(x), x.copy(), copy.copy(x), x[:]; nothing for other expressions.
std::optional<SyntaxNode> copiedName(const SyntaxNode &expression)
{
    if (expression.kind() == "subscript") {
        const bool whole = expression.child("subscript")->text() == ":";
        return whole ? expression.child("value") : std::nullopt;
    }
    if (expression.kind() != "call")
        return std::nullopt;
    const std::vector<SyntaxNode> parts = PythonProgram::arguments(expression);
    const SyntaxNode function = *expression.child("function");
    if (parts.empty() && PythonProgram::isMethodCall(expression, "copy"))
        return function.child("object");
    static const QByteArrayList copiers{"list", "dict", "set", "copy", "deepcopy", "copy.copy", "copy.deepcopy"};
    if (parts.size() == 1 && copiers.contains(function.text().toByteArray()))
        return parts[0];
    return std::nullopt;
}

/// `x = sorted(p, ...)` sorts p itself, then goes on with it.
void sortInPlace(const PythonProgram &program, const SyntaxNode &call, const Found &found)
{
    const std::vector<SyntaxNode> parts = PythonProgram::positional(call);
    if (!PythonProgram::isCallTo(call, "sorted") || parts.size() != 1 || !program.isParameter(parts[0]))
        return;
    const SyntaxNode holder = *call.parent();
    const SyntaxNode statement = holder.kind() == "assignment" ? *holder.parent() : holder;
    if (holder.kind() != "assignment" && holder.kind() != "return_statement")
        return;
    const QByteArray name = parts[0].text().toByteArray();
    const SyntaxNode list = *call.child("arguments");
    const qsizetype from = PythonProgram::dropArgument(parts[0]).end;
    const QByteArray rest = program.source().sliced(from, list.end() - from);
    found(call, 1,
        {Replacement{statement.start(), statement.start(), name + ".sort(" + rest + '\n' + program.indentOf(statement)},
            PythonProgram::replace(call, name)});
}

} // namespace

void mutatedArgument(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &assignment : program.inFunctions("assignment")) {
        const std::optional<SyntaxNode> value = assignment.child("right");
        const std::optional<SyntaxNode> name = value ? copiedName(*value) : std::nullopt;
        if (name && program.isParameter(*name))
            found(assignment, 0, {PythonProgram::replace(*value, name->text().toByteArray())});
    }
    for (const SyntaxNode &call : program.inFunctions("call"))
        sortInPlace(program, call, found);
}

void sortOrder(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &call : program.inFunctions("call")) {
        const bool sorts = PythonProgram::isCallTo(call, "sorted") || PythonProgram::isMethodCall(call, "sort");
        const bool picks = PythonProgram::isCallTo(call, "max") || PythonProgram::isCallTo(call, "min");
        const std::optional<SyntaxNode> key = PythonProgram::keyword(call, "key");
        const std::optional<SyntaxNode> reverse = PythonProgram::keyword(call, "reverse");
        if ((sorts || picks) && key)
            found(call, 0, {PythonProgram::dropArgument(*key)});
        if (!sorts)
            continue;
        const SyntaxNode list = *call.child("arguments");
        if (reverse)
            found(call, 0, {PythonProgram::dropArgument(*reverse)});
        else if (list.kind() == "argument_list")
            found(call, 0, {Replacement{list.end() - 1, list.end() - 1,
                               PythonProgram::arguments(call).empty() ? "reverse=True" : ", reverse=True"}});
    }
}

void shallowCopy(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &call : program.inFunctions("call")) {
        const QByteArrayView function = call.child("function")->text();
        if (function == "copy.deepcopy")
            found(call, 0, {PythonProgram::replace(*call.child("function"), "copy.copy")});
        else if (function == "deepcopy")
            found(call, 0, {PythonProgram::replace(*call.child("function"), "list")});
    }
    for (const SyntaxNode &list : program.inFunctions("list_comprehension")) {
        const SyntaxNode body = *list.child("body");
        const std::vector<SyntaxNode> parts = list.namedChildren();
        if (parts.size() != 2 || parts[1].kind() != "for_in_clause")
            continue;
        const QByteArrayView name = parts[1].child("left")->text();
        const SyntaxNode from = *parts[1].child("right");
        const std::optional<SyntaxNode> copied = copiedName(body);
        if (copied && copied->text() == name)
            found(list, 0, {PythonProgram::replace(list, "list(" + from.text().toByteArray() + ')')});
        const bool row = body.kind() == "list" || body.kind() == "list_comprehension" || body.kind() == "binary_operator";
        if (row && PythonProgram::isCallTo(from, "range") && PythonProgram::arguments(from).size() == 1
            && !PythonProgram::mentions(body, name)) {
            const QByteArray times = PythonProgram::arguments(from)[0].text().toByteArray();
            found(list, 0, {PythonProgram::replace(list, '[' + body.text().toByteArray() + "] * (" + times + ')')});
        }
    }
}

void defaultArgument(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &function : SyntaxTree::all(program.tree().root(), "function_definition")) {
        for (const SyntaxNode &parameter : function.child("parameters")->namedChildren()) {
            const std::optional<SyntaxNode> value = parameter.child("value");
            const std::optional<SyntaxNode> name = parameter.child("name");
            if (!value || !name || value->kind() != "none")
                continue;
            for (const SyntaxNode &guard : SyntaxTree::all(function, "if_statement")) {
                const SyntaxNode body = *guard.child("consequence");
                const std::vector<SyntaxNode> assignments = SyntaxTree::all(body, "assignment");
                if (guard.child("alternative") || guard.child("condition")->text() != name->text().toByteArray() + " is None"
                    || body.namedChildren().size() != 1 || assignments.size() != 1
                    || assignments[0].child("left")->text() != name->text())
                    continue;
                found(guard, 0, {PythonProgram::replace(*value, assignments[0].child("right")->text().toByteArray()),
                                    program.dropStatement(guard)});
            }
        }
    }
}

void duplicateHandling(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &call : program.inFunctions("call")) {
        const bool inTest = call.parent()->kind() == "comparison_operator" || call.parent()->kind() == "binary_operator";
        if (PythonProgram::isCallTo(call, "set") && PythonProgram::arguments(call).size() == 1)
            found(call, inTest ? 2 : 0, {PythonProgram::replace(*call.child("function"), "list")});
        if (PythonProgram::isMethodCall(call, "add") && call.parent()->kind() == "expression_statement")
            found(call, 0, {program.dropStatement(*call.parent())});
    }
    for (const SyntaxNode &set : program.inFunctions("set_comprehension"))
        found(set, 0, {Replacement{set.start(), set.start() + 1, "["}, Replacement{set.end() - 1, set.end(), "]"}});
    for (const SyntaxNode &chain : program.inFunctions("boolean_operator")) {
        const SyntaxNode right = *chain.child("right");
        const std::optional<SyntaxNode> token = PythonProgram::operatorToken(right);
        if (chain.child("operator")->text() == "and" && right.kind() == "comparison_operator" && token
            && token->text() == "not in")
            found(chain, 0, {PythonProgram::replace(chain, chain.child("left")->text().toByteArray())});
    }
    for (const SyntaxNode &filter : program.inFunctions("if_clause")) {
        const std::vector<SyntaxNode> parts = filter.namedChildren();
        const std::optional<SyntaxNode> token = parts.size() == 1 ? PythonProgram::operatorToken(parts[0]) : std::nullopt;
        if (token && token->text() == "not in")
            found(filter, 0, {Replacement{filter.previousNamed()->end(), filter.end(), {}}});
    }
}

} // namespace autodidact::faults
