#pragma once

#include "core/student/faults/curlyprogram.h"
#include "core/student/faults/operators.h"
#include "core/student/faults/pythonprogram.h"

#include <variant>

namespace autodidact {

/// A program as the fault operators of its language see it. The tree must outlive this.
class SeenProgram
{
public:
    explicit SeenProgram(const SyntaxTree &tree);

    const SyntaxTree &tree() const { return m_tree; }
    const QByteArray &source() const { return m_tree.source(); }

    /// Calls found() for each place where a mistake of this family can be made; never for families without an operator
    /// in this language.
    void visit(FaultFamily family, const faults::Found &found) const;

private:
    const SyntaxTree &m_tree;
    std::variant<PythonProgram, CurlyProgram> m_program;
};

} // namespace autodidact
