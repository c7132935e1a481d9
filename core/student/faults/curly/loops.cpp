#include "core/student/faults/curly/operators.h"

#include <algorithm>

namespace autodidact::faults {

namespace {

/// Loops that count: one round less at the end, or a start too late.
void countingLoops(const CurlyProgram &program, const Found &found)
{
    for (const SyntaxNode &loop : program.inFunctions(Concept::CountingLoop)) {
        const std::optional<SyntaxNode> condition = program.conditionOf(loop);
        std::vector<SyntaxNode> tests = condition ? program.below(*condition, Concept::Binary) : std::vector<SyntaxNode>{};
        for (const SyntaxNode &test : tests) {
            const std::optional<Operation> limit = program.operationOf(test);
            const QByteArrayView op = limit ? limit->token.text() : QByteArrayView();
            if (op == "<" || op == "<=" || op == ">" || op == ">=")
                found(loop, 0, {program.replace(limit->right, program.shifted(limit->right, op.startsWith("<") ? -1 : 1))});
        }
        const bool downwards = condition && condition->text().contains('>');
        const std::optional<SyntaxNode> start = loop.child(program.language() == Language::Java ? "init" : "initializer");
        if (!start)
            continue;
        const std::vector<SyntaxNode> counters = program.below(*start, Concept::Declaration);
        if (counters.size() == 1 && counters.front().child("value")) {
            const SyntaxNode value = *counters.front().child("value");
            found(loop, 1, {program.replace(value, program.shifted(value, downwards ? -1 : 1))});
        }
    }
}

/// Rust's `a..b`.
void ranges(const CurlyProgram &program, const Found &found)
{
    for (const SyntaxNode &range : program.inFunctions(Concept::Range)) {
        const std::vector<SyntaxNode> bounds = range.namedChildren();
        if (bounds.size() != 2 || program.is(*range.parent(), Concept::Index))
            continue;
        const SyntaxNode token = range.children().at(1);
        if (token.text() == "..=")
            found(range, 0, {program.replace(token, "..")});
        else
            found(range, 0, {program.replace(bounds[1], program.shifted(bounds[1], -1))});
        found(range, 1, {program.replace(bounds[0], program.shifted(bounds[0], 1))});
    }
}

/// A start value a tired programmer writes instead.
QByteArray otherStart(const CurlyProgram &program, const SyntaxNode &value)
{
    const QByteArrayView text = value.text();
    if (const std::optional<int> number = program.integerOf(value)) {
        const QByteArray digits = text.toByteArray();
        qsizetype end = 0;
        while (end < digits.size() && digits[end] >= '0' && digits[end] <= '9')
            ++end;
        return (*number == 0 ? "1" : "0") + digits.sliced(end);
    }
    if (text == "true" || text == "false")
        return text == "true" ? "false" : "true";
    if (text == "\"\"")
        return "\" \"";
    if (text == "String::new()")
        return "String::from(\" \")";
    if (text.startsWith("-") || text == "Infinity")
        return "0";
    return {};
}

/// Something after the declaration goes on with its name, once and again.
bool feedsLoop(const CurlyProgram &program, const SyntaxNode &statement, QByteArrayView name)
{
    for (std::optional<SyntaxNode> next = statement.nextNamed(); next; next = next->nextNamed()) {
        for (const Concept loop : {Concept::While, Concept::CountingLoop, Concept::EachLoop, Concept::Lambda}) {
            const std::vector<SyntaxNode> loops = program.below(*next, loop);
            if (std::ranges::any_of(loops, [&](const SyntaxNode &node) { return program.changes(node, name); }))
                return true;
        }
    }
    return false;
}

/// Steps of a loop: what moves the names of its condition on.
std::vector<SyntaxNode> stepsOf(const CurlyProgram &program, const SyntaxNode &loop)
{
    std::vector<SyntaxNode> steps;
    const SyntaxNode condition = *loop.child("condition");
    const SyntaxNode body = *loop.child("body");
    for (const SyntaxNode &name : program.below(condition, Concept::Identifier)) {
        for (const SyntaxNode &statement : program.below(body, Concept::Statement)) {
            const std::vector<SyntaxNode> parts = statement.namedChildren();
            const bool simple = parts.size() == 1 && !program.is(parts[0], Concept::If) && !program.isLoop(parts[0]);
            const std::optional<CallParts> call = simple ? program.callOf(parts[0]) : std::nullopt;
            const bool takes = call && call->isMethod({"shift", "pop", "next", "remove", "poll"})
                && call->receiver->text() == name.text();
            const bool moves = simple && !program.is(parts[0], Concept::Call) && program.changes(parts[0], name.text());
            if ((takes || moves) && std::ranges::find(steps, statement) == steps.end())
                steps.push_back(statement);
        }
    }
    return steps;
}

} // namespace

void offByOneRange(const CurlyProgram &program, const Found &found)
{
    countingLoops(program, found);
    ranges(program, found);
    for (const CallParts &call : program.calls()) {
        if (call.path() == "IntStream.range" && call.arguments.size() == 2)
            found(call.node, 0, {program.replace(call.arguments[1], program.shifted(call.arguments[1], -1))});
        else if (call.path() == "IntStream.rangeClosed")
            found(call.node, 0, {program.replace(call.callee, "range")});
        else if (call.isMethod({"skip", "take", "limit", "windows", "chunks", "truncate"}) && call.arguments.size() == 1)
            found(call.node, 1, {program.replace(call.arguments[0], program.shifted(call.arguments[0], 1))});
    }
}

void earlyReturn(const CurlyProgram &program, const Found &found)
{
    std::vector<SyntaxNode> results = program.inFunctions(Concept::Return);
    for (const SyntaxNode &function : SyntaxTree::all(program.tree().root(), "function_item")) {
        if (const std::optional<SyntaxNode> tail = program.tailOf(function))
            results.push_back(*tail);
    }
    for (const SyntaxNode &result : results) {
        const SyntaxNode statement = program.statementOf(result);
        const std::optional<SyntaxNode> before = program.statementBefore(statement);
        if (!before)
            continue;
        const SyntaxNode loop = program.is(*before, Concept::Statement) ? before->namedChildren().front() : *before;
        const std::optional<SyntaxNode> body = program.isLoop(loop) ? loop.child("body") : std::nullopt;
        if (!body)
            continue;
        QByteArray line = statement.text().toByteArray();
        if (!program.is(result, Concept::Return))
            line = "return " + line + ';';
        const QByteArray outer = program.indentOf(loop.start());
        if (program.is(*body, Concept::Block)) {
            const qsizetype end = body->end() - 1;
            found(body->children().back(), 0, {Replacement{end, end, "    " + line + '\n' + outer}});
        } else {
            found(*body, 0,
                {Replacement{body->start(), body->start(), "{ "}, Replacement{body->end(), body->end(), ' ' + line + " }"}});
        }
    }
}

void infiniteLoop(const CurlyProgram &program, const Found &found)
{
    for (const SyntaxNode &loop : program.inFunctions(Concept::While)) {
        const std::vector<SyntaxNode> steps = stepsOf(program, loop);
        for (const SyntaxNode &step : steps) {
            const bool always = step.parent() == loop.child("body");
            found(step, (steps.size() == 1 ? 0 : 1) + (always ? 0 : 1), {program.dropStatement(step)});
        }
    }
    for (const SyntaxNode &loop : program.inFunctions(Concept::CountingLoop)) {
        if (const std::optional<SyntaxNode> step = loop.child(program.language() == Language::Java ? "update" : "increment"))
            found(loop, 1, {program.replace(*step, {})});
    }
}

void accumulatorInit(const CurlyProgram &program, const Found &found)
{
    for (const SyntaxNode &declaration : program.inFunctions(Concept::Declaration)) {
        const std::optional<SyntaxNode> value = declaration.child("value");
        const std::optional<SyntaxNode> name = declaration.child(program.language() == Language::Rust ? "pattern" : "name");
        const SyntaxNode statement = program.statementOf(declaration);
        if (!value || !name || !feedsLoop(program, statement, name->text()))
            continue;
        if (const QByteArray other = otherStart(program, *value); !other.isEmpty())
            found(declaration, 0, {program.replace(*value, other)});
    }
    for (const CallParts &call : program.calls()) {
        const bool last = call.isMethod({"reduce", "reduceRight"}) && call.arguments.size() == 2;
        if (!last && !(call.isMethod({"fold", "try_fold"}) && call.arguments.size() == 2))
            continue;
        const SyntaxNode &start = call.arguments[last && program.language() == Language::JavaScript ? 1 : 0];
        if (const QByteArray other = otherStart(program, start); !other.isEmpty())
            found(call.node, 0, {program.replace(start, other)});
    }
}

} // namespace autodidact::faults
