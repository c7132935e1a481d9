#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads HumanEval as it is published (JSON lines, plain or gzip; Chen et al. 2021, MIT).
///
/// Visible become the examples of the statement that can be read surely, hidden the asserts of
/// check(). A record that is not right stops the import with file, line and remedy.
Result<SuiteContent> importHumanEval(const QString &path);

/// The same from bytes; \p path is the name for messages.
Result<SuiteContent> parseHumanEval(const QByteArray &bytes, const QString &path);

} // namespace autodidact
