#pragma once

#include "core/domain/suite.h"
#include "core/domain/task.h"
#include "core/storage/database.h"

namespace autodidact {

/// What a person made of a suite: all of its tasks, in order.
struct SuiteDraft {
    SuiteId base;                ///< the version that was changed; none for a new suite
    Suite suite;                 ///< name and words; under another name than the base's it is a copy
    QList<Task> tasks;
};

/// A person's acts on suites. Each is whole or not at all. Agent thread, or a program without one.
class SuiteCommands
{
public:
    explicit SuiteCommands(Database &database) : m_database(database) {}

    /// A suite under the name of its base is the next version of it; runs keep the version that they were made with. BadInput
    /// for tasks that a suite file could not hold; Conflict when the name is taken, when the suite comes with the
    /// program, and when somebody else stored a newer version meanwhile. What would not change is left alone.
    Result<Suite> store(const SuiteDraft &draft);

    /// Conflict while runs use it, and for a suite that comes with the program.
    Status remove(SuiteId suite);

private:
    Database &m_database;
};

} // namespace autodidact
