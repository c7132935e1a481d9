#pragma once

#include "core/domain/outcome.h"

namespace autodidact {

/// How long the text about one attempt may get.
struct FeedbackLimits {
    int tests = 5;           ///< failing tests told in full; the rest are counted
    int valueChars = 400;    ///< of one message, expected or actual value
    int totalChars = 6000;
    int toolChars = 1500;    ///< of the section on tool findings
};

/// What a model is told under "## Test results". Built from the SeenAttempt alone, so it cannot
/// tell what the feedback hides. Deterministic: no times, no addresses. Lines, in order:
///   "Passed 2 of 3 tests."                   counts
///   "Error class: logic"                     only when red
///   "Hidden tests: red"                      only when the feedback tells it
///   "- line 4: message"                      build diagnostics
///   "### Failed: name", "Test: code", "Message: …", "Expected: …", "Actual: …", "Line: 7"
///   "### Tool findings", "- lint (pyflakes), line 3: message"     where tools looked at the code
QString feedbackText(const SeenAttempt &seen, const FeedbackLimits &limits = {});

} // namespace autodidact
