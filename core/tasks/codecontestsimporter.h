#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads CodeContests (Li et al. 2022, CC BY 4.0) from JSON records in the shape of its schema. Public
/// tests are visible, private and generated ones hidden; a problem with public tests alone is judged by
/// them. Time and memory limits are the problem's own.
Result<SuiteContent> importCodeContests(const QString &path);

/// The same from bytes; \p file is the name for messages.
Result<SuiteContent> parseCodeContests(const QByteArray &bytes, const QString &file);

} // namespace autodidact
