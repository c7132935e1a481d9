#pragma once

#include "core/domain/memory.h"

namespace autodidact {

/// Among the attempts that carried an entry, the green ones. Green is what `agent.feedback` lets
/// the loop see.
struct Evidence {
    int green = 0;
    int uses = 0;
    double low = 0; ///< Wilson interval of green / uses, 95 %; [0, 1] without uses
    double high = 1;

    bool operator==(const Evidence &) const = default;
};

Evidence evidenceOf(const Memory &memory);

/// Whether the intervals do not overlap.
bool isApart(const Evidence &a, const Evidence &b);

/// Which of two entries to believe: a person's first, then the larger lower bound, then more uses,
/// then the smaller id. A strict order of entries with different ids.
bool outweighs(const Memory &a, const Memory &b);

/// Pinned, edited or written by a person: nothing automatic takes it away.
bool belongsToPerson(const Memory &memory);

} // namespace autodidact
