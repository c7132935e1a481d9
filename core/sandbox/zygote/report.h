#pragma once

#include "buffer.h"
#include "core/sandbox/wire.h"
#include "pyabi.h"

namespace autodidact::sandbox {

/// Takes the nonce that marks this attempt's records as genuine.
void readNonce(Reader &in);

/// Writes one record to the core. \p fields may be null.
void report(RecordKind kind, uint32_t index, uint64_t cpuUs, const Buffer *fields = nullptr);

/// Appends a str as a field; anything else becomes an empty field.
void addText(Buffer &fields, PyObject *text);

/// Appends \p count fields from a tuple of that size; anything else becomes empty fields.
void addParts(Buffer &fields, PyObject *parts, ssize_t count);

} // namespace autodidact::sandbox
