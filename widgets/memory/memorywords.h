#pragma once

#include "core/domain/memory.h"
#include "core/storage/memorystore.h"

#include <QString>

namespace autodidact {

/// Translated words for memories.
namespace memorywords {

QString kind(MemoryKind kind);
QString kindPlural(MemoryKind kind);
QString term(MemoryTerm term);
QString origin(MemoryOrigin origin);
QString state(MemoryState state);
QString language(Language language);             ///< a proper name, the same everywhere
QString act(const RevisionNote &note);           ///< "Added", "Edited by a person"
QString kindIcon(MemoryKind kind);               ///< name for theme::icon
QString successAfterUse(const Memory &memory);   ///< "67 %"; empty when never used
QString plainHint(const QString &text);         ///< a tool tip that is never read as markup
QString useLine(const MemoryUseRow &use);        ///< "Round 3 · list_window · attempt 2"

} // namespace memorywords
} // namespace autodidact
