#include "core/student/faults/curly/operators.h"

namespace autodidact::faults {

namespace {

Question opposite(Question question)
{
    if (question == Question::None)
        return question;
    return question == Question::Positive ? Question::Negative : Question::Positive;
}

bool isEquality(QByteArrayView op)
{
    return op == "==" || op == "===";
}

bool isInequality(QByteArrayView op)
{
    return op == "!=" || op == "!==";
}

Question equality(QByteArrayView op)
{
    return isEquality(op) ? Question::Positive : isInequality(op) ? Question::Negative : Question::None;
}

std::optional<Operation> testOf(const CurlyProgram &program, const SyntaxNode &expression)
{
    return program.is(expression, Concept::Binary) ? program.operationOf(expression) : std::nullopt;
}

bool isNothing(const CurlyProgram &program, const SyntaxNode &node)
{
    return program.is(node, Concept::Nothing) || node.text() == "\"undefined\"" || node.text() == "None";
}

Question asksForNothing(const CurlyProgram &program, const SyntaxNode &expression)
{
    if (const std::optional<CallParts> call = program.callOf(expression)) {
        static const QByteArrayList lacking{"is_none", "Number.isNaN", "Objects.isNull"};
        static const QByteArrayList having{"is_some", "Number.isFinite", "Objects.nonNull"};
        if (lacking.contains(call->name) || lacking.contains(call->path()))
            return Question::Positive;
        return having.contains(call->name) || having.contains(call->path()) ? Question::Negative : Question::None;
    }
    const std::optional<Operation> test = testOf(program, expression);
    if (!test || (!isNothing(program, test->left) && !isNothing(program, test->right)))
        return Question::None;
    return equality(test->token.text());
}

bool isLength(const CurlyProgram &program, const SyntaxNode &node)
{
    if (const std::optional<CallParts> call = program.callOf(node))
        return call->isMethod({"size", "length", "len", "count"}) && call->arguments.empty();
    const std::optional<SyntaxNode> part = node.child(program.language() == Language::Java ? "field" : "property");
    return part && part->text() == "length";
}

Question asksForEmpty(const CurlyProgram &program, const SyntaxNode &expression)
{
    const bool truthy = program.language() == Language::JavaScript && program.is(expression, Concept::Identifier);
    if (truthy || (program.language() == Language::JavaScript && isLength(program, expression)))
        return Question::Negative;
    if (const std::optional<CallParts> call = program.callOf(expression))
        return call->isMethod({"isEmpty", "is_empty", "isBlank"}) ? Question::Positive : Question::None;
    const std::optional<Operation> test = testOf(program, expression);
    if (!test)
        return Question::None;
    const QByteArrayView op = test->token.text();
    const std::optional<int> number = program.integerOf(test->right);
    const bool sized = isLength(program, test->left) || program.is(test->left, Concept::Identifier);
    if ((test->right.text() == "\"\"" || (number == 0 && sized)) && equality(op) != Question::None)
        return equality(op);
    if (!number || !isLength(program, test->left))
        return Question::None;
    return op == "<" || op == "<=" ? Question::Positive : op == ">" || op == ">=" ? Question::Negative : Question::None;
}

Question asksForRepeat(const CurlyProgram &program, const SyntaxNode &expression)
{
    if (const std::optional<CallParts> call = program.callOf(expression)) {
        if (call->isMethod({"has", "contains", "includes", "containsKey", "contains_key"}))
            return Question::Positive;
        return call->isMethod({"add", "insert"}) ? Question::Negative : Question::None;
    }
    const std::optional<Operation> test = testOf(program, expression);
    if (!test)
        return Question::None;
    const std::optional<CallParts> search = program.callOf(test->left);
    if (search && search->isMethod({"findIndex", "indexOf"}))
        return opposite(equality(test->token.text()));
    const bool neighbours = program.is(test->left, Concept::Index) && program.is(test->right, Concept::Index);
    return neighbours ? equality(test->token.text()) : Question::None;
}

void inCalls(const CurlyProgram &program, const Found &found, Asks asks)
{
    for (const CallParts &call : program.calls()) {
        if (!call.receiver || call.arguments.size() != 1)
            continue;
        const bool keeps = call.name == "filter";
        const bool removes = call.name == "removeIf" || call.name == "retain";
        const std::optional<SyntaxNode> body = call.arguments[0].child("body");
        const Question question = body ? asked(program, *body, asks) : Question::None;
        if (keeps && question == Question::Negative)
            found(call.node, 0, {program.dropCall(call)});
        else if (removes && question != Question::None)
            found(call.node, 0, {program.dropStatement(program.statementOf(call.node))});
    }
}

} // namespace

Question asked(const CurlyProgram &program, const SyntaxNode &expression, Asks asks)
{
    const SyntaxNode inner = CurlyProgram::bare(expression);
    if (program.is(inner, Concept::Negation) && inner.text().startsWith("!"))
        return opposite(asked(program, inner.namedChildren().front(), asks));
    return asks(program, inner);
}

void forget(const CurlyProgram &program, const Found &found, Asks asks)
{
    for (const SyntaxNode &guard : program.inFunctions(Concept::If)) {
        const std::optional<SyntaxNode> condition = program.conditionOf(guard);
        const Question question = condition ? asked(program, *condition, asks) : Question::None;
        if (question == Question::Positive)
            found(guard, 0, {program.dropBranch(guard)});
        else if (question == Question::Negative && !program.alternativeOf(guard))
            found(guard, 0, {program.unwrap(guard)});
    }
    for (const Operation &chain : program.binaries()) {
        const QByteArrayView op = chain.token.text();
        const Question droppable = op == "||" ? Question::Positive : op == "&&" ? Question::Negative : Question::None;
        if (droppable == Question::None)
            continue;
        if (asked(program, chain.left, asks) == droppable)
            found(chain.node, 0, {CurlyProgram::erase(chain.left.start(), chain.right.start())});
        if (asked(program, chain.right, asks) == droppable)
            found(chain.node, 0, {CurlyProgram::erase(chain.left.end(), chain.right.end())});
    }
    for (const SyntaxNode &choice : program.inFunctions(Concept::Choice)) {
        const Question question = asked(program, *choice.child("condition"), asks);
        const char *kept = question == Question::Positive ? "alternative" : "consequence";
        if (question != Question::None)
            found(choice, 0, {CurlyProgram::replace(choice, choice.child(kept)->text().toByteArray())});
    }
    inCalls(program, found, asks);
}

void noneHandling(const CurlyProgram &program, const Found &found)
{
    forget(program, found, asksForNothing);
    for (const Operation &chain : program.binaries()) {
        const bool constant = program.is(chain.right, Concept::List) || program.is(chain.right, Concept::Integer);
        const bool standIn = chain.token.text() == "??" || (chain.token.text() == "||" && constant);
        if (standIn)
            found(chain.node, 0, {CurlyProgram::replace(chain.node, chain.left.text().toByteArray())});
    }
    for (const CallParts &call : program.calls()) {
        if (call.isMethod({"unwrap_or", "unwrap_or_default", "unwrap_or_else"}))
            found(call.node, 0, {CurlyProgram::erase(call.callee.start() + 6, call.callee.end()),
                                    CurlyProgram::replace(call.list, "()")});
        else if (call.isMethod({"map_or"}) && call.arguments.size() == 2)
            found(call.node, 0,
                {CurlyProgram::replace(call.callee, "map"),
                CurlyProgram::replace(call.list, '(' + call.arguments[1].text().toByteArray() + ").unwrap()")});
        else if (call.path() == "Objects.requireNonNullElse" && call.arguments.size() == 2)
            found(call.node, 0, {CurlyProgram::replace(call.node, call.arguments[0].text().toByteArray())});
        else if (call.isMethod({"filter"}) && call.list.text() == "(Objects::nonNull)")
            found(call.node, 0, {program.dropCall(call)});
        else if (call.isMethod({"getOrDefault"}) && call.arguments.size() == 2)
            found(call.node, 0, {CurlyProgram::replace(call.callee, "get"),
                                    CurlyProgram::erase(call.arguments[0].end(), call.arguments[1].end())});
    }
    for (const SyntaxNode &arm : SyntaxTree::all(program.tree().root(), "match_arm")) {
        const std::optional<SyntaxNode> value = arm.child("value");
        if (value && arm.child("pattern")->text() == "None")
            found(arm, 0, {CurlyProgram::replace(*value, "unreachable!()")});
    }
    for (const SyntaxNode &attempt : SyntaxTree::all(program.tree().root(), "try_expression"))
        found(attempt, 0, {Replacement{attempt.end() - 1, attempt.end(), ".unwrap()"}});
}

void emptyInput(const CurlyProgram &program, const Found &found)
{
    forget(program, found, asksForEmpty);
}

void duplicateHandling(const CurlyProgram &program, const Found &found)
{
    forget(program, found, asksForRepeat);
    for (const CallParts &call : program.calls()) {
        const bool statement = program.is(*call.node.parent(), Concept::Statement);
        if (call.isMethod({"distinct"}))
            found(call.node, 0, {program.dropCall(call)});
        else if (call.isMethod({"putIfAbsent"}))
            found(call.node, 0, {CurlyProgram::replace(call.callee, "put")});
        else if (statement && call.isMethod({"dedup", "dedup_by", "dedup_by_key"}))
            found(call.node, 0, {program.dropStatement(program.statementOf(call.node))});
        else if (statement && program.language() != Language::Java && call.isMethod({"add", "insert"}))
            found(call.node, 1, {program.dropStatement(program.statementOf(call.node))});
    }
    for (const CallParts &set : program.creations()) {
        if (set.name == "Set" && set.arguments.size() == 1)
            found(set.node, set.node.parent()->kind() == "spread_element" ? 0 : 1,
                {CurlyProgram::replace(set.node, set.arguments[0].text().toByteArray())});
    }
}

} // namespace autodidact::faults
