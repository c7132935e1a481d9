#pragma once

#include "core/runners/javacompiler.h"
#include "core/runners/stepplan.h"

namespace autodidact {

/// A compiled program that reads standard input and writes standard output.
struct JavaProgram {
    QList<std::pair<QString, QByteArray>> files; ///< its classes, below the work folder
    QString mainClass;                           ///< where it begins: Main, else the first class with a main(String[])
};

/// What the compiler made. BadInput where nothing in it can be started.
Result<JavaProgram> javaProgram(const JavaAnswer &compiled);

/// One virtual machine for each test; the tools lie in \p folder, as attempts see it.
AttemptInput javaProgramInput(const Execution &execution, const JavaProgram &program, const QString &folder, const Nonce &nonce);

} // namespace autodidact
