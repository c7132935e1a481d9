#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

namespace autodidact {

/// The prompt of a Python function whose body is open, with a body that raises NotImplementedError.
QString openStarter(const QString &prompt);

/// Judges a Python task by a text that defines check(candidate): fills in its hidden tests, its setup
/// (what stands before the target, where the tests use a name of it) and its isolation. Statement,
/// entry point and starter must be set. Errors (BadInput) have no place in front.
Status addCheck(Task &task, const QString &testText);

/// The examples of the target's docstring as tests, without those that a hidden test contradicts.
QList<TestCase> sureExamples(const Task &task);

} // namespace autodidact
