#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads HumanEval-X as it is published (JSON lines, plain or gzip; Zheng et al. 2023, Apache-2.0):
/// one file of one language, or the folder that holds the languages' folders. Versions of one problem
/// share the group "HumanEval/N".
Result<SuiteContent> importHumanEvalX(const QString &path);

/// One file from bytes; \p file is the name for messages.
Result<SuiteContent> parseHumanEvalX(const QByteArray &bytes, const QString &file);

} // namespace autodidact
