#pragma once

#include "core/domain/task.h"
#include "core/runners/reports/testreports.h"

namespace autodidact {

/// One result per test that must turn or stay green, in the order of the task and under its names. A name may stand for
/// several reported tests: a file, a class, or a test with parameters; then all of them must be green. Tests that nobody
/// reported are NotRun.
QList<TestResult> judgedTests(const Repository &repository, const QList<DescribedTest> &reported);

/// "pkg.Class.test_x" for what unittest prints as "test_x (pkg.Class)" or "test_x (pkg.Class.test_x)"; others as they are.
QString plainTestName(const QString &name);

} // namespace autodidact
