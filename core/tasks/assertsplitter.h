#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

namespace autodidact {

/// The tests of one published test text in Java, JavaScript or Rust.
struct SplitTests {
    QList<TestCase> tests;
    QString setup;               ///< what stands beside the test functions
    QStringList undefinedCalls;  ///< test functions that are called and not there
};

/// JavaScript: one test per assert where every function that the text calls holds nothing but asserts
/// (behind `let candidate = …`); otherwise the whole text is one test.
Result<SplitTests> splitJavaScript(const QString &text);

/// Rust: the functions with #[test], wherever they stand, or main(). One test per assert where a
/// function holds nothing but asserts (behind `let candidate = …`), otherwise one per function.
Result<SplitTests> splitRust(const QString &text);

/// Java: the assert statements of main(), which must hold nothing else, as calls of assertTrue(); the
/// methods of \p owner that they call are qualified with its name.
Result<SplitTests> splitJava(const QString &text, const QString &owner);

} // namespace autodidact
