#include "core/student/faults/curly/operators.h"

namespace autodidact::faults {

namespace {

const QByteArrayList &caseChangers()
{
    static const QByteArrayList names{"toLowerCase", "toUpperCase", "toLocaleLowerCase", "to_lowercase", "to_uppercase",
        "to_ascii_lowercase", "to_ascii_uppercase"};
    return names;
}

QByteArray quoted(QByteArrayView text, QByteArrayView inner)
{
    return text.first(1).toByteArray() + inner.toByteArray() + text.last(1).toByteArray();
}

/// Another separator: none, or a space in the place of none.
QByteArray otherSeparator(const SyntaxNode &text)
{
    return quoted(text.text(), text.text().size() == 2 ? " " : "");
}

/// The first `{:...}` or `%0...` of a format string loses what is said about its form.
std::optional<Replacement> withoutForm(const SyntaxNode &text)
{
    const QByteArray literal = text.text().toByteArray();
    const qsizetype colon = literal.indexOf(':');
    const qsizetype close = literal.indexOf('}', colon);
    if (literal.lastIndexOf('{', colon) >= 0 && colon > 0 && close > colon)
        return CurlyProgram::erase(text.start() + colon, text.start() + close);
    return std::nullopt;
}

} // namespace

void caseSensitivity(const CurlyProgram &program, const Found &found)
{
    static const QByteArrayList folders{"(String::toLowerCase)", "(String::toUpperCase)"};
    for (const CallParts &call : program.calls()) {
        // Where the result is a new text in Rust, it stays one.
        const bool makesText = program.language() == Language::Rust && !call.name.startsWith("to_ascii");
        if (call.isMethod(caseChangers()) && call.arguments.empty() && makesText)
            found(call.node, 0, {CurlyProgram::replace(call.callee, "to_string")});
        else if (call.isMethod(caseChangers()) && call.arguments.empty() && program.language() == Language::Rust)
            found(call.node, 0, {CurlyProgram::replace(call.callee, "to_owned")});
        else if (call.isMethod(caseChangers()))
            found(call.node, 0, {program.dropCall(call)});
        else if (call.isMethod({"eq_ignore_ascii_case"}))
            found(call.node, 0, {CurlyProgram::replace(call.callee, "eq")});
        else if (call.isMethod({"equalsIgnoreCase", "compareToIgnoreCase"}))
            found(call.node, 0, {CurlyProgram::erase(call.callee.end() - 10, call.callee.end())});
        else if (call.path() == "Character.toLowerCase" && call.arguments.size() == 1)
            found(call.node, 0, {CurlyProgram::replace(call.node, call.arguments[0].text().toByteArray())});
        else if (call.isMethod({"map"}) && folders.contains(call.list.text().toByteArray()))
            found(call.node, 0, {program.dropCall(call)});
    }
    for (const SyntaxNode &field : SyntaxTree::all(program.tree().root(), "field_access")) {
        if (field.text() == "String.CASE_INSENSITIVE_ORDER")
            found(field, 0, {CurlyProgram::replace(field, "java.util.Comparator.naturalOrder()")});
    }
    for (const SyntaxNode &flags : SyntaxTree::all(program.tree().root(), "regex_flags")) {
        if (flags.text().contains('i'))
            found(flags, 0, {CurlyProgram::replace(flags, flags.text().toByteArray().replace("i", ""))});
    }
}

void stringFormat(const CurlyProgram &program, const Found &found)
{
    static const QByteArrayList formers{"padStart", "padEnd", "trim", "trimStart", "trimEnd", "strip", "trim_start",
        "trim_end", "stripTrailing"};
    for (const CallParts &call : program.calls()) {
        const bool joins = call.isMethod({"join", "joining"}) && !call.arguments.empty();
        const bool appends = call.isMethod({"push", "push_str", "append"}) && call.arguments.size() == 1;
        if (call.isMethod(formers))
            found(call.node, 0, {program.dropCall(call)});
        else if (joins && program.is(call.arguments[0], Concept::Text))
            found(call.node, 0, {CurlyProgram::replace(call.arguments[0], otherSeparator(call.arguments[0]))});
        else if (appends && (program.is(call.arguments[0], Concept::Text) || call.arguments[0].kind().startsWith("char"))
            && call.arguments[0].text().size() < 8)
            found(call.node, 0, {program.dropStatement(program.statementOf(call.node))});
        else if (call.isMethod({"toFixed"}) && call.arguments.size() == 1)
            found(call.node, 0, {CurlyProgram::replace(call.arguments[0], program.shifted(call.arguments[0], -1))});
    }
    for (const SyntaxNode &macro : SyntaxTree::all(program.tree().root(), "macro_invocation")) {
        for (const SyntaxNode &text : program.below(macro, Concept::Text)) {
            if (const std::optional<Replacement> piece = withoutForm(text))
                found(text, 0, {*piece});
            else if (macro.text().startsWith("format!") && text.text().contains("}") && text.text().size() > 4
                && !text.text().endsWith("}\""))
                found(text, 0, {CurlyProgram::erase(text.end() - 2, text.end() - 1)});
        }
    }
    for (const SyntaxNode &text : program.inFunctions(Concept::Text)) {
        const bool given = program.is(*text.parent(), Concept::Return);
        const QByteArray lower = text.text().toByteArray().toLower();
        if (given && text.text().size() > 3)
            found(text, 2, {CurlyProgram::replace(text, lower != text.text() ? lower : lower.toUpper())});
    }
}

} // namespace autodidact::faults
