#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

namespace autodidact {

/// The tests of one published HumanEval test text.
struct SplitCheck {
    QList<TestCase> tests;
    Isolation isolation = Isolation::Split;
};

/// Takes a test text that defines `check(candidate)` apart into tests that each stand alone: one per
/// assert or compound statement with asserts at the top of the body, after the statements it may need.
/// All of them pass exactly when check(entryPoint) does; where statements hang together in a way that
/// cannot be told apart surely, they stay one test. A call of check() that the text holds itself falls
/// away. Errors (BadInput) have no place in front.
Result<SplitCheck> splitCheck(const QString &testText, const QString &entryPoint);

} // namespace autodidact
