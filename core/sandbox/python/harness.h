#pragma once

#include "pyabi.h"

namespace autodidact::sandbox {

/// The functions of harness.py, and what else of Python the server needs; fetched once, before any
/// fork.
///
/// They are held here and nowhere in Python, and carry no secret: a program that finds them can
/// harm only its own result.
struct Harness {
    Ref prepare, describe, offer, adopt, loadError, simplify, rebuild, raised, revive, honest;
    Ref compile, flushOut, flushError, collectorEnable;
    Ref solutionDied; ///< exception type: the solution's process ended
    Ref cannotCross;  ///< exception type: an argument of a test is no plain value
};

Harness &harness();

/// Runs harness.py and imports what most programs import. False with a Python error set.
bool loadHarness();

/// What print() left in Python's buffers.
void flushOutput();

/// Compiles \p source as the file \p name. Null with a Python error set.
Ref compileSource(const char *source, size_t size, const char *name);

/// The pending Python error as a normalised exception with its traceback, cleared; null when there
/// is none.
Ref takeError();

/// New reference to the UTF-8 bytes of str(object), with broken surrogates escaped; empty bytes on
/// any failure.
Ref textBytes(PyObject *object);

} // namespace autodidact::sandbox
