#pragma once

#include "core/domain/task.h"

#include <QByteArray>

namespace autodidact {

/// An example in a statement: a call and what it gives, both Python expressions.
struct Example {
    QByteArray call;
    QByteArray expected;

    bool operator==(const Example &) const = default;
};

/// The examples of a docstring that can be read surely: doctests, and lines such as `f(1) == 2`,
/// `f(1) ➞ 2`, `f(1) => 2`, `f(1) returns 2`. The call must be of the entry point with literal
/// arguments, the other side a literal. Calls that stand there with two different results are left out.
QList<Example> examplesOf(const QByteArray &docstring, const QByteArray &entryPoint);

/// Leaves out the examples whose call a test answers otherwise. Only asserts of the form
/// `candidate(ARGUMENTS) == LITERAL` count.
QList<Example> withoutContradicted(const QList<Example> &examples, const QList<TestCase> &tests, const QByteArray &entryPoint);

/// One visible test per example.
QList<TestCase> testsOf(const QList<Example> &examples);

} // namespace autodidact
