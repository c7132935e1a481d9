#pragma once

#include "core/domain/task.h"
#include "core/tasks/repositoryoutline.h"

namespace autodidact {

/// The task segment for a change to a repository: the problem, the repository's files, those that may matter, and the forms
/// in which an answer is understood. \p task is redacted; without \p outline no file is shown.
QString repositoryTaskText(const Task &task, const RepositoryOutline *outline);

/// A text in a fence that is longer than any it holds.
QString fencedText(const QString &info, const QString &text);

} // namespace autodidact
