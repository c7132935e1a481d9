#pragma once

#include "core/domain/suite.h"
#include "core/domain/task.h"

#include <QStringList>

namespace autodidact {

/// A suite with its tasks, as an importer gives it; nothing is stored yet.
struct SuiteContent {
    Suite suite;
    QList<Task> tasks;           ///< by ordinal
    QStringList warnings;        ///< what was passed over, with file and line
    QStringList skipped;         ///< whole records that this build cannot judge, each with place, key and reason

    bool operator==(const SuiteContent &) const = default;
};

/// SHA-256 over the canonical JSON of every task in order: it changes when anything of a task
/// changes but its row ids.
QString suiteHash(const QList<Task> &tasks);

/// Numbers the tasks, and sets count and hash.
void seal(SuiteContent &content);

} // namespace autodidact
