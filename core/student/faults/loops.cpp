#include "core/student/faults/operators.h"

namespace autodidact::faults {

namespace {

bool isLoop(const SyntaxNode &node)
{
    return node.kind() == "for_statement" || node.kind() == "while_statement";
}

/// The statement assigns to this name, alone or with an operator.
bool assigns(const SyntaxNode &statement, QByteArrayView name)
{
    for (const QByteArrayView kind : {QByteArrayView("augmented_assignment"), QByteArrayView("assignment")}) {
        for (const SyntaxNode &assignment : SyntaxTree::all(statement, kind)) {
            if (assignment.child("left")->text() == name)
                return true;
        }
    }
    return false;
}

/// A start value a tired programmer writes instead.
QByteArray otherStart(const SyntaxNode &value)
{
    const QByteArrayView text = value.text();
    if (value.kind() == "integer" || value.kind() == "float")
        return text == "0" || text == "0.0" ? "1" : "0";
    if (value.kind() == "true")
        return "False";
    if (value.kind() == "false")
        return "True";
    if (text == "''" || text == "\"\"")
        return "\" \"";
    if (PythonProgram::isCallTo(value, "float") || value.kind() == "unary_operator")
        return "0";
    return {};
}

/// The loop after an assignment that goes on with its name.
bool feedsLoop(const SyntaxNode &statement, QByteArrayView name)
{
    for (std::optional<SyntaxNode> next = statement.nextNamed(); next; next = next->nextNamed()) {
        if (isLoop(*next) && assigns(*next, name))
            return true;
    }
    return false;
}

} // namespace

void offByOneRange(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &call : program.inFunctions("call")) {
        const std::vector<SyntaxNode> bounds = PythonProgram::positional(call);
        if (!PythonProgram::isCallTo(call, "range") || bounds.empty())
            continue;
        const SyntaxNode &stop = bounds.size() == 1 ? bounds[0] : bounds[1];
        const bool downwards = bounds.size() == 3 && bounds[2].text().startsWith("-");
        found(call, 0, {PythonProgram::replace(stop, PythonProgram::shifted(stop, downwards ? 1 : -1))});
        if (bounds.size() > 1)
            found(call, 1, {PythonProgram::replace(bounds[0], PythonProgram::shifted(bounds[0], downwards ? -1 : 1))});
        else
            found(call, 1, {PythonProgram::replace(stop, "1, " + stop.text().toByteArray())});
    }
}

void earlyReturn(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &statement : program.inFunctions("return_statement")) {
        const std::optional<SyntaxNode> loop = statement.previousNamed();
        if (!loop || !isLoop(*loop) || loop->child("alternative"))
            continue;
        const std::optional<SyntaxNode> body = loop->child("body");
        if (!body || body->line() == loop->line())
            continue;
        const qsizetype from = program.lineStart(statement.start());
        found(statement, 0, {Replacement{from, statement.start(), program.indentOf(*body)}});
    }
}

void infiniteLoop(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &loop : program.inFunctions("while_statement")) {
        std::vector<SyntaxNode> updates;
        const SyntaxNode condition = *loop.child("condition");
        for (const SyntaxNode &statement : SyntaxTree::all(*loop.child("body"), "expression_statement")) {
            const std::vector<SyntaxNode> parts = statement.namedChildren();
            const bool isUpdate = !parts.empty()
                && (parts[0].kind() == "augmented_assignment" || parts[0].kind() == "assignment");
            const bool moves = isUpdate && std::ranges::any_of(SyntaxTree::all(*parts[0].child("left"), "identifier"),
                [&](const SyntaxNode &name) { return PythonProgram::mentions(condition, name.text()); });
            if (moves)
                updates.push_back(statement);
        }
        for (const SyntaxNode &update : updates) {
            const bool always = update.parent() == loop.child("body");
            found(update, (updates.size() == 1 ? 0 : 1) + (always ? 0 : 1), {program.dropStatement(update)});
        }
    }
}

void accumulatorInit(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &assignment : program.inFunctions("assignment")) {
        const std::optional<SyntaxNode> value = assignment.child("right");
        const std::optional<SyntaxNode> statement = assignment.parent();
        if (!value || !statement || !feedsLoop(*statement, assignment.child("left")->text()))
            continue;
        if (const QByteArray other = otherStart(*value); !other.isEmpty())
            found(assignment, 0, {PythonProgram::replace(*value, other)});
    }
    for (const SyntaxNode &call : program.inFunctions("call")) {
        const std::vector<SyntaxNode> parts = PythonProgram::arguments(call);
        if (!PythonProgram::isCallTo(call, "sum") || parts.size() != 1 || parts[0].kind() == "list_splat")
            continue;
        // A bare generator is its own argument list, brackets and all: they stay around it.
        const QByteArray inner = parts[0].text().toByteArray();
        const SyntaxNode whole = *call.child("arguments");
        found(call, 1, {PythonProgram::replace(whole, '(' + inner + ", 1)")});
    }
}

} // namespace autodidact::faults
