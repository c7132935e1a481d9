#pragma once

#include "core/base/error.h"
#include "core/domain/task.h"

namespace autodidact {

/// The parts of one problem of APPS, however it is stored.
struct AppsProblem {
    QString key;
    QString question;
    QByteArray inputOutput;      ///< JSON; empty where the set has none
    QStringList solutions;
    QString starter;
    QString difficulty;
    QString url;
};

/// What came of one problem.
struct AppsTask {
    Task task;
    bool referencesCut = false;  ///< it has more solutions than are kept
    QString skipped;             ///< why it cannot be judged; empty when it can
};

/// A Function task where the problem names a function, else a Program task. All its tests are hidden;
/// those that stand in the statement as examples are visible, too. Errors (BadInput) are about
/// \c inputOutput and have no place in front.
Result<AppsTask> appsTask(const AppsProblem &problem);

} // namespace autodidact
