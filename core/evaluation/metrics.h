#pragma once

#include "core/evaluation/runmetrics.h"
#include "core/evaluation/runrecord.h"

namespace autodidact {

/// Every metric of SCIENCE section 3 that needs no second arm. A pure function: the same record gives the same
/// numbers; bootstraps are seeded from the run's seed. Values that do not apply are absent.
RunMetrics computeMetrics(const RunRecord &record);

/// Fault families in a manifest of the simulated student: `families` (strings) or `faults[].family`.
QStringList manifestFamilies(const QString &manifest);

} // namespace autodidact
