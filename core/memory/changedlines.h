#pragma once

#include "core/base/error.h"

#include <QString>

namespace autodidact {

/// The lines that lead from one program to another: "-" and "+" lines with one line of context, hunks
/// apart by "@@", nothing when both are equal. At most \p maxLines lines; more end with "...". Internal when the
/// comparison fails.
Result<QString> changedLines(const QString &before, const QString &after, int maxLines = 24);

} // namespace autodidact
