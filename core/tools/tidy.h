#pragma once

#include "core/domain/toolreport.h"

namespace autodidact {

/// At most so many findings a report keeps.
inline constexpr int mostFindings = 20;

/// \p findings in the order of line, column, code and message, each once, the first 20; messages on
/// one line of at most 300 characters, without paths, addresses and versions of tools, and without
/// bytes that no text has.
QList<ToolFinding> tidied(QList<ToolFinding> findings);

} // namespace autodidact
