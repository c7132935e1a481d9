#pragma once

#include "core/base/error.h"
#include "core/domain/language.h"

#include <tree_sitter/api.h>

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace autodidact {

namespace detail {
struct ParsedText;
}

/// One node of a syntax tree. A cheap value; valid as long as its tree.
/// Offsets are bytes of the UTF-8 source, lines and columns (in bytes) count from 1.
class SyntaxNode
{
public:
    QByteArrayView kind() const;                ///< the grammar's name, for example "identifier", or a token such as "<="
    bool isNamed() const;                       ///< false for tokens such as "(" and "<="
    bool isMissing() const;                     ///< inserted by the parser's error recovery
    bool isError() const;
    bool hasError() const;                      ///< it or something below it does not parse

    qsizetype start() const;                    ///< first byte
    qsizetype end() const;                      ///< one past the last byte
    int line() const;
    int column() const;
    int endLine() const;
    QByteArrayView text() const;

    std::vector<SyntaxNode> children() const;        ///< all, tokens included
    std::vector<SyntaxNode> namedChildren() const;
    std::optional<SyntaxNode> child(QByteArrayView field) const;
    std::optional<SyntaxNode> parent() const;
    std::optional<SyntaxNode> ancestor(QByteArrayView kind) const;   ///< nearest of that kind, itself excluded
    std::optional<SyntaxNode> previousNamed() const;
    std::optional<SyntaxNode> nextNamed() const;

    bool operator==(const SyntaxNode &other) const;

private:
    friend class SyntaxTree;
    SyntaxNode(TSNode node, const detail::ParsedText *parsed);
    std::optional<SyntaxNode> wrap(TSNode node) const;

    TSNode m_node;
    const detail::ParsedText *m_parsed;
};

/// What a walk does below a node.
enum class Walk { Into, Over, Stop };

/// A parsed program: owns the source bytes and the tree. Move-only; const use from many threads is safe.
class SyntaxTree
{
public:
    /// Parses UTF-8. Broken programs parse too: ask firstError(). Missing when this build lacks the grammar.
    static Result<SyntaxTree> parse(Language language, QByteArray utf8);

    SyntaxTree(SyntaxTree &&) noexcept;
    SyntaxTree &operator=(SyntaxTree &&) noexcept;
    ~SyntaxTree();

    const QByteArray &source() const;
    Language language() const;
    SyntaxNode root() const;
    bool hasError() const { return root().hasError(); }

    /// The first place in the text that does not parse.
    std::optional<SyntaxNode> firstError() const;

    /// Every node below \p from, itself first, tokens included.
    static void walk(const SyntaxNode &from, const std::function<Walk(const SyntaxNode &)> &visit);

    /// The named nodes of one kind below \p from (itself included), in order of the text.
    static std::vector<SyntaxNode> all(const SyntaxNode &from, QByteArrayView kind);

private:
    explicit SyntaxTree(std::unique_ptr<detail::ParsedText> parsed);

    std::unique_ptr<detail::ParsedText> m_parsed;
};

/// True when this build can parse the language.
bool hasGrammar(Language language);

} // namespace autodidact
