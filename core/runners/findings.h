#pragma once

#include "core/domain/verdict.h"

namespace autodidact {

/// Puts the class and its line for people, scrubbed, into a verdict.
void setClass(Verdict &verdict, ErrorClass errorClass, const QString &detail);

/// Logic, because the program tampered: ended early, forged a report, touched the tests.
void tampered(Verdict &verdict, const QString &reason);

} // namespace autodidact
