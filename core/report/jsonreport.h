#pragma once

#include "core/evaluation/runmetrics.h"
#include "core/evaluation/runrecord.h"

#include <QJsonObject>

namespace autodidact {

/// The document of `run --json`: exactly the keys of the command line contract; null where a value does not apply.
/// Shares are 0 to 1; wall_s in seconds.
QJsonObject runSummary(const RunRecord &record, const RunMetrics &metrics);

/// The document of `report --format json`: the summary, and every other metric, table and setting of the report.
QJsonObject jsonReport(const RunRecord &record, const RunMetrics &metrics);

/// Name of a status as the documents spell it: "created", "running", "paused", "finished", "stopped", "failed", "budget".
QString statusName(RunStatus status);

/// Name of a safety action: "continue", "freeze", "roll back", …
QString safetyActionName(SafetyAction action);

} // namespace autodidact
