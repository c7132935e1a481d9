#include "core/runners/rustsignature.h"

#include "core/syntax/syntaxtree.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

bool isStandard(const SyntaxNode &type)
{
    static const QSet<QByteArray> names{"Vec", "String", "Option", "Result", "Box", "HashMap", "HashSet", "BTreeMap", "BTreeSet",
        "VecDeque", "BinaryHeap", "LinkedList"};
    if (type.kind() == "type_identifier" && !names.contains(type.text().toByteArray()))
        return false;
    for (const char *kind : {"lifetime", "abstract_type", "dynamic_type", "scoped_type_identifier", "function_type"}) {
        if (type.kind() == kind)
            return false;
    }
    for (const SyntaxNode &part : type.namedChildren()) {
        if (!isStandard(part))
            return false;
    }
    return true;
}

std::optional<SyntaxNode> functionOf(const SyntaxTree &tree, const QByteArray &name)
{
    for (const SyntaxNode &item : tree.root().namedChildren()) {
        const auto own = item.kind() == "function_item" ? item.child("name") : std::nullopt;
        if (own && own->text() == name)
            return item;
    }
    return std::nullopt;
}

} // namespace

QString rustSignature(const Execution &execution)
{
    const auto tree = SyntaxTree::parse(Language::Rust, execution.starter.toUtf8());
    const auto function = tree ? functionOf(*tree, execution.entryPoint.toUtf8()) : std::nullopt;
    const auto parameters = function ? function->child("parameters") : std::nullopt;
    if (!parameters || function->child("type_parameters"))
        return {};
    QStringList types;
    for (const SyntaxNode &parameter : parameters->namedChildren()) {
        const auto type = parameter.child("type");
        if (!type || !isStandard(*type))
            return {};
        types << QString::fromUtf8(type->text());
    }
    QString signature = u"fn("_s + types.join(u", "_s) + u')';
    if (const auto result = function->child("return_type")) {
        if (!isStandard(*result))
            return {};
        signature += u" -> "_s + QString::fromUtf8(result->text());
    }
    return signature;
}

} // namespace autodidact
