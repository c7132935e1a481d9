#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads APPS as it is published (Hendrycks et al. 2021, MIT): a folder of problem folders (question.txt,
/// input_output.json, solutions.json, metadata.json, starter_code.py), one problem folder, or JSON lines
/// that hold the same in one record each.
Result<SuiteContent> importApps(const QString &path);

/// JSON lines from bytes; \p file is the name for messages.
Result<SuiteContent> parseApps(const QByteArray &bytes, const QString &file);

} // namespace autodidact
