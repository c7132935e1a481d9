#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

#include <QJsonObject>

namespace autodidact {

/// One task line of a suite file; resources/suites/README.md documents the keys. Values that are
/// the default are left out, so that a file stays readable.
QJsonObject taskToJson(const Task &task);

/// What came of one task line: a task is only good when there are no problems.
struct ParsedTask {
    Task task;
    QStringList problems;        ///< what is wrong and how to put it right, without the place
    QStringList unknownKeys;
};

/// Reads one task line; ordinal and ids stay unset.
ParsedTask taskFromJson(const QJsonObject &object);

} // namespace autodidact
