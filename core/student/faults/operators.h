#pragma once

#include "core/student/faults/pythonprogram.h"

#include <functional>

namespace autodidact::faults {

/// Takes one possible edit: the place it is reported at, how weak it is (0 strong), and what it does to the text.
using Found = std::function<void(const SyntaxNode &at, int rank, std::vector<Replacement> pieces)>;

// One operator a family: calls found() for each place in the program where the mistake can be made.
void offByOneRange(const PythonProgram &program, const Found &found);
void boundary(const PythonProgram &program, const Found &found);
void comparison(const PythonProgram &program, const Found &found);
void noneHandling(const PythonProgram &program, const Found &found);
void emptyInput(const PythonProgram &program, const Found &found);
void wrongOperator(const PythonProgram &program, const Found &found);
void integerDivision(const PythonProgram &program, const Found &found);
void caseSensitivity(const PythonProgram &program, const Found &found);
void mutatedArgument(const PythonProgram &program, const Found &found);
void missingImport(const PythonProgram &program, const Found &found);
void wrongReturn(const PythonProgram &program, const Found &found);
void earlyReturn(const PythonProgram &program, const Found &found);
void infiniteLoop(const PythonProgram &program, const Found &found);
void syntaxSlip(const PythonProgram &program, const Found &found);
void sortOrder(const PythonProgram &program, const Found &found);
void shallowCopy(const PythonProgram &program, const Found &found);
void defaultArgument(const PythonProgram &program, const Found &found);
void accumulatorInit(const PythonProgram &program, const Found &found);
void indexBase(const PythonProgram &program, const Found &found);
void stringFormat(const PythonProgram &program, const Found &found);
void duplicateHandling(const PythonProgram &program, const Found &found);

} // namespace autodidact::faults
