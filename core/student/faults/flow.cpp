#include "core/student/faults/operators.h"

#include <algorithm>

namespace autodidact::faults {

namespace {

/// Names that an import binds.
QByteArrayList boundNames(const SyntaxNode &import)
{
    QByteArrayList names;
    const std::optional<SyntaxNode> module = import.child("module_name");
    for (const SyntaxNode &part : import.namedChildren()) {
        if (module && part == *module)
            continue;
        const std::optional<SyntaxNode> alias = part.child("alias");
        names.append(alias ? alias->text().toByteArray() : part.text().toByteArray().split('.').first());
    }
    return names;
}

/// Variables that a function sets before this statement, newest last, without repeats.
QByteArrayList variablesBefore(const SyntaxNode &statement)
{
    QByteArrayList names;
    const std::optional<SyntaxNode> function = statement.ancestor("function_definition");
    for (const SyntaxNode &assignment : SyntaxTree::all(*function, "assignment")) {
        const QByteArray name = assignment.child("left")->text().toByteArray();
        if (assignment.child("left")->kind() == "identifier" && assignment.start() < statement.start() && !names.contains(name))
            names.append(name);
    }
    return names;
}

bool isLastOfFunction(const SyntaxNode &statement)
{
    const std::optional<SyntaxNode> block = statement.parent();
    return !statement.nextNamed() && block && block->parent() && block->parent()->kind() == "function_definition";
}

} // namespace

void missingImport(const PythonProgram &program, const Found &found)
{
    const std::vector<SyntaxNode> names = SyntaxTree::all(program.tree().root(), "identifier");
    for (const QByteArrayView kind : {QByteArrayView("import_statement"), QByteArrayView("import_from_statement")}) {
        for (const SyntaxNode &import : SyntaxTree::all(program.tree().root(), kind)) {
            const QByteArrayList bound = boundNames(import);
            const bool used = std::ranges::any_of(names, [&](const SyntaxNode &name) {
                return (name.start() >= import.end() || name.end() <= import.start())
                    && bound.contains(name.text().toByteArray());
            });
            if (used)
                found(import, 0, {program.dropStatement(import)});
        }
    }
}

void wrongReturn(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &statement : program.inFunctions("return_statement")) {
        const std::vector<SyntaxNode> values = statement.namedChildren();
        if (values.size() != 1)
            continue;
        const SyntaxNode &value = values[0];
        const int rank = isLastOfFunction(statement) ? 0 : 1;
        const std::vector<SyntaxNode> parts = value.namedChildren();
        if (value.kind() == "true" || value.kind() == "false")
            found(statement, rank, {PythonProgram::replace(value, value.kind() == "true" ? "False" : "True")});
        else if (value.kind() == "none")
            continue;
        else if (value.kind() == "expression_list" && parts.size() == 2)
            found(statement, rank, {PythonProgram::replace(parts[0], parts[1].text().toByteArray()),
                                       PythonProgram::replace(parts[1], parts[0].text().toByteArray())});
        else
            found(statement, rank, {PythonProgram::replace(statement, value.text().toByteArray())});
        if (value.kind() != "identifier")
            continue;
        for (const QByteArray &other : variablesBefore(statement)) {
            if (other != value.text())
                found(statement, rank, {PythonProgram::replace(value, other)});
        }
    }
}

void syntaxSlip(const PythonProgram &program, const Found &found)
{
    for (const QByteArrayView kind : {QByteArrayView("if_statement"), QByteArrayView("for_statement"),
             QByteArrayView("while_statement"), QByteArrayView("else_clause")}) {
        for (const SyntaxNode &statement : program.inFunctions(kind)) {
            for (const SyntaxNode &token : statement.children()) {
                if (token.kind() == ":")
                    found(statement, 0, {PythonProgram::replace(token, {})});
            }
        }
    }
    for (const SyntaxNode &list : program.inFunctions("argument_list")) {
        if (program.source().sliced(list.end()).startsWith('\n') && list.line() == list.endLine())
            found(list, 0, {Replacement{list.end() - 1, list.end(), {}}});
    }
    for (const SyntaxNode &function : SyntaxTree::all(program.tree().root(), "function_definition")) {
        for (const SyntaxNode &token : function.children()) {
            if (token.kind() == ":")
                found(function, 1, {PythonProgram::replace(token, {})});
        }
    }
}

} // namespace autodidact::faults
