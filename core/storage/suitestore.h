#pragma once

#include "core/domain/suite.h"
#include "core/domain/task.h"
#include "core/storage/database.h"

namespace autodidact {

/// Suites and their tasks. Of each name one version is current; an older one that runs were made with stays for them, and
/// only byId() finds it.
class SuiteStore
{
public:
    explicit SuiteStore(Database &database) : m_database(database) {}

    /// Whole or not at all. Sets ids, ordinals (0, 1, …) and taskCount; a hash that is empty is computed by hashOf.
    /// Conflict when the name is taken, BadInput for an empty suite or a key that comes twice.
    Result<Suite> add(Suite suite, QList<Task> tasks);

    /// A newer version of \p old, under the same name, whole or not at all. The old one goes, unless runs were made with
    /// it. Conflict when \p old is not the current version of that name; BadInput as add().
    Result<Suite> replace(SuiteId old, Suite suite, QList<Task> tasks);

    Result<Suite> byName(const QString &name);          ///< the current version; NotFound names the suites there are
    Result<Suite> byId(SuiteId id);
    Result<QList<Suite>> all();                         ///< the current ones, by name
    Result<QList<Task>> tasks(SuiteId suite);           ///< by ordinal
    Result<Task> task(TaskId id);

    /// Stores tasks that came in while a run went on: no list shows them, and nothing changes them. They are found by their
    /// hash, which is that of hashOf(), and storing the same ones again gives what is there.
    Result<Suite> keep(Suite suite, QList<Task> tasks);
    Result<std::optional<Suite>> kept(const QString &hash);

    /// Conflict while runs use it.
    Status remove(SuiteId suite);

    /// SHA-256 over the tasks in order, without row ids.
    static QString hashOf(const QList<Task> &tasks);

private:
    Result<Suite> insert(Suite suite, QList<Task> tasks, const QString &rowName);
    Status addTask(Task &task);
    Status retire(SuiteId suite, const QString &name);

    Database &m_database;
};

} // namespace autodidact
