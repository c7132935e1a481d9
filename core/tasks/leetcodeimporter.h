#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads the published LeetCode sets, JSON lines or one array: a class Solution that is judged by `test`,
/// which is either top-level asserts (on `my_solution = Solution()`) or a function check(candidate).
/// Records without tests are skipped: they cannot be scored.
Result<SuiteContent> importLeetCode(const QString &path);

/// The same from bytes; \p file is the name for messages.
Result<SuiteContent> parseLeetCode(const QByteArray &bytes, const QString &file);

} // namespace autodidact
