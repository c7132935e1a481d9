#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

namespace autodidact {

/// The files of one QuixBugs program; what the checkout lacks is empty.
struct QuixBugsProgram {
    QString name;            ///< of the program and its function
    QString buggy;
    QString correct;
    QByteArray testCases;    ///< JSON lines [[arguments], expected]
    QString pytest;
    QString node;            ///< the module that the graph and list programs share
};

/// What came of one program.
struct QuixBugsTask {
    Task task;
    int slowTests = 0;       ///< left out, as the published tests skip them
    QString skipped;         ///< why it cannot be judged; empty when it can
};

/// The task for a program. An error is about \c testCases and begins with its line.
Result<QuixBugsTask> quixBugsTask(const QuixBugsProgram &program);

} // namespace autodidact
