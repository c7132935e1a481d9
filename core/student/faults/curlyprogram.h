#pragma once

#include "core/student/faults/fault.h"
#include "core/syntax/syntaxtree.h"

#include <QHash>

namespace autodidact {

/// What a node is, whatever its grammar calls it.
enum class Concept {
    Function, Lambda, Block, If, While, CountingLoop, EachLoop, Return, Call, Creation, Binary, Assignment, Update,
    Declaration, Index, Range, Integer, Text, Boolean, Nothing, Choice, Negation, List, Identifier, Import, Statement,
    Arguments, Other,
};

/// A call or a creation taken apart. `text.trim()`: receiver "text", name "trim"; `Math.max(a)`: receiver "Math";
/// Rust's `u64::from(x)`: no receiver, name "u64::from"; `new Set(x)`: no receiver, name "Set".
struct CallParts {
    SyntaxNode node;
    SyntaxNode callee;                         ///< the node of the name
    QByteArray name;
    std::optional<SyntaxNode> receiver;
    SyntaxNode list;                           ///< arguments with their brackets
    std::vector<SyntaxNode> arguments;

    QByteArray path() const;                   ///< "Math.max"
    bool isMethod(const QByteArrayList &names) const { return receiver && names.contains(name); }
};

/// A binary expression, an assignment or an update taken apart.
struct Operation {
    SyntaxNode node;
    SyntaxNode left;
    SyntaxNode token;
    SyntaxNode right;
};

/// A program in Java, JavaScript or Rust as the fault operators see it: one set of questions and edits for languages
/// with braces, whatever names their grammars give to the same thing.
class CurlyProgram
{
public:
    /// The tree must outlive this.
    explicit CurlyProgram(const SyntaxTree &tree);

    const SyntaxTree &tree() const { return *m_tree; }
    const QByteArray &source() const { return m_tree->source(); }
    Language language() const { return m_tree->language(); }

    Concept conceptOf(const SyntaxNode &node) const;
    bool is(const SyntaxNode &node, Concept wanted) const { return conceptOf(node) == wanted; }

    /// The nodes of this kind inside functions, in order of the text.
    const std::vector<SyntaxNode> &inFunctions(Concept wanted) const;
    const std::vector<CallParts> &calls() const { return m_calls; }           ///< inside functions
    const std::vector<CallParts> &creations() const { return m_creations; }
    const std::vector<Operation> &binaries() const { return m_binaries; }
    const std::vector<Operation> &assignments() const { return m_assignments; }   ///< `=`, `+=` and the like

    std::vector<SyntaxNode> below(const SyntaxNode &from, Concept wanted) const;
    std::optional<SyntaxNode> nearest(const SyntaxNode &node, Concept wanted) const;   ///< ancestor, itself excluded
    std::optional<SyntaxNode> function(const SyntaxNode &node) const;                  ///< named one around it
    bool isLoop(const SyntaxNode &node) const;

    std::optional<CallParts> callOf(const SyntaxNode &node) const;
    std::optional<Operation> operationOf(const SyntaxNode &node) const;
    std::optional<Operation> assignmentOf(const SyntaxNode &node) const;
    /// Condition of an if, a loop or a choice, without brackets.
    std::optional<SyntaxNode> conditionOf(const SyntaxNode &node) const;
    std::optional<SyntaxNode> alternativeOf(const SyntaxNode &ifNode) const;           ///< the branch after `else`
    std::optional<SyntaxNode> elementOf(const SyntaxNode &index) const;                ///< i of a[i]
    std::optional<SyntaxNode> tailOf(const SyntaxNode &function) const;                ///< Rust's value without `return`
    static SyntaxNode bare(SyntaxNode expression);                                     ///< without brackets around it
    std::vector<SyntaxNode> lambdaNames(const SyntaxNode &lambda) const;               ///< of its parameters
    bool isParameter(const SyntaxNode &name) const;                                    ///< of the named function around it
    bool mentions(const SyntaxNode &where, QByteArrayView name) const;
    bool changes(const SyntaxNode &where, QByteArrayView name) const;                  ///< assigns to it somewhere in there
    std::optional<int> integerOf(const SyntaxNode &node) const;

    static Replacement replace(const SyntaxNode &node, QByteArray text);
    static Replacement erase(qsizetype start, qsizetype end) { return {start, end, {}}; }
    Replacement dropCall(const CallParts &call) const;      ///< `x.f()` becomes `x`
    QByteArray shifted(const SyntaxNode &expression, int delta) const;   ///< as a person would write it
    SyntaxNode statementOf(SyntaxNode node) const;          ///< with its semicolon
    std::optional<SyntaxNode> statementBefore(const SyntaxNode &statement) const;   ///< comments skipped
    Replacement dropStatement(const SyntaxNode &statement) const;
    Replacement dropBranch(const SyntaxNode &ifNode) const;              ///< its condition never holds
    Replacement unwrap(const SyntaxNode &ifNode) const;                  ///< its condition always holds
    QByteArray indentOf(qsizetype offset) const;
    qsizetype lineStart(qsizetype offset) const;

private:
    bool standsInBlock(const SyntaxNode &statement) const;
    Replacement inPlaceOf(const SyntaxNode &ifNode, const SyntaxNode &branch) const;

    const SyntaxTree *m_tree;
    QHash<Concept, std::vector<SyntaxNode>> m_inFunctions;
    std::vector<CallParts> m_calls;
    std::vector<CallParts> m_creations;
    std::vector<Operation> m_binaries;
    std::vector<Operation> m_assignments;
    std::vector<SyntaxNode> m_none;
};

} // namespace autodidact
