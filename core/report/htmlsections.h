#pragma once

#include "core/evaluation/runmetrics.h"
#include "core/evaluation/runrecord.h"

namespace autodidact {

// Sections of the run's page that list what the updater and the guard did.

/// Every update with its edits, decision and the difference of the two prompts.
QString updatesSection(const RunRecord &record);

/// Every decision of the guard or of a person in its place.
QString safetySection(const RunRecord &record);

} // namespace autodidact
