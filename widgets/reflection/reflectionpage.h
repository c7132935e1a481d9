#pragma once

#include "core/storage/rows.h"

class QString;

namespace autodidact {

class ReadingView;

/// Writes a reflection into pages. GUI thread.
namespace reflectionpage {

void showText(ReadingView &view, const QString &key, const Reflection &reflection);
void showJson(ReadingView &view, const QString &key, const Reflection &reflection);

/// The class that the reflection could know: the visible tests' where they are red, else the hidden tests'.
std::optional<ErrorClass> knownClass(const AttemptDetail &detail);

} // namespace reflectionpage
} // namespace autodidact
