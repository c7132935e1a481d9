#pragma once

#include "core/student/faults/fault.h"
#include "core/syntax/syntaxtree.h"

namespace autodidact {

/// Where a mistake of this family can be made in a Python program, in order of the text. Every site changes the
/// program; the result parses, except for syntax slips, whose result does not.
std::vector<FaultSite> faultSites(const SyntaxTree &program, FaultFamily family);

} // namespace autodidact
