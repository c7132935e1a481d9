#pragma once

#include "core/base/error.h"
#include "core/domain/memory.h"

#include <QByteArray>
#include <QList>

namespace autodidact {

/// Memories as JSON lines, one object a line, UTF-8:
/// kind ("code", "error", "lesson"), language, title, content: required;
/// problem, term ("short", "long"), state, origin, group, other_groups, task, tags, pinned, edited, archive_reason, uses,
/// successes_after_use, created_round, last_used_round, utility, reviewed_at, why: optional, with the defaults of Memory;
/// id: the line's number among the memories, by which superseded_by and contradicts of other lines name it.
/// Left out: the attempt and the run it came from, and what is no entry of the file.
QByteArray toMemoryLines(const QList<Memory> &memories);

/// All or nothing: BadInput names \p fileName, the line and the remedy. Ids are the file's own; ids that name no other
/// line, are taken twice, or let entries supersede each other in a circle are faults.
Result<QList<Memory>> fromMemoryLines(const QByteArray &bytes, const QString &fileName);

/// As above, for a file on disk. NotFound or Storage when it cannot be read or written.
Status exportMemories(const QList<Memory> &memories, const QString &path);
Result<QList<Memory>> importMemories(const QString &path);

QString toString(MemoryTerm term);       ///< "short", "long"

} // namespace autodidact
