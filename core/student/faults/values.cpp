#include "core/student/faults/operators.h"

#include <map>

namespace autodidact::faults {

namespace {

bool isText(const SyntaxNode &node)
{
    return node.kind() == "string" || node.kind() == "list" || node.kind() == "concatenated_string";
}

/// Calls found() for the operator token of each binary expression and augmented assignment named in the table.
void exchange(const PythonProgram &program, const std::map<QByteArray, QByteArray> &table, const Found &found)
{
    for (const QByteArrayView kind : {QByteArrayView("binary_operator"), QByteArrayView("augmented_assignment")}) {
        for (const SyntaxNode &expression : program.inFunctions(kind)) {
            const std::optional<SyntaxNode> token = PythonProgram::operatorToken(expression);
            const auto it = token ? table.find(token->text().toByteArray()) : table.end();
            if (it == table.end())
                continue;
            const bool texts = isText(*expression.child("left")) || isText(*expression.child("right"));
            found(expression, texts ? 2 : 0, {PythonProgram::replace(*token, it->second)});
        }
    }
}

bool holdsDivision(const SyntaxNode &node)
{
    return std::ranges::any_of(SyntaxTree::all(node, "binary_operator"), [](const SyntaxNode &expression) {
        const std::optional<SyntaxNode> token = PythonProgram::operatorToken(expression);
        return token && token->text() == "/";
    });
}

/// A name that a loop over numbers or an enumeration counts with.
bool isCounter(const SyntaxNode &name)
{
    for (std::optional<SyntaxNode> node = name.parent(); node; node = node->parent()) {
        if (node->kind() != "for_statement")
            continue;
        const SyntaxNode right = *node->child("right");
        const bool counts = PythonProgram::isCallTo(right, "range") || PythonProgram::isCallTo(right, "enumerate");
        const std::vector<SyntaxNode> names = SyntaxTree::all(*node->child("left"), "identifier");
        if (counts && !names.empty() && names.front().text() == name.text())
            return true;
    }
    return false;
}

} // namespace

void wrongOperator(const PythonProgram &program, const Found &found)
{
    static const std::map<QByteArray, QByteArray> table{{"+", "-"}, {"-", "+"}, {"*", "+"}, {"**", "*"}, {"%", "//"},
        {"/", "*"}, {"+=", "-="}, {"-=", "+="}, {"*=", "+="}};
    exchange(program, table, found);
}

void integerDivision(const PythonProgram &program, const Found &found)
{
    static const std::map<QByteArray, QByteArray> table{{"//", "/"}, {"/", "//"}, {"//=", "/="}, {"/=", "//="}};
    exchange(program, table, found);
    for (const SyntaxNode &call : program.inFunctions("call")) {
        const std::vector<SyntaxNode> parts = PythonProgram::arguments(call);
        const SyntaxNode function = *call.child("function");
        if (parts.size() != 1)
            continue;
        if (function.text() == "round" || function.text() == "math.ceil" || function.text() == "ceil")
            found(call, 0, {PythonProgram::replace(function, "int")});
        else if (function.text() == "int" && holdsDivision(parts[0]))
            found(call, 1, {PythonProgram::replace(call, '(' + parts[0].text().toByteArray() + ')')});
    }
}

void caseSensitivity(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &call : program.inFunctions("call")) {
        for (const QByteArrayView method : {QByteArrayView("lower"), QByteArrayView("upper"), QByteArrayView("casefold"),
                 QByteArrayView("swapcase"), QByteArrayView("title"), QByteArrayView("capitalize")}) {
            if (PythonProgram::isMethodCall(call, method) && PythonProgram::arguments(call).empty())
                found(call, 0, {PythonProgram::replace(call, call.child("function")->child("object")->text().toByteArray())});
        }
        for (const QByteArrayView method : {QByteArrayView("isupper"), QByteArrayView("islower")}) {
            if (PythonProgram::isMethodCall(call, method))
                found(call, 0, {PythonProgram::replace(*call.child("function")->child("attribute"), "isalpha")});
        }
        if (const std::optional<SyntaxNode> key = PythonProgram::keyword(call, "key")) {
            const QByteArrayView value = key->child("value")->text();
            if (value == "str.lower" || value == "str.upper" || value == "str.casefold")
                found(call, 0, {PythonProgram::dropArgument(*key)});
        }
    }
}

void indexBase(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &subscript : program.inFunctions("subscript")) {
        const SyntaxNode index = *subscript.child("subscript");
        if (index.kind() == "integer")
            found(subscript, 0, {PythonProgram::replace(index, PythonProgram::shifted(index, index.text() == "0" ? 1 : -1))});
        else if (index.text() == "-1")
            found(subscript, 0, {PythonProgram::replace(index, "0")});
        else if (index.kind() == "binary_operator" && index.child("right")->text() == "1")
            found(subscript, 0, {PythonProgram::replace(index, index.child("left")->text().toByteArray())});
        else if (index.kind() == "identifier" && isCounter(index))
            found(subscript, 1, {PythonProgram::replace(index, PythonProgram::shifted(index, -1))});
    }
    for (const SyntaxNode &call : program.inFunctions("call")) {
        const std::vector<SyntaxNode> parts = PythonProgram::arguments(call);
        if (!PythonProgram::isCallTo(call, "enumerate") || parts.empty())
            continue;
        if (parts.size() == 2)
            found(call, 0, {PythonProgram::dropArgument(parts[1])});
        else
            found(call, 0, {Replacement{parts[0].end(), parts[0].end(), ", 1"}});
    }
}

void stringFormat(const PythonProgram &program, const Found &found)
{
    for (const SyntaxNode &specifier : program.inFunctions("format_specifier"))
        found(specifier, 0, {PythonProgram::replace(specifier, {})});
    for (const SyntaxNode &call : program.inFunctions("call")) {
        for (const QByteArrayView method : {QByteArrayView("zfill"), QByteArrayView("rjust"), QByteArrayView("ljust"),
                 QByteArrayView("center"), QByteArrayView("strip"), QByteArrayView("rstrip"), QByteArrayView("lstrip")}) {
            if (PythonProgram::isMethodCall(call, method))
                found(call, 0, {PythonProgram::replace(call, call.child("function")->child("object")->text().toByteArray())});
        }
        if (PythonProgram::isMethodCall(call, "join")) {
            const SyntaxNode separator = *call.child("function")->child("object");
            const bool empty = separator.text() == "''" || separator.text() == "\"\"";
            if (separator.kind() == "string")
                found(call, 0, {PythonProgram::replace(separator, empty ? "\" \"" : "\"\"")});
        }
        const std::vector<SyntaxNode> parts = PythonProgram::positional(call);
        if (PythonProgram::isCallTo(call, "round") && parts.size() == 2)
            found(call, 1, {PythonProgram::replace(parts[1], PythonProgram::shifted(parts[1], -1))});
    }
    for (const SyntaxNode &statement : program.inFunctions("return_statement")) {
        const std::vector<SyntaxNode> parts = statement.namedChildren();
        const bool quoted = parts.size() == 1 && parts[0].kind() == "string" && parts[0].text().size() > 3;
        const QByteArray lower = quoted ? parts[0].text().toByteArray().toLower() : QByteArray();
        if (quoted)
            found(statement, 2, {PythonProgram::replace(parts[0], lower != parts[0].text() ? lower : lower.toUpper())});
    }
}

} // namespace autodidact::faults
