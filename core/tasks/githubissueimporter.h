#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads issues of GitHub: JSON as its interfaces export it (one object, an array, or JSON lines; title,
/// body, number, the address of the repository, labels, comments), or a text whose first line is the
/// title. The tests of such a task are for a person to add; the clone of the repository, too.
Result<SuiteContent> importGithubIssue(const QString &path);

/// The same from bytes; \p file is the name for messages.
Result<SuiteContent> parseGithubIssue(const QByteArray &bytes, const QString &file);

} // namespace autodidact
