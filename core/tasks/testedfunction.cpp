#include "core/tasks/testedfunction.h"

#include "core/tasks/pythonsource.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QSet<QByteArray> classesOf(const SyntaxTree &code)
{
    QSet<QByteArray> names;
    for (const SyntaxNode &definition : SyntaxTree::all(code.root(), "class_definition")) {
        if (const auto name = definition.child("name"))
            names.insert(name->text().toByteArray());
    }
    return names;
}

/// The first called name, from the outside in, that is among the names.
QByteArray firstCallAmong(const SyntaxTree &asserts, const QSet<QByteArray> &names)
{
    for (const SyntaxNode &call : SyntaxTree::all(asserts.root(), "call")) {
        const auto function = call.child("function");
        if (function && function->kind() == "identifier" && names.contains(function->text().toByteArray()))
            return function->text().toByteArray();
    }
    return {};
}

bool handsOverCode(const SyntaxTree &asserts, const QByteArray &name)
{
    return std::ranges::any_of(SyntaxTree::all(asserts.root(), "call"), [&name](const SyntaxNode &call) {
        const auto function = call.child("function");
        const auto arguments = call.child("arguments");
        return function && arguments && function->text() == name
            && (!SyntaxTree::all(*arguments, "lambda").empty() || !SyntaxTree::all(*arguments, "generator_expression").empty()
                || arguments->kind() == "generator_expression");
    });
}

/// `assert f(x)` and `assert not f(x)` ask for the truth of a value that may be of any kind.
bool asksForTruth(const SyntaxTree &asserts, const QByteArray &name)
{
    return std::ranges::any_of(SyntaxTree::all(asserts.root(), "assert_statement"), [&name](const SyntaxNode &statement) {
        const auto parts = statement.namedChildren();
        std::optional<SyntaxNode> value = parts.empty() ? std::nullopt : std::optional(parts.front());
        while (value && (value->kind() == "not_operator" || value->kind() == "parenthesized_expression")) {
            const auto inner = value->namedChildren();
            value = inner.empty() ? std::nullopt : std::optional(inner.front());
        }
        const auto function = value ? value->child("function") : std::nullopt;
        return function && function->text() == name;
    });
}

} // namespace

Result<TestedFunction> testedFunction(const QString &code, const QStringList &asserts, const QString &setup)
{
    const auto program = SyntaxTree::parse(Language::Python, code.toUtf8());
    const auto tests = SyntaxTree::parse(Language::Python, asserts.join(u'\n').toUtf8() + '\n');
    const auto before = SyntaxTree::parse(Language::Python, setup.toUtf8());
    if (!program || !tests || !before)
        return fail(ErrorKind::Missing, u"this build has no grammar for Python"_s);
    if (tests->hasError())
        return fail(ErrorKind::BadInput, u"its asserts are not valid Python"_s);
    const QSet<QByteArray> classes = classesOf(*program);
    QSet<QByteArray> functions;
    for (const SyntaxNode &statement : program->root().namedChildren())
        functions.unite(namesBoundIn(statement));
    functions.subtract(classes);
    const QByteArray name = firstCallAmong(*tests, functions);
    if (name.isEmpty())
        return fail(ErrorKind::BadInput, u"its asserts call no function that its code defines"_s);
    QSet<QByteArray> used = identifiersIn(tests->root()) + identifiersIn(before->root());
    used.subtract(namesBoundIn(before->root()));
    used.remove(name);
    TestedFunction tested{QString::fromUtf8(name), Isolation::Split};
    if (used.intersects(classes + functions) || handsOverCode(*tests, name) || asksForTruth(*tests, name))
        tested.isolation = Isolation::InProcess;
    return tested;
}

} // namespace autodidact
