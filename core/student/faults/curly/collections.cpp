#include "core/student/faults/curly/operators.h"

#include <algorithm>

namespace autodidact::faults {

namespace {

/// The expression that this one copies: [...x], x.slice(), new ArrayList<>(x); nothing for other expressions.
std::optional<SyntaxNode> copied(const CurlyProgram &program, const SyntaxNode &expression)
{
    const std::optional<CallParts> call = program.callOf(expression);
    if (call && call->arguments.empty() && call->isMethod({"slice", "concat", "clone"}))
        return call->receiver;
    static const QByteArrayList copiers{"structuredClone", "Array.from", "List.copyOf", "ArrayList", "LinkedList", "HashMap",
        "TreeMap", "HashSet", "TreeSet", "ArrayDeque", "LinkedHashMap", "LinkedHashSet"};
    if (call && call->arguments.size() == 1 && copiers.contains(call->path()))
        return call->arguments.front();
    const std::vector<SyntaxNode> parts = expression.kind() == "array" ? expression.namedChildren() : std::vector<SyntaxNode>{};
    if (parts.size() == 1 && parts[0].kind() == "spread_element")
        return parts[0].namedChildren().front();
    return std::nullopt;
}

std::vector<SyntaxNode> copies(const CurlyProgram &program)
{
    std::vector<SyntaxNode> nodes;
    for (const Concept kind : {Concept::Call, Concept::Creation, Concept::List}) {
        for (const SyntaxNode &node : program.inFunctions(kind)) {
            if (copied(program, node))
                nodes.push_back(node);
        }
    }
    return nodes;
}

/// A name that a loop over elements or a lambda gives to one element.
bool isElement(const CurlyProgram &program, const SyntaxNode &name)
{
    const QByteArrayView field = program.language() == Language::Java ? QByteArrayView("name") : QByteArrayView("left");
    for (std::optional<SyntaxNode> up = name.parent(); up; up = up->parent()) {
        const bool loop = program.is(*up, Concept::EachLoop);
        const std::optional<SyntaxNode> element = loop ? up->child(field) : std::nullopt;
        if (element && element->text() == name.text())
            return true;
        if (!program.is(*up, Concept::Lambda))
            continue;
        const std::vector<SyntaxNode> names = program.lambdaNames(*up);
        if (std::ranges::any_of(names, [&](const SyntaxNode &parameter) { return parameter.text() == name.text(); }))
            return !program.isParameter(name);
    }
    return false;
}

/// `(a, b) => ...` and `|a, b| ...` with two names: what they order turns round when the names change places.
void turnRound(const CurlyProgram &program, const SyntaxNode &comparator, const Found &found)
{
    const std::vector<SyntaxNode> names = program.lambdaNames(comparator);
    if (names.size() == 2)
        found(comparator, 0, {CurlyProgram::replace(names[0], names[1].text().toByteArray()),
                                 CurlyProgram::replace(names[1], names[0].text().toByteArray())});
}

} // namespace

void mutatedArgument(const CurlyProgram &program, const Found &found)
{
    if (program.language() == Language::Rust)   // the language does not let it happen
        return;
    for (const SyntaxNode &copy : copies(program)) {
        const SyntaxNode from = *copied(program, copy);
        if (program.isParameter(from))
            found(copy, 0, {CurlyProgram::replace(copy, from.text().toByteArray())});
    }
}

void shallowCopy(const CurlyProgram &program, const Found &found)
{
    if (program.language() == Language::Rust)
        return;
    for (const SyntaxNode &copy : copies(program)) {
        const SyntaxNode from = *copied(program, copy);
        if (isElement(program, from))
            found(copy, 0, {CurlyProgram::replace(copy, from.text().toByteArray())});
    }
    for (const CallParts &call : program.calls()) {
        // A list of fresh lists becomes a list of one list many times.
        const std::optional<SyntaxNode> fresh = call.arguments.empty() ? std::nullopt : call.arguments.back().child("body");
        if (!fresh || fresh->text() != "[]")
            continue;
        if (call.isMethod({"map"}) && program.callOf(*call.receiver) && program.callOf(*call.receiver)->name == "fill")
            found(call.node, 0, {Replacement{program.callOf(*call.receiver)->list.start(), call.node.end(), "([])"}});
        else if (call.path() == "Array.from" && call.arguments.size() == 2)
            found(call.node, 0, {Replacement{call.arguments[0].end(), call.node.end(), ").fill([])"}});
    }
}

void defaultArgument(const CurlyProgram &program, const Found &found)
{
    for (const SyntaxNode &parameter : SyntaxTree::all(program.tree().root(), "assignment_pattern")) {
        const SyntaxNode around = *parameter.parent();
        if (around.kind() == "formal_parameters")
            found(parameter, 0, {CurlyProgram::erase(parameter.child("left")->end(), parameter.end())});
    }
}

namespace {

constexpr const char *naturalOrder = "java.util.Comparator.naturalOrder()";
constexpr const char *reverseOrder = "java.util.Collections.reverseOrder()";

/// What sorts goes the other way, or by nothing.
void sorters(const CurlyProgram &program, const CallParts &call, const Found &found)
{
    const SyntaxNode &at = call.node;
    const bool plain = call.arguments.empty();
    if (program.language() == Language::JavaScript && plain)
        found(at, 0, {Replacement{at.end(), at.end(), ".reverse()"}});
    if (program.language() == Language::JavaScript && !plain)
        found(at, 1, {CurlyProgram::replace(call.list, "()")});
    if (program.language() == Language::Java && plain)
        found(at, 0, {CurlyProgram::replace(call.list, '(' + QByteArray(reverseOrder) + ')')});
    if (program.language() == Language::Rust && plain)
        found(at, 0, {Replacement{call.callee.start(), at.end(), "sort_by(|a, b| b.cmp(a))"}});
    if (!plain && program.is(call.arguments.back(), Concept::Lambda))
        turnRound(program, call.arguments.back(), found);
}

/// What turns an order round, or settles ties, is left out.
void orders(const CurlyProgram &program, const CallParts &call, const Found &found)
{
    const SyntaxNode &at = call.node;
    const bool statement = program.is(*at.parent(), Concept::Statement);
    if (call.isMethod({"reverse"}) && statement)
        found(at, 0, {program.dropStatement(program.statementOf(at))});
    else if (call.isMethod({"reverse", "reversed", "rev", "then", "then_with", "thenComparing", "thenComparingInt"}))
        found(at, 1, {program.dropCall(call)});
    else if (call.isMethod({"max_by_key", "min_by_key"}))
        found(at, 0, {CurlyProgram::replace(call.callee, call.name == "max_by_key" ? "min_by_key" : "max_by_key")});
    else if (call.name == "Reverse" && call.arguments.size() == 1)
        found(at, 0, {CurlyProgram::replace(at, call.arguments[0].text().toByteArray())});
    else if (call.name == "reverseOrder" && call.arguments.empty())
        found(at, 0, {CurlyProgram::replace(at, naturalOrder)});
    else if (call.path() == "Collections.sort" && call.arguments.size() == 1)
        found(at, 0, {Replacement{call.list.end() - 1, call.list.end() - 1, QByteArray(", ") + reverseOrder}});
}

} // namespace

void sortOrder(const CurlyProgram &program, const Found &found)
{
    static const QByteArrayList names{
        "sort", "sorted", "toSorted", "sort_by", "sort_unstable", "sort_unstable_by", "min_by", "max_by"};
    for (const CallParts &call : program.calls()) {
        if (call.isMethod(names) && call.path() != "Collections.sort")
            sorters(program, call, found);
        else
            orders(program, call, found);
    }
    for (const CallParts &sorted : program.creations()) {
        if (sorted.name == "TreeMap" || sorted.name == "TreeSet")
            found(sorted.node, sorted.arguments.empty() ? 0 : 2,
                {CurlyProgram::replace(sorted.list, '(' + QByteArray(reverseOrder) + ')')});
    }
}

} // namespace autodidact::faults
