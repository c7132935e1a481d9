#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

namespace autodidact {

/// What a signature with its docstring or comment says of a task.
struct SignatureParts {
    QString entryPoint;
    QString starter;             ///< the signature with a body that is red on every test
    QString statement;           ///< the docstring or comment as text; empty without one
    QList<TestCase> visibleTests;///< one for each example that can be read surely
};

/// Reads the last function of \p text, with or without a body, and the examples in its docstring or comment: in Python
/// doctests and the like, else lines `CALL // RESULT`. BadInput when there is no function.
Result<SignatureParts> readSignature(const QString &text, Language language);

} // namespace autodidact
