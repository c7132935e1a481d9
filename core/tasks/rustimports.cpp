#include "core/tasks/rustimports.h"

#include "core/tasks/definitions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Bytes to take out of a text.
struct Cut {
    qsizetype from = 0;
    qsizetype to = 0;
};

bool isOwn(QByteArrayView crate)
{
    return crate == "std" || crate == "core" || crate == "alloc" || crate == "crate" || crate == "self" || crate == "super";
}

QByteArray crateOf(const SyntaxNode &import)
{
    const auto argument = import.child("argument");
    const QByteArray path = argument ? argument->text().toByteArray() : QByteArray();
    return path.first(path.contains("::") ? path.indexOf("::") : path.size());
}

/// The line of an import, its end included.
Cut lineOf(const SyntaxNode &import, const QByteArray &source)
{
    const qsizetype end = source.indexOf('\n', import.end());
    const bool alone = end >= 0 && source.sliced(import.end(), end - import.end()).trimmed().isEmpty();
    return {import.start(), alone ? end + 1 : import.end()};
}

/// `ascii::AsciiExt` in a list of imports, with the comma before or behind it.
std::optional<Cut> asciiExtIn(const SyntaxNode &import, const QByteArray &source)
{
    for (const SyntaxNode &path : SyntaxTree::all(import, "scoped_identifier")) {
        if (path.text() != "ascii::AsciiExt" || !path.parent() || path.parent()->kind() != "use_list")
            continue;
        if (const auto before = path.previousNamed())
            return Cut{before->end(), path.end()};
        const auto next = path.nextNamed();
        return Cut{path.start(), next ? next->start() : path.end()};
    }
    const QByteArrayView text = QByteArrayView(source).sliced(import.start(), import.end() - import.start());
    return text.endsWith("std::ascii::AsciiExt;") ? std::optional(lineOf(import, source)) : std::nullopt;
}

} // namespace

RustImports trimmedImports(const QString &head, const QString &user)
{
    RustImports result{head, {}};
    const auto tree = SyntaxTree::parse(Language::Rust, head.toUtf8() + "\n}\n");
    const auto uses = SyntaxTree::parse(Language::Rust, user.toUtf8());
    if (!tree || !uses)
        return result;
    const QSet<QByteArray> used = namesIn(uses->root());
    QList<Cut> cuts;
    for (const SyntaxNode &import : SyntaxTree::all(tree->root(), "use_declaration")) {
        const QByteArray crate = crateOf(import);
        if (isOwn(crate)) {
            if (const auto cut = asciiExtIn(import, tree->source()))
                cuts.append(*cut);
        } else if (namesIn(import).intersects(used)) {
            result.crates.append(QString::fromUtf8(crate));
        } else {
            cuts.append(lineOf(import, tree->source()));
        }
    }
    QByteArray text = head.toUtf8();
    std::ranges::for_each(cuts.crbegin(), cuts.crend(), [&text](const Cut &cut) { text.remove(cut.from, cut.to - cut.from); });
    result.head = QString::fromUtf8(text);
    return result;
}

} // namespace autodidact
