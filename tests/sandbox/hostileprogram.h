#pragma once

#include "core/runners/runner.h"

#include <map>

namespace autodidact {

QString readProgram(const QString &path); ///< empty where there is none

/// What the comment lines at the top of a program say: "# key: value" or "# key", outside Python after "// ".
std::map<QString, QString> readHead(const QString &program);

Language languageOf(const QString &file);

/// The test that an attack must not pass.
QString testFor(Language language);

/// A program that passes it, if nothing is left in its work folder.
QString honestProgram(Language language);

/// Java and Rust have program and tests in one process.
bool sharesProcess(Language language);

/// The program that a language needs and that is not installed; empty where it is.
QString missingTool(Language language);

/// That test with small limits.
Execution attackExecution(Language language, const QString &code, Isolation isolation);

} // namespace autodidact
