#include "core/tasks/definitions.h"

#include <algorithm>

namespace autodidact {

namespace {

QByteArray nameOf(const SyntaxNode &node)
{
    const auto name = node.child("name");
    return name ? name->text().toByteArray() : QByteArray();
}

void addNamed(const SyntaxNode &node, bool callable, std::vector<Definition> &found)
{
    if (const QByteArray name = nameOf(node); !name.isEmpty())
        found.push_back({name, node, callable});
}

void addJavaScript(const SyntaxNode &statement, std::vector<Definition> &found)
{
    const QByteArrayView kind = statement.kind();
    if (kind == "export_statement") {
        for (const SyntaxNode &child : statement.namedChildren())
            addJavaScript(child, found);
    } else if (kind == "lexical_declaration" || kind == "variable_declaration") {
        for (const SyntaxNode &declarator : statement.namedChildren()) {
            const auto value = declarator.child("value");
            addNamed(declarator, value && (value->kind() == "arrow_function" || value->kind().startsWith("function")), found);
        }
    } else if (kind.endsWith("_declaration")) {
        addNamed(statement, kind != "class_declaration", found);
    }
}

void addJava(const SyntaxNode &declaration, std::vector<Definition> &found)
{
    const bool method = declaration.kind() == "method_declaration";
    addNamed(declaration, method, found);
    const auto body = declaration.child("body");
    if (method || !body)
        return;
    for (const SyntaxNode &member : body->namedChildren()) {
        if (member.kind().endsWith("_declaration"))
            addJava(member, found);
    }
}

} // namespace

std::vector<Definition> definitionsOf(const SyntaxTree &program)
{
    std::vector<Definition> found;
    for (const SyntaxNode &statement : program.root().namedChildren()) {
        const QByteArrayView kind = statement.kind();
        if (program.language() == Language::JavaScript)
            addJavaScript(statement, found);
        else if (program.language() == Language::Java && kind.endsWith("_declaration") && kind != "import_declaration")
            addJava(statement, found);
        else if (program.language() == Language::Rust && (kind.endsWith("_item") || kind == "macro_definition"))
            addNamed(statement, kind == "function_item", found);
    }
    return found;
}

QByteArray lastFunction(const SyntaxTree &program)
{
    QByteArray name;
    for (const Definition &definition : definitionsOf(program)) {
        if (definition.callable)
            name = definition.name;
    }
    return name;
}

QSet<QByteArray> namesIn(const SyntaxNode &node)
{
    QSet<QByteArray> names;
    SyntaxTree::walk(node, [&names](const SyntaxNode &below) {
        if (below.kind().endsWith("identifier") && below.namedChildren().empty())
            names.insert(below.text().toByteArray());
        return Walk::Into;
    });
    return names;
}

} // namespace autodidact
