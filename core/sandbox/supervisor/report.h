#pragma once

#include "buffer.h"
#include "core/sandbox/wire.h"

namespace autodidact::sandbox {

/// Takes the nonce that marks this attempt's records as genuine.
void readNonce(Reader &in);

/// Writes one record to the core. \p fields may be null.
void report(RecordKind kind, uint32_t index, uint64_t cpuUs, const Buffer *fields = nullptr);

} // namespace autodidact::sandbox
