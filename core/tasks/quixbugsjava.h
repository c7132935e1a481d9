#pragma once

#include "core/domain/task.h"

namespace autodidact {

/// The files of one QuixBugs program in Java; what the checkout lacks is empty.
struct QuixBugsJava {
    QString name;            ///< of its class, for example "GCD"
    QString buggy;
    QString correct;
    QString test;            ///< the JUnit 4 class NAME_TEST
    QList<TestFile> shared;  ///< classes that several programs or tests use, by their path in the checkout
};

/// The folder of the JUnit classes in a checkout.
inline const QString quixBugsJUnitFolder = QStringLiteral("java_testcases/junit");

/// A Files task for Maven, which brings its own pom.xml: of the shared classes those that program or test name. Needs a test.
Task quixBugsJavaTask(const QuixBugsJava &program);

} // namespace autodidact
