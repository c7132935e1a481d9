#pragma once

#include "core/domain/language.h"

#include <QString>

namespace autodidact {

/// Takes the code out of a model's answer. A whole answer that is a program already comes back
/// unchanged; else the last fenced block that defines the entry point, with the blocks its helpers
/// stand in; else the run of lines of an unfenced answer that defines it; else the longest block;
/// else the answer as it is. Line ends become LF; what a model thought aloud (`<think>`) is dropped.
QString extractCode(const QString &answer, Language language, const QString &entryPoint);

/// An answer without what its model thought aloud.
QString withoutThoughts(QString text);

/// True when the code defines the entry point at its top level, even if it does not parse elsewhere.
bool definesEntryPoint(const QString &code, Language language, const QString &entryPoint);

} // namespace autodidact
