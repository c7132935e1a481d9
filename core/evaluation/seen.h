#pragma once

#include "core/domain/outcome.h"
#include "core/domain/run.h"

namespace autodidact {

/// The one place that decides what the loop may see of an attempt. The result holds neither the metrics'
/// fields of the attempt (exposure, similarity, manifest) nor, unless \p feedback is Hidden, anything of
/// \p hidden; Verdict adds only whether it passed. An infrastructure fault tells nothing: hiddenPassed
/// stays unset. With Hidden the tests of both verdicts stand in one, and the hidden class decides when
/// the visible tests are green. Where no test may be seen, those that the attempt wrote itself stand in.
SeenAttempt seenAttempt(const Task &task, const Attempt &attempt, const Verdict &visible,
                        const std::optional<Verdict> &hidden, Feedback feedback, const std::optional<Verdict> &own = {});

/// The task without hidden tests, hidden files and reference solutions.
Task redacted(Task task);

} // namespace autodidact
