#pragma once

#include <span>

namespace autodidact {

/// A meaning: which words of programs, and of the tasks they are written for, stand for it in
/// whatever language and trade. A word may stand for several.
struct ConceptWords {
    double weight = 0; ///< how much it says that a text is about it
    const char *words; ///< lower case, divided by single spaces
};

std::span<const ConceptWords> conceptWords();

} // namespace autodidact
