#pragma once

#include "core/domain/version.h"

namespace autodidact {

class TextSheet;

/// Writes what leads from one version to another: what goes on orange, what comes on blue.
void writePromptDiff(TextSheet &sheet, const PromptVersion &from, const PromptVersion &to);

} // namespace autodidact
