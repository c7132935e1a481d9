#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads prompts of MultiPL-E as they are published (Cassano et al. 2022; BSD 3-clause, with a note that
/// they are not for training), JSON lines or one array, of one language. The program is prompt,
/// completion cut at a stop token, line end, and what of `tests` closes the open function; the rest of
/// `tests` are the hidden tests. Records of other languages are skipped.
Result<SuiteContent> importMultiplE(const QString &path);

/// The same from bytes; \p file is the name for messages.
Result<SuiteContent> parseMultiplE(const QByteArray &bytes, const QString &file);

} // namespace autodidact
