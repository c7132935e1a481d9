#pragma once

#include "core/domain/language.h"
#include "core/domain/verdict.h"

namespace autodidact {

/// The class that an exception of this type stands for when a test raises it. Runtime for all that have no class of their own.
ErrorClass classOfException(Language language, QStringView type);

/// The same when the program raised it while it was loaded. \p compiled: before that it was compiled, so no error can be
/// one of its syntax (JavaScript has one name for those and for texts that its functions cannot read).
ErrorClass classOfLoadFailure(Language language, QStringView type, bool compiled);

} // namespace autodidact
