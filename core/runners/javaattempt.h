#pragma once

#include "core/runners/javacompiler.h"
#include "core/runners/javatests.h"
#include "core/runners/stepplan.h"

namespace autodidact {

/// What the sandbox needs to run compiled \p tests in a virtual machine of their own. Limits are the program's; the machine
/// itself, which lies in \p folder, gets time, memory and threads on top.
AttemptInput javaInput(const Execution &execution, const QList<JavaTest> &tests, const JavaAnswer &compiled,
    const QString &folder, const Nonce &nonce);

/// The verdict on what did not compile: what the parser finds is of class syntax, imports of what is not there of class
/// import, all else of class compile; a program that takes names of the tests' surroundings is tampering.
Verdict classifyJavaCompilation(const Execution &execution, const JavaAnswer &answer);

/// The verdict on what ran; classes as in classify().
Verdict classifyJava(const Execution &execution, const QList<JavaTest> &tests, const RawAttempt &attempt, StepReport report);

} // namespace autodidact
