#pragma once

#include "core/domain/task.h"

namespace autodidact {

/// Whether anything of \p scope judges the task; never so for a Repository task without test files.
bool hasTests(const Task &task, Visibility scope);

} // namespace autodidact
