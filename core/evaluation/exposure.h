#pragma once

#include "core/domain/task.h"

namespace autodidact {

/// How much of a task's solution a prompt carried.
struct Exposure {
    double coverage = 0; ///< best share of a reference's syntax-tree 5-grams, or of the lines that an accepted patch adds, 0 to 1
    bool answerSeen = false; ///< a hidden test's input stood there with its answer
    bool exposed = false;    ///< coverage >= 0.6, or answerSeen

    bool operator==(const Exposure &) const = default;
};

/// SCIENCE section 2. \p carriedTexts are the texts of the memories in the prompt; \p task is whole.
/// For the metrics alone, never for the loop.
Exposure exposure(const QStringList &carriedTexts, const Task &task);

/// Whether \p text holds the input of one of the task's hidden tests followed closely by its answer.
/// Tests that are visible too do not count.
bool holdsHiddenAnswer(QStringView text, const Task &task);

} // namespace autodidact
