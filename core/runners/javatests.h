#pragma once

#include "core/runners/runner.h"

namespace autodidact {

/// A test as a compilation unit of its own.
struct JavaTest {
    QString source;
    QString type;       ///< the class to call, without package
    bool whole = false; ///< the test's own unit, with a class Main; else statements in a method run()
    int linesBefore = 0; ///< of the source, before the test's first
};

/// The tests of \p execution. A test that defines a class Main is a unit as it stands; others are statements, which may use
/// what autodidact.Checks has, java.util, and the imports and class members of testSetup.
QList<JavaTest> javaTests(const Execution &execution);

/// What the warm compiler is sent: the program, the names that the task gives it to declare, the units.
QByteArray javaJob(const Execution &execution, const QList<JavaTest> &tests);

} // namespace autodidact
