#pragma once

#include "core/domain/run.h"
#include "core/storage/database.h"

namespace autodidact {

/// Runs: identity, configuration and status.
class RunStore
{
public:
    explicit RunStore(Database &database) : m_database(database) {}

    /// Creates the run (status Created) and its own, empty memory set of the same name. Without `config.name`
    /// a name is made from the model: "student-7". Conflict when the name is taken; BadUsage when it is a number.
    Result<Run> create(RunConfig config, SuiteId suite);

    Result<Run> byId(RunId id);
    Result<Run> byNameOrId(const QString &nameOrId);    ///< "7" or "student-7"; NotFound otherwise
    Result<QList<Run>> all();                           ///< newest first

    Status setStatus(RunId run, RunStatus status, const QString &detail = {});
    Status setCurrentVersion(RunId run, int version);
    Status setRoundsDone(RunId run, int rounds);
    Status markSawHiddenTests(RunId run);
    Status markApproximate(RunId run);

    /// With everything that belongs to it: journal, attempts, versions, memory set, texts nobody else uses.
    /// Conflict while an instance holds its lease.
    Status remove(RunId run);

    /// "student-7": one more than the highest number in use for this model.
    Result<QString> freeName(const QString &model);

private:
    Result<QList<Run>> select(const QString &where, const QList<QVariant> &values);

    Database &m_database;
};

} // namespace autodidact
