#pragma once

#include "core/evaluation/runmetrics.h"
#include "core/evaluation/runrecord.h"

namespace autodidact {

/// Success per round with its Wilson band, version and rollback marks, trust region band and hollow points for success
/// that was recalled; checkpoints on held-out tasks beside it.
QString successCurve(const RunRecord &record, const RunMetrics &metrics);

/// The sliding evaluation window over task outcomes.
QString windowCurve(const RunMetrics &metrics);

/// The paired gain over the frozen first version, with its intervals.
QString gainCurve(const RunMetrics &metrics);

} // namespace autodidact
