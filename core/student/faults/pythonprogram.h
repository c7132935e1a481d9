#pragma once

#include "core/student/faults/fault.h"
#include "core/syntax/syntaxtree.h"

#include <QHash>

namespace autodidact {

/// A Python program as the fault operators see it: questions about its tree, and edits that keep its layout whole.
class PythonProgram
{
public:
    /// The tree must outlive this.
    explicit PythonProgram(const SyntaxTree &tree);

    const SyntaxTree &tree() const { return m_tree; }
    const QByteArray &source() const { return m_tree.source(); }

    /// Named nodes of this kind inside functions: what stands outside is set-up.
    const std::vector<SyntaxNode> &inFunctions(QByteArrayView kind) const;

    /// The token between the operands of a comparison with two operands, or of a binary expression.
    static std::optional<SyntaxNode> operatorToken(const SyntaxNode &expression);

    static bool isCallTo(const SyntaxNode &node, QByteArrayView name);           ///< name(...)
    static bool isMethodCall(const SyntaxNode &node, QByteArrayView method);     ///< anything.method(...)
    static std::vector<SyntaxNode> arguments(const SyntaxNode &call);            ///< keyword arguments included
    static std::vector<SyntaxNode> positional(const SyntaxNode &call);
    static std::optional<SyntaxNode> keyword(const SyntaxNode &call, QByteArrayView name);

    static std::vector<SyntaxNode> parametersOf(const SyntaxNode &function);     ///< as identifiers
    bool isParameter(const SyntaxNode &identifier) const;                        ///< of the function around it

    /// True when the name occurs as an identifier in the subtree.
    static bool mentions(const SyntaxNode &where, QByteArrayView name);

    static Replacement replace(const SyntaxNode &node, QByteArray text);
    /// The expression plus \p delta, as a person would write it.
    static QByteArray shifted(const SyntaxNode &expression, int delta);
    /// Takes an argument out of a call, its comma with it.
    static Replacement dropArgument(const SyntaxNode &argument);
    /// Takes a statement out, its lines with it; leaves `pass` where it stood alone.
    Replacement dropStatement(const SyntaxNode &statement) const;
    /// Takes the first branch of an `if` out; what came after it moves up.
    std::optional<Replacement> dropBranch(const SyntaxNode &ifStatement) const;
    /// Puts the lines of a block in the place of the statement that holds it.
    Replacement unwrap(const SyntaxNode &statement, const SyntaxNode &block) const;
    /// White space in front of the line of this node.
    QByteArray indentOf(const SyntaxNode &node) const;
    qsizetype lineStart(qsizetype offset) const;

private:
    const SyntaxTree &m_tree;
    QHash<QByteArray, std::vector<SyntaxNode>> m_inFunctions;   ///< by kind, in order of the text
    std::vector<SyntaxNode> m_none;
};

} // namespace autodidact
