#pragma once

#include "core/domain/memory.h"
#include "core/domain/reflection.h"
#include "core/domain/task.h"
#include "core/domain/toolreport.h"

namespace autodidact {

/// One attempt as the learning stages may see it under the run's `agent.feedback`.
struct SeenAttempt {
    Attempt attempt;
    Verdict verdict;                     ///< visible tests only, unless the feedback is `hidden`; without any, the self-tests
    std::optional<Verdict> own;          ///< of the self-tests, where they do not stand in for visible ones
    std::optional<bool> hiddenPassed;    ///< set only when the feedback is `verdict` or `hidden`
    QList<ToolReport> toolReports;       ///< what the tool chain said before the tests
    std::optional<Reflection> reflection;

    /// Green as far as the loop may know.
    bool green() const { return verdict.passed && hiddenPassed.value_or(true); }
    bool operator==(const SeenAttempt &) const = default;
};

/// What a round left of one task, for memory and update. Holds nothing that the feedback hides.
struct TaskOutcome {
    Task task;                           ///< with hiddenTests, references and hidden test files emptied
    Split split = Split::None;
    QList<SeenAttempt> attempts;         ///< in order; the last decides
    QList<Lesson> successLessons;        ///< of what turned it from red to green

    bool green() const { return !attempts.isEmpty() && attempts.last().green(); }
    bool operator==(const TaskOutcome &) const = default;
};

} // namespace autodidact
