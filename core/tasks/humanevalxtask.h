#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

namespace autodidact {

/// The fields of one HumanEval-X record.
struct HumanEvalXRecord {
    QString key;
    QString prompt;
    QString declaration;
    QString solution;
    QString test;
    QString exampleTest;     ///< empty where the set has none
};

/// What came of one record.
struct HumanEvalXTask {
    Task task;
    QStringList warnings;    ///< without place and key
    QString skipped;         ///< why it cannot be judged; empty when it can
};

/// The task for a record, in the language its key names. Errors have no place in front.
Result<HumanEvalXTask> humanEvalXTask(const HumanEvalXRecord &record);

} // namespace autodidact
