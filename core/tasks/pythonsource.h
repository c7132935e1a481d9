#pragma once

#include "core/syntax/syntaxtree.h"

#include <QSet>

namespace autodidact {

/// The last function of that name at the top level of a Python module, if there is one; a decorated
/// one is found as well.
std::optional<SyntaxNode> topLevelFunction(const SyntaxTree &module, QByteArrayView name);

/// True when the module binds the name at its top level: def, class, assignment or import, also
/// below an `if` or `try` of the top level.
bool bindsAtTopLevel(const SyntaxTree &module, QByteArrayView name);

/// First byte of the definition, its decorators included.
qsizetype definitionStart(const SyntaxNode &function);

/// The text between the quotes of a function's docstring, as it is written; empty without one.
QByteArray docstringOf(const SyntaxNode &function);

/// Every identifier below a node.
QSet<QByteArray> identifiersIn(const SyntaxNode &node);

/// The names that assignments, loops, imports and definitions below a node bind.
QSet<QByteArray> namesBoundIn(const SyntaxNode &node);

/// The text of a node moved to column 1: the indentation of its first line is taken off the others,
/// except where a line begins inside a string.
QByteArray dedented(const SyntaxNode &node);

/// The expression when the text is exactly one Python expression, a comment behind it taken off.
std::optional<QByteArray> soleExpression(const QByteArray &text);

/// True when the tree is one expression of plain literals: numbers, strings, None, booleans and
/// lists, tuples, dicts and sets of them.
bool isLiteral(const SyntaxNode &node);

/// The expression node of a module that soleExpression() accepts.
std::optional<SyntaxNode> expressionOf(const SyntaxTree &module);

} // namespace autodidact
