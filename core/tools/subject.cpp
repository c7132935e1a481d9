#include "core/tools/subject.h"

#include "core/syntax/syntaxtree.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// As long as before, so that columns stay. What looks like a comment within a string changes as
/// well: no tool minds.
QString withoutDirectives(const QString &code)
{
    static const QRegularExpression comment(u"#[^\\n]*"_s);
    static const QRegularExpression directive(
        u"\\b(?:type(?=:\\s*ignore)|mypy(?=:)|noqa|nopep8)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString quiet = code;
    for (auto comments = comment.globalMatch(code); comments.hasNext();) {
        const QRegularExpressionMatch found = comments.next();
        for (auto words = directive.globalMatch(found.captured()); words.hasNext();)
            quiet[found.capturedStart() + words.next().capturedStart()] = u'_';
    }
    return quiet;
}

bool isModule(const SyntaxTree &tree)
{
    return std::ranges::any_of(tree.root().namedChildren(), [](const SyntaxNode &node) {
        return node.kind() == "import_statement" || node.kind() == "export_statement";
    });
}

/// Of the first public type on the outside, else of the first type: javac wants the file to be
/// called so.
QString javaName(const SyntaxTree &tree)
{
    QString first;
    for (const SyntaxNode &node : tree.root().namedChildren()) {
        const std::optional<SyntaxNode> name = node.child("name");
        if (!node.kind().endsWith("_declaration") || !name || name->kind() != "identifier")
            continue;
        const QString text = QString::fromUtf8(name->text());
        const auto parts = node.namedChildren();
        const bool isPublic = std::ranges::any_of(parts, [](const SyntaxNode &part) {
            const auto words = part.children();
            return part.kind() == "modifiers"
                && std::ranges::any_of(
                    words, [](const SyntaxNode &word) { return word.kind() == "public"; });
        });
        if (isPublic)
            return text;
        if (first.isEmpty())
            first = text;
    }
    return first.isEmpty() ? u"Program"_s : first.left(100);
}

} // namespace

Subject subjectOf(const Task &task, const QString &code)
{
    Subject subject{.language = task.language,
        .kind = task.kind,
        .file = u"program.py"_s,
        .code = code.toUtf8()};
    const Result<SyntaxTree> tree = SyntaxTree::parse(task.language, subject.code);
    subject.parses = !tree || !tree->hasError();
    switch (task.language) {
    case Language::Python:
        subject.code = withoutDirectives(code).toUtf8();
        break;
    case Language::JavaScript:
        subject.file = u"program.js"_s;
        subject.module = tree && isModule(*tree);
        break;
    case Language::Java:
        subject.file = (tree ? javaName(*tree) : u"Program"_s) + u".java"_s;
        break;
    case Language::Rust:
        subject.file = u"program.rs"_s;
        break;
    }
    return subject;
}

} // namespace autodidact
