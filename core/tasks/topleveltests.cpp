#include "core/tasks/topleveltests.h"

#include "core/tasks/pythonsource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

struct Line {
    QByteArray name;         ///< what a plain value is assigned to; empty for any other statement
    QByteArray text;
};

std::optional<SyntaxNode> assignmentIn(const SyntaxNode &statement)
{
    const auto parts = statement.namedChildren();
    if (statement.kind() != "expression_statement" || parts.size() != 1 || parts.front().kind() != "assignment")
        return std::nullopt;
    return parts.front();
}

/// The name that a statement gives a plain value.
QByteArray plainName(const SyntaxNode &statement)
{
    const auto assignment = assignmentIn(statement);
    const auto left = assignment ? assignment->child("left") : std::nullopt;
    const auto right = assignment ? assignment->child("right") : std::nullopt;
    return left && right && left->kind() == "identifier" && isLiteral(*right) ? left->text().toByteArray() : QByteArray();
}

void addLine(QList<Line> &lines, const SyntaxNode &statement)
{
    const Line line{plainName(statement), statement.text().toByteArray() + '\n'};
    if (!line.name.isEmpty()) {
        const auto named = [&line](const Line &earlier) { return earlier.name == line.name; };
        lines.removeIf(named);
    }
    lines.append(line);
}

/// The values of the dict that a module assigns to a name.
QStringList valuesOf(const SyntaxTree &module, QByteArrayView name)
{
    QStringList values;
    for (const SyntaxNode &statement : module.root().namedChildren()) {
        const auto assignment = assignmentIn(statement);
        const auto left = assignment ? assignment->child("left") : std::nullopt;
        const auto right = assignment ? assignment->child("right") : std::nullopt;
        if (!left || !right || left->text() != name)
            continue;
        values.clear();
        for (const SyntaxNode &pair : right->namedChildren()) {
            if (const auto value = pair.child("value"))
                values.append(QString::fromUtf8(value->text()));
        }
    }
    return values;
}

} // namespace

Result<QList<TestCase>> topLevelTests(const QString &text)
{
    const auto module = SyntaxTree::parse(Language::Python, text.toUtf8() + '\n');
    if (!module)
        return std::unexpected(module.error());
    if (module->hasError())
        return fail(ErrorKind::BadInput, u"\"test\" is not valid Python. Fetch the file again."_s);
    QList<Line> before;
    QList<TestCase> tests;
    for (const SyntaxNode &statement : module->root().namedChildren()) {
        if (statement.kind() == "comment")
            continue;
        if (SyntaxTree::all(statement, "assert_statement").empty()) {
            addLine(before, statement);
            continue;
        }
        QByteArray code;
        for (const Line &line : std::as_const(before))
            code += line.text;
        tests.append({u"assert %1"_s.arg(tests.size() + 1), QString::fromUtf8(code + statement.text().toByteArray()) + u'\n'});
    }
    return tests;
}

std::optional<AssertedCall> assertedCall(const QString &test)
{
    const auto module = SyntaxTree::parse(Language::Python, test.toUtf8());
    const auto asserts = module ? SyntaxTree::all(module->root(), "assert_statement") : std::vector<SyntaxNode>();
    if (asserts.size() != 1 || asserts.front().namedChildren().empty())
        return std::nullopt;
    const SyntaxNode comparison = asserts.front().namedChildren().front();
    const auto sides = comparison.namedChildren();
    const auto arguments = sides.empty() ? std::nullopt : sides.front().child("arguments");
    if (comparison.kind() != "comparison_operator" || sides.size() != 2 || !arguments || !comparison.text().contains("=="))
        return std::nullopt;
    AssertedCall call{{}, QString::fromUtf8(sides.back().text())};
    for (const SyntaxNode &argument : arguments->namedChildren()) {
        if (argument.kind() == "dictionary_splat" && !argument.namedChildren().empty())
            call.arguments += valuesOf(*module, argument.namedChildren().front().text());
        else
            call.arguments.append(QString::fromUtf8(argument.child("value").value_or(argument).text()));
    }
    return call;
}

} // namespace autodidact
