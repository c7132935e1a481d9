#pragma once

#include "core/syntax/syntaxtree.h"

#include <QString>

#include <vector>

namespace autodidact {

/// The multiset of n-grams of one program's syntax: what similarity and exposure count.
///
/// Tree grams: node kinds in pre-order, five at a time. Names and literals count by their kind alone, so renaming
/// changes nothing; operators and keywords count as themselves. Comments, docstrings and pure punctuation are left out.
/// Token grams: the texts of the leaves, three at a time, so that names and values do count.
class SyntaxNgrams
{
public:
    static constexpr int treeLength = 5;
    static constexpr int tokenLength = 3;

    static SyntaxNgrams ofTree(const SyntaxTree &tree);
    static SyntaxNgrams ofTokens(const SyntaxTree &tree);

    qsizetype size() const { return qsizetype(m_grams.size()); }

    /// Adds the other's grams, for a text in several parts.
    void add(const SyntaxNgrams &other);

    /// Number of grams that both hold, repeats counted.
    static qsizetype common(const SyntaxNgrams &a, const SyntaxNgrams &b);

    /// Dice coefficient 2|a and b| / (|a| + |b|), 0 to 1. Two empty programs give 1.
    static double dice(const SyntaxNgrams &a, const SyntaxNgrams &b);

private:
    static SyntaxNgrams of(const std::vector<quint64> &sequence, int length);

    std::vector<quint64> m_grams;   ///< hashes, sorted
};

/// Dice coefficient of the tree 5-grams, 0 to 1; 0 when there is no grammar.
double treeSimilarity(Language language, const QString &a, const QString &b);

/// Dice coefficient of the token 3-grams, 0 to 1; 0 when there is no grammar.
double tokenSimilarity(Language language, const QString &a, const QString &b);

/// Share of the reference's tree 5-grams (repeats counted) that the carried text holds, 0 to 1. The carried text is
/// Markdown or bare code: fenced blocks are parsed each for itself, the rest as one program, since a memory may be unfenced.
double coverage(Language language, const QString &carried, const QString &reference);

/// From this coverage on, a task counts as exposed to its own solution.
inline constexpr double exposedFrom = 0.60;

} // namespace autodidact
