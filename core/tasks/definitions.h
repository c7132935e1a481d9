#pragma once

#include "core/syntax/syntaxtree.h"

#include <QSet>

namespace autodidact {

/// Something with a name that a program defines.
struct Definition {
    QByteArray name;
    SyntaxNode node;         ///< the whole definition
    bool callable = false;   ///< a function, or a variable that holds one
};

/// What a program in Java, JavaScript or Rust defines at its top level, in order of the text; in Java
/// also the methods of its classes. For Python there is pythonsource.h.
std::vector<Definition> definitionsOf(const SyntaxTree &program);

/// The name of the last function, empty without one.
QByteArray lastFunction(const SyntaxTree &program);

/// Every name that is written below a node, types and fields included; comments and texts do not count.
QSet<QByteArray> namesIn(const SyntaxNode &node);

} // namespace autodidact
