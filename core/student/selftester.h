#pragma once

#include "core/domain/task.h"

namespace autodidact {

/// Tests as the student writes them in front of its program.
struct StudentTests {
    QStringList lines;           ///< what stands in the fenced block; empty where it cannot write any
    int wrong = 0;               ///< how many of them expect something wrong

    bool operator==(const StudentTests &) const = default;
};

/// Up to four tests, taken from those the task shows; one in seven expects something wrong, as a person's would now and then.
/// The same seed gives the same tests.
StudentTests writeSelfTests(const Task &task, quint64 seed);

} // namespace autodidact
