#pragma once

#include "core/domain/task.h"
#include "core/student/studentoptions.h"

namespace autodidact {

/// Tests as the student writes them in front of its program.
struct StudentTests {
    QStringList lines;           ///< what stands in the fenced block; empty where it cannot write any
    bool green = true;           ///< what they are meant to say of its program

    bool operator==(const StudentTests &) const = default;
};

/// Up to \p most tests, taken from those the task shows. They reject a right program with chance a, by expecting something
/// wrong, and accept a wrong one with chance g, by asking for little. The same seed gives
/// the same tests.
StudentTests writeSelfTests(const Task &task, bool right, const Calibration &calibration, int most, quint64 seed);

} // namespace autodidact
