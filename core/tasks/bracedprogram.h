#pragma once

#include "core/tasks/program.h"

namespace autodidact {

/// Makes a whole program of code in Java, JavaScript or Rust that came out of an answer: in front go
/// the imports and helpers of the task's prefix that the code lacks; a Java method alone gets the
/// class of the prefix around it; a function body gets the prefix and what closes it.
Program bracedProgram(const Task &task, const QString &code);

} // namespace autodidact
