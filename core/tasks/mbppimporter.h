#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads MBPP as it is published (Austin et al. 2021, CC BY 4.0): mbpp.jsonl, or the array
/// sanitized-mbpp.json. The first assert is visible and part of the statement, all others are hidden:
/// a deviation from the paper, whose prompt shows all three.
Result<SuiteContent> importMbpp(const QString &path);

/// The same from bytes; \p file is the name for messages.
Result<SuiteContent> parseMbpp(const QByteArray &bytes, const QString &file);

} // namespace autodidact
