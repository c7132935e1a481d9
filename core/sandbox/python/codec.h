#pragma once

#include "core/sandbox/supervisor/buffer.h"
#include "pyabi.h"

namespace autodidact::sandbox {

/// Exact plain values as bytes, and back.
///
/// Types are compared exactly, so no code of the value's own ever runs here. What comes back is
/// built from the built-in types and a few of the standard library's (harness.py: simplify,
/// rebuild) alone: whatever bytes arrive, an object that lies about being equal cannot. Lists
/// within lists that cross; deeper values are refused.
inline constexpr int maxDepth = 400;

enum class Crossing { Ok, NotPlain, TooDeep, TooLarge };

/// Appends \p value. On failure \p culprit gets the type that cannot cross (borrowed), and no
/// Python error is set.
Crossing encode(Buffer &out, PyObject *value, PyObject *&culprit);

/// The next value, or null when the bytes are not a value (any Python error is cleared).
Ref decode(Reader &in);

/// Makes \p target equal to \p fresh in place, as far as both are mutable containers of one type,
/// keeping the identity of inner containers where the shape still fits.
void assignInPlace(PyObject *target, PyObject *fresh);

} // namespace autodidact::sandbox
