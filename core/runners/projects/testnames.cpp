#include "core/runners/projects/testnames.h"

#include "core/syntax/syntaxtree.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString text(const SyntaxNode &node)
{
    return QString::fromUtf8(node.text());
}

void addCall(const SyntaxNode &call, QStringList &names)
{
    const auto function = call.child("function");
    const auto arguments = call.child("arguments");
    if (!function || !arguments || (function->text() != "test" && function->text() != "it"))
        return;
    const auto parts = arguments->namedChildren();
    if (parts.size() >= 2 && parts.front().kind() == "string" && text(parts.front()).size() > 2)
        names << text(parts.front()).sliced(1).chopped(1);
}

void addMethod(const SyntaxNode &method, QStringList &names)
{
    static const QRegularExpression annotation(u"@(?:org\\.junit\\.(?:jupiter\\.api\\.)?)?Test\\b"_s);
    const auto name = method.child("name");
    for (const SyntaxNode &part : method.namedChildren()) {
        if (name && part.kind() == "modifiers" && text(part).contains(annotation))
            names << text(*name);
    }
}

void addFunction(const SyntaxNode &function, QStringList &names)
{
    const auto name = function.child("name");
    const auto before = function.previousNamed();
    if (name && before && before->kind() == "attribute_item" && before->text() == "#[test]")
        names << text(*name);
}

} // namespace

QStringList testNames(Language language, const QString &file)
{
    QStringList names;
    const auto tree = SyntaxTree::parse(language, file.toUtf8());
    if (!tree)
        return names;
    if (language == Language::JavaScript) {
        for (const SyntaxNode &call : SyntaxTree::all(tree->root(), "call_expression"))
            addCall(call, names);
    } else if (language == Language::Java) {
        for (const SyntaxNode &method : SyntaxTree::all(tree->root(), "method_declaration"))
            addMethod(method, names);
    } else if (language == Language::Rust) {
        for (const SyntaxNode &function : SyntaxTree::all(tree->root(), "function_item"))
            addFunction(function, names);
    }
    return names;
}

} // namespace autodidact
