#include "core/student/faults/seenprogram.h"

#include "core/student/faults/curly/operators.h"

namespace autodidact {

namespace {

using PythonOperator = void (*)(const PythonProgram &, const faults::Found &);
using CurlyOperator = void (*)(const CurlyProgram &, const faults::Found &);

constexpr std::array<PythonOperator, faultFamilyCount> pythonOperators{
    faults::offByOneRange, faults::boundary, faults::comparison, faults::noneHandling, faults::emptyInput,
    faults::wrongOperator, faults::integerDivision, faults::caseSensitivity, faults::mutatedArgument,
    faults::missingImport, faults::wrongReturn, faults::earlyReturn, faults::infiniteLoop, faults::syntaxSlip,
    faults::sortOrder, faults::shallowCopy, faults::defaultArgument, faults::accumulatorInit, faults::indexBase,
    faults::stringFormat, faults::duplicateHandling,
};

constexpr std::array<CurlyOperator, faultFamilyCount> curlyOperators{
    faults::offByOneRange, faults::boundary, faults::comparison, faults::noneHandling, faults::emptyInput,
    faults::wrongOperator, faults::integerDivision, faults::caseSensitivity, faults::mutatedArgument,
    faults::missingImport, faults::wrongReturn, faults::earlyReturn, faults::infiniteLoop, faults::syntaxSlip,
    faults::sortOrder, faults::shallowCopy, faults::defaultArgument, faults::accumulatorInit, faults::indexBase,
    faults::stringFormat, faults::duplicateHandling,
};

std::variant<PythonProgram, CurlyProgram> seen(const SyntaxTree &tree)
{
    if (tree.language() == Language::Python)
        return PythonProgram(tree);
    return CurlyProgram(tree);
}

} // namespace

SeenProgram::SeenProgram(const SyntaxTree &tree)
    : m_tree(tree)
    , m_program(seen(tree))
{
}

void SeenProgram::visit(FaultFamily family, const faults::Found &found) const
{
    const size_t number = size_t(family) - 1;
    if (const auto *python = std::get_if<PythonProgram>(&m_program))
        pythonOperators.at(number)(*python, found);
    else
        curlyOperators.at(number)(std::get<CurlyProgram>(m_program), found);
}

} // namespace autodidact
