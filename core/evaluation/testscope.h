#pragma once

#include "core/domain/task.h"

namespace autodidact {

/// Whether anything of \p scope judges the task. The visible judging of a Repository task tells whether the change applies.
bool hasTests(const Task &task, Visibility scope);

} // namespace autodidact
