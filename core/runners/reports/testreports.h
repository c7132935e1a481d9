#pragma once

#include "core/base/error.h"
#include "core/domain/verdict.h"

namespace autodidact {

// The machine-readable reports of test frameworks. Each gives one result per test in the order of the report; BadInput says
// what is wrong where the bytes are no such report. Reports may come from hostile programs: depth and size are bounded.

/// A test, and the first line of its description, by which some frameworks name it, too.
struct DescribedTest {
    TestResult test;
    QString description;
};

/// TAP 13 and 14 with nested tests, as node --test and node-tap write it. Names of nested tests are joined with " > "; a test
/// that only holds others stands for itself only where it failed and none of them did.
Result<QList<TestResult>> readTap(const QString &text);

/// JUnit XML as Maven's surefire writes it: a testsuite, or testsuites with several. Names are "class.method".
Result<QList<TestResult>> readJunit(const QByteArray &xml);

/// JUnit XML as pytest writes it in its older form, which names the file of every test. Names are those of pytest
/// ("tests/test_x.py::TestA::test_b[1]"); what pytest could not collect is a result named like the module. A test that was
/// expected to fail and did counts as passed.
Result<QList<TestResult>> readPytest(const QByteArray &xml);

/// One object a line, as resources/sandbox/usercustomize.py writes them for unittest. Names are "package.Class.method".
Result<QList<DescribedTest>> readUnittest(const QByteArray &lines);

/// What `jest --json` writes. A test file that could not be run is a result of its own, named like the file.
Result<QList<TestResult>> readJest(const QByteArray &json);

/// What Rust's libtest writes with `--format json`, one object per line, several runs one after the other.
Result<QList<TestResult>> readLibtest(const QByteArray &lines);

} // namespace autodidact
