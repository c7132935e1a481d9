#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

namespace autodidact {

/// Takes Python asserts at the top level of a text apart: one test per assert, behind the other
/// statements before it; a plain value that is assigned anew replaces the earlier one. Errors (BadInput)
/// have no place in front.
Result<QList<TestCase>> topLevelTests(const QString &text);

/// The arguments of the call that an assert compares, and the value on the other side, as they are
/// written; `**NAME` stands for the dict that the test assigns to NAME.
struct AssertedCall {
    QStringList arguments;
    QString value;
};

/// Nothing where the test holds no single assert of that form.
std::optional<AssertedCall> assertedCall(const QString &test);

} // namespace autodidact
