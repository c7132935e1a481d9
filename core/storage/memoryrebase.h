#pragma once

#include "core/domain/memory.h"

namespace autodidact {

/// \p wanted, thought out over \p base, on top of \p now, what became of it meanwhile: a field that
/// changed since `base` stays as it is, any other is as wanted; of lists and counters the
/// difference between base and wanted is applied. State, what superseded it and why go together.
/// Without a change since, \p wanted with the revision of `now`.
Memory rebased(const Memory &wanted, const Memory &base, const Memory &now);

} // namespace autodidact
