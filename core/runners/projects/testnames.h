#pragma once

#include "core/domain/language.h"

#include <QStringList>

namespace autodidact {

/// Names of the tests that a test file plainly states: the texts given to test() and it() in JavaScript, the methods under
/// @Test in Java, the functions under #[test] in Rust. Tests that a program makes at run time are not among them.
QStringList testNames(Language language, const QString &file);

} // namespace autodidact
