#pragma once

#include "core/domain/task.h"
#include "core/tasks/fieldreader.h"

namespace autodidact {

/// The "repository" object of a task line; what is empty is left out.
QJsonObject repositoryToJson(const Repository &repository);

/// Reads "repository" of a task line; problems go to \p reader. Empty where it is absent.
Repository repositoryFromJson(FieldReader &reader);

} // namespace autodidact
