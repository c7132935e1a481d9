#pragma once

#include "core/evaluation/runmetrics.h"
#include "core/evaluation/runrecord.h"

namespace autodidact {

/// One HTML file that stands alone: no scripts, no network, curves as inline SVG, light and dark.
QString htmlReport(const RunRecord &record, const RunMetrics &metrics);

/// The same as Markdown.
QString markdownReport(const RunRecord &record, const RunMetrics &metrics);

/// One line per round and phase table: rounds only, RFC 4180, header first.
QString csvReport(const RunRecord &record, const RunMetrics &metrics);

/// A few lines for the terminal after `run`.
QString terminalSummary(const RunRecord &record, const RunMetrics &metrics);

} // namespace autodidact
