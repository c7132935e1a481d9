#pragma once

#include "core/sandbox/supervisor/report.h"
#include "pyabi.h"

namespace autodidact::sandbox {

/// Appends a str as a field of a record; anything else becomes an empty field.
void addText(Buffer &fields, PyObject *text);

/// Appends \p count fields from a tuple of that size; anything else becomes empty fields.
void addParts(Buffer &fields, PyObject *parts, ssize_t count);

} // namespace autodidact::sandbox
