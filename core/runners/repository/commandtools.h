#pragma once

#include "core/runners/workshop.h"

namespace autodidact {

/// Where a repository's commands find programs that write reports, below supportFolder.
inline const QString commandFolder = QStringLiteral("commands");

/// Makes programs of ours that stand before the system's (node, jest, mvn, cargo, npm without a network, python), and what
/// Python reads at its start, in a folder of the workshop. Storage when it cannot be written.
Status haveCommandTools(Workshop &workshop);

} // namespace autodidact
