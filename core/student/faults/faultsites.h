#pragma once

#include "core/student/faults/seenprogram.h"

namespace autodidact {

/// Where a mistake of this family can be made in a program, in order of the text; empty where the family makes no
/// sense in its language. Every site changes the program; the result parses, except for syntax slips, whose result does not.
std::vector<FaultSite> faultSites(const SyntaxTree &program, FaultFamily family);

/// The same places before they are tried out, which takes a parse each. `before` and `after` are empty.
std::vector<FaultSite> candidateSites(const SeenProgram &program, FaultFamily family);

/// Tries a candidate out; nothing when it leaves the program as it is, or breaks its syntax without being meant to.
std::optional<FaultSite> triedOut(const SeenProgram &program, FaultSite candidate);

} // namespace autodidact
