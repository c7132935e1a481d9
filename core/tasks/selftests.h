#pragma once

#include "core/domain/task.h"

namespace autodidact {

/// How an attempt is asked to write tests of its own first: a fenced block `tests` in front of the program. Empty for kinds
/// of tasks whose attempts cannot (test files, repositories).
QString selfTestRequest(const Task &task);

/// An answer with its self-tests taken out.
struct OwnTests {
    QList<TestCase> tests;       ///< at most 12, in order, named "own test 1" and so on
    QString rest;                ///< the answer without their blocks

    bool operator==(const OwnTests &) const = default;
};

/// Reads the blocks that selfTestRequest() asks for. Of a function task every statement that begins with `assert` is one
/// test, of a program task every line with a JSON object {"input", "output"}; whatever else stands there is left out.
OwnTests takeSelfTests(const Task &task, const QString &answer);

} // namespace autodidact
