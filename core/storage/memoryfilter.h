#pragma once

#include "core/domain/memory.h"

namespace autodidact {

enum class MemoryOrder { Id, Uses, Newest, Utility, Title };

/// Which memories of a set; fields that are absent do not narrow.
struct MemoryFilter {
    std::optional<MemoryState> state = MemoryState::Active;
    std::optional<MemoryKind> kind;
    std::optional<MemoryTerm> term;
    std::optional<MemoryOrigin> origin;
    std::optional<Language> language;
    std::optional<bool> pinned;
    std::optional<bool> reviewed;
    QString tag;                 ///< empty: any
    MemoryOrder order = MemoryOrder::Id;
    int offset = 0;
    int limit = -1;              ///< -1: all
};

} // namespace autodidact
