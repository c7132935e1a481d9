#pragma once

#include "core/domain/reason.h"
#include "core/domain/task.h"

#include <optional>

namespace autodidact {

/// Why \p text may not be kept as general advice: it quotes a value of the task, or names one of its
/// identifiers. Nothing when it may. Reads what the agent sees of the task, never hidden tests.
std::optional<Explanation> taskLiteralIn(const QString &text, const Task &task);

} // namespace autodidact
