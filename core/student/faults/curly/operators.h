#pragma once

#include "core/student/faults/curlyprogram.h"
#include "core/student/faults/operators.h"

namespace autodidact::faults {

// One operator a family for Java, JavaScript and Rust, as in faults/operators.h for Python. A family that makes no sense
// in a language finds nothing there.
void offByOneRange(const CurlyProgram &program, const Found &found);
void boundary(const CurlyProgram &program, const Found &found);
void comparison(const CurlyProgram &program, const Found &found);
void noneHandling(const CurlyProgram &program, const Found &found);
void emptyInput(const CurlyProgram &program, const Found &found);
void wrongOperator(const CurlyProgram &program, const Found &found);
void integerDivision(const CurlyProgram &program, const Found &found);
void caseSensitivity(const CurlyProgram &program, const Found &found);
void mutatedArgument(const CurlyProgram &program, const Found &found);
void missingImport(const CurlyProgram &program, const Found &found);
void wrongReturn(const CurlyProgram &program, const Found &found);
void earlyReturn(const CurlyProgram &program, const Found &found);
void infiniteLoop(const CurlyProgram &program, const Found &found);
void syntaxSlip(const CurlyProgram &program, const Found &found);
void sortOrder(const CurlyProgram &program, const Found &found);
void shallowCopy(const CurlyProgram &program, const Found &found);
void defaultArgument(const CurlyProgram &program, const Found &found);
void accumulatorInit(const CurlyProgram &program, const Found &found);
void indexBase(const CurlyProgram &program, const Found &found);
void stringFormat(const CurlyProgram &program, const Found &found);
void duplicateHandling(const CurlyProgram &program, const Found &found);

/// What an expression asks of a value: whether it lacks something (Positive) or has it (Negative); the negation of either.
enum class Question { None, Positive, Negative };
using Asks = Question (*)(const CurlyProgram &program, const SyntaxNode &expression);

/// Leaves a question out wherever a program puts it: as a guard, in a chain of conditions, in a choice or a filter.
void forget(const CurlyProgram &program, const Found &found, Asks asks);

/// The question with brackets and negations taken off.
Question asked(const CurlyProgram &program, const SyntaxNode &expression, Asks asks);

} // namespace autodidact::faults
