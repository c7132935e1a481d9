#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

namespace autodidact {

/// Fills in what follows from the prompt and the published test text: entry point, suffix, tests,
/// isolation, starter. Language, prefix (the prompt) and stop tokens must be set. A text means that the
/// record cannot be judged here, and why; errors (BadInput) have no place in front.
Result<QString> addMultiplETests(Task &task, const QString &tests);

} // namespace autodidact
