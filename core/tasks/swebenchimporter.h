#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads SWE-bench (Jimenez et al. 2023) and sets in its form, JSON lines or one array. A task needs a
/// local clone of its repository, whose folder the set cannot know. The lists of tests may be JSON
/// lists, or texts that hold a list in JSON or in Python.
Result<SuiteContent> importSweBench(const QString &path);

/// The same from bytes; \p file is the name for messages.
Result<SuiteContent> parseSweBench(const QByteArray &bytes, const QString &file);

} // namespace autodidact
