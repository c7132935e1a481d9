#pragma once

#include "core/domain/task.h"

namespace autodidact {

/// A task of the demo run with what its learner writes.
struct DemoTask {
    Task task;
    QString wrong;           ///< a plausible program that fails hidden tests
    QString wrongActual;     ///< what it gives where `expected` is right
    QString expected;
    QString lesson;
};

/// Eight small Python tasks; the order is the ordinal.
QList<DemoTask> demoTasks();

} // namespace autodidact
