#pragma once

#include "core/base/id.h"
#include "core/storage/database.h"

#include <functional>

namespace autodidact {

/// The journal of a run as JSON lines, byte for byte equal for equal runs: sorted by (round, phase, task, attempt,
/// step), without clock, resources and row ids. Memories, updates and decisions are numbered by first appearance;
/// long texts stand as `{"sha256": …}`.
Result<QByteArray> exportJournal(Database &database, RunId run);

/// The same line by line, without holding it in memory; the callback returns false to stop.
Status exportJournal(Database &database, RunId run, const std::function<bool(const QByteArray &line)> &line);

/// The same, and after it each text that it names, once, in the order in which they are named:
/// `{"kind": "text", "sha256": …, "text": …}`. Whoever reads this needs no database.
Status exportWithTexts(Database &database, RunId run, const std::function<bool(const QByteArray &line)> &line);

} // namespace autodidact
