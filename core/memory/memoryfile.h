#pragma once

#include "core/base/error.h"
#include "core/domain/memory.h"

#include <QByteArray>
#include <QList>

namespace autodidact {

/// Memories as JSON lines, one object a line, UTF-8:
/// kind ("code", "error", "lesson"), language, title, problem, content: required;
/// term ("short", "long"), group, task, tags, pinned, state: optional, with the defaults of Memory;
/// origin, uses, successes_after_use, created_round: written for readers, not taken over on import,
/// since they were earned in another run.
QByteArray toMemoryLines(const QList<Memory> &memories);

/// All or nothing: BadInput names \p fileName, the line and the remedy. Imported entries have the origin
/// Import and no id.
Result<QList<Memory>> fromMemoryLines(const QByteArray &bytes, const QString &fileName);

/// As above, for a file on disk. NotFound or Storage when it cannot be read or written.
Status exportMemories(const QList<Memory> &memories, const QString &path);
Result<QList<Memory>> importMemories(const QString &path);

QString toString(MemoryTerm term);       ///< "short", "long"

} // namespace autodidact
