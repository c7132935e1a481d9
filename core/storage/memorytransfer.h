#pragma once

#include "core/domain/memory.h"
#include "core/storage/database.h"

namespace autodidact {

/// Reads memories out as JSON lines, without row ids; one memory a line, in id order.
QByteArray memoriesToJsonLines(const QList<Memory> &memories);

/// \p where names the file in messages; BadInput names the line. Memories come back as new ones (id 0).
Result<QList<Memory>> memoriesFromJsonLines(const QByteArray &lines, const QString &where);

/// Adds all or nothing to a set as one batch of a person's; origin becomes Import.
Result<QList<Memory>> importMemories(Database &database, MemorySetId set, QList<Memory> memories, int visibleFromRound);

} // namespace autodidact
