#include "core/student/faults/curly/operators.h"

#include <algorithm>

namespace autodidact::faults {

namespace {

/// A value that a function gives back, and the node that says so.
struct Outcome {
    SyntaxNode value;
    bool last;        ///< at the end of its function
};

std::vector<Outcome> resultsOf(const CurlyProgram &program)
{
    std::vector<Outcome> results;
    for (const SyntaxNode &statement : program.inFunctions(Concept::Return)) {
        const std::vector<SyntaxNode> parts = statement.namedChildren();
        const std::optional<SyntaxNode> block = program.statementOf(statement).parent();
        const std::optional<SyntaxNode> owner = block ? block->parent() : std::nullopt;
        const bool last = owner && (program.is(*owner, Concept::Function) || program.is(*owner, Concept::Lambda));
        if (parts.size() == 1)
            results.push_back({parts[0], last});
    }
    for (const SyntaxNode &function : SyntaxTree::all(program.tree().root(), "function_item")) {   // Rust's last expression
        if (const std::optional<SyntaxNode> tail = program.tailOf(function))
            results.push_back({*tail, true});
    }
    return results;
}

/// Variables of a function that stand ready before this place, newest last, without repeats; in Java of the same type.
QByteArrayList variablesBefore(const CurlyProgram &program, const SyntaxNode &place)
{
    QByteArrayList names;
    QByteArray type;
    const std::optional<SyntaxNode> function = program.function(place);
    if (!function)
        return names;
    const std::vector<SyntaxNode> declarations = program.below(*function, Concept::Declaration);
    const auto typeOf = [](const SyntaxNode &declaration) {
        const std::optional<SyntaxNode> written = declaration.parent()->child("type");
        return written ? written->text().toByteArray() : QByteArray();
    };
    const auto nameOf = [&](const SyntaxNode &declaration) {
        const std::optional<SyntaxNode> name = declaration.child(program.language() == Language::Rust ? "pattern" : "name");
        return name ? name->text().toByteArray() : QByteArray();
    };
    for (const SyntaxNode &declaration : declarations) {
        if (nameOf(declaration) == place.text())
            type = typeOf(declaration);
    }
    for (const SyntaxNode &declaration : declarations) {
        const QByteArray name = nameOf(declaration);
        // What stands deeper than the place is out of sight there.
        const std::optional<SyntaxNode> scope = program.nearest(declaration, Concept::Block);
        const bool visible = scope && scope->end() >= place.end() && !program.isLoop(*program.statementOf(declaration).parent());
        const bool fits = visible && declaration.end() < place.start() && typeOf(declaration) == type;
        if (fits && name != place.text() && !names.contains(name))
            names.append(name);
    }
    return names;
}

void changePlaces(const SyntaxNode &at, int rank, const SyntaxNode &a, const SyntaxNode &b, const Found &found)
{
    found(at, rank, {CurlyProgram::replace(a, b.text().toByteArray()), CurlyProgram::replace(b, a.text().toByteArray())});
}

std::vector<SyntaxNode> pairIn(const CurlyProgram &program, const SyntaxNode &value)
{
    for (const SyntaxNode &list : program.below(value, Concept::List)) {
        if (list.namedChildren().size() == 2)
            return list.namedChildren();
    }
    const std::optional<CallParts> call = program.callOf(value);
    const bool pair = call && call->arguments.size() == 2 && (call->path() == "List.of" || call->path() == "Arrays.asList");
    return pair ? call->arguments : std::vector<SyntaxNode>{};
}

} // namespace

void missingImport(const CurlyProgram &program, const Found &found)
{
    for (const SyntaxNode &import : program.below(program.tree().root(), Concept::Import)) {
        QByteArray last = import.text().toByteArray().split('.').last().split(':').last();
        last = last.replace(";", "").replace("}", "").trimmed().split(' ').last();
        const bool used = last == "*" || program.source().sliced(import.end()).contains(last);
        if (used)
            found(import, 0, {program.dropStatement(import)});
    }
}

void wrongReturn(const CurlyProgram &program, const Found &found)
{
    for (const Outcome &result : resultsOf(program)) {
        const SyntaxNode value = CurlyProgram::bare(result.value);
        const int rank = result.last ? 0 : 1;
        const std::vector<SyntaxNode> pair = pairIn(program, value);
        if (program.is(value, Concept::Nothing) || value.text() == "None" || value.kind() == "object")
            continue;
        if (value.text() == "true" || value.text() == "false")
            found(value, rank, {CurlyProgram::replace(value, value.text() == "true" ? "false" : "true")});
        else if (program.is(value, Concept::Choice))
            changePlaces(value, rank, *value.child("consequence"), *value.child("alternative"), found);
        else if (pair.size() == 2)
            changePlaces(value, rank, pair[0], pair[1], found);
        else if (value.text().startsWith("Some("))
            found(value, rank, {CurlyProgram::replace(value, "None")});
        else if (const std::optional<int> number = program.integerOf(value))
            found(value, 1, {CurlyProgram::replace(value, *number == 0 ? "1" : "0")});
        else if (program.language() == Language::JavaScript && program.is(*result.value.parent(), Concept::Return))
            found(value, rank, {CurlyProgram::erase(result.value.parent()->start(), result.value.start())});
        if (!program.is(value, Concept::Identifier))
            continue;
        for (const QByteArray &other : variablesBefore(program, value))
            found(value, rank, {CurlyProgram::replace(value, other)});
    }
}

void syntaxSlip(const CurlyProgram &program, const Found &found)
{
    for (const Concept kind : {Concept::If, Concept::While}) {
        for (const SyntaxNode &statement : program.inFunctions(kind)) {
            const SyntaxNode condition = *statement.child("condition");
            if (condition.text().endsWith(")") && program.language() != Language::Rust)
                found(statement, 0, {CurlyProgram::erase(condition.end() - 1, condition.end())});
            const std::optional<SyntaxNode> body = statement.child(kind == Concept::If ? "consequence" : "body");
            if (body && program.is(*body, Concept::Block))
                found(statement, 0, {CurlyProgram::erase(body->start(), body->start() + 1)});
        }
    }
    for (const CallParts &call : program.calls()) {
        if (program.source().sliced(call.list.end()).startsWith(";\n") && call.list.line() == call.list.endLine())
            found(call.node, 0, {CurlyProgram::erase(call.list.end() - 1, call.list.end())});
    }
    for (const SyntaxNode &loop : program.inFunctions(Concept::EachLoop)) {
        const SyntaxNode body = *loop.child("body");
        if (program.is(body, Concept::Block))
            found(loop, 0, {CurlyProgram::erase(body.end() - 1, body.end())});
    }
    const qsizetype last = program.source().lastIndexOf('}');
    for (const SyntaxNode &part : program.tree().root().namedChildren()) {
        if (part.start() <= last && last < part.end())
            found(part, 1, {CurlyProgram::erase(last, last + 1)});
    }
}

} // namespace autodidact::faults
