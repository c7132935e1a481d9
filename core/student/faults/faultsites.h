#pragma once

#include "core/student/faults/pythonprogram.h"

namespace autodidact {

/// Where a mistake of this family can be made in a Python program, in order of the text. Every site changes the
/// program; the result parses, except for syntax slips, whose result does not.
std::vector<FaultSite> faultSites(const SyntaxTree &program, FaultFamily family);

/// The same places before they are tried out, which takes a parse each. `before` and `after` are empty.
std::vector<FaultSite> candidateSites(const PythonProgram &program, FaultFamily family);

/// Tries a candidate out; nothing when it leaves the program as it is, or breaks its syntax without being meant to.
std::optional<FaultSite> triedOut(const PythonProgram &program, FaultSite candidate);

} // namespace autodidact
