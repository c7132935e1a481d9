#pragma once

#include "core/domain/task.h"

namespace autodidact {

/// Completion: what published samples hold, the text behind the task's prefix.
/// Answer: what a model said, perhaps with prose and fences around its code.
enum class AnswerKind { Completion, Answer };

/// A whole program to be judged.
struct Program {
    QString code;
    int preambleLines = 0;       ///< lines put in front of what was written: subtract them from line numbers

    bool operator==(const Program &) const = default;
};

/// Makes a whole program. A completion is cut at the task's stop tokens and put between prefix and
/// suffix. From an answer the code is taken;
/// where it defines the entry point, the imports and helper functions of the prefix go in front, where
/// it is a function body, the head of the function. Of a repository task both are the answer (see answerChanges), and the
/// program is its change as a diff, or the answer itself where that cannot be made. An empty answer gives an empty program.
Program assembleProgram(const Task &task, const QString &text, AnswerKind kind);

} // namespace autodidact
