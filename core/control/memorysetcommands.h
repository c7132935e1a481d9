#pragma once

#include "core/storage/memorystore.h"

namespace autodidact {

/// A set with what lists show of it.
struct MemorySetSummary {
    MemorySet set;
    int active = 0;
    int archived = 0;    ///< superseded ones too
    QStringList readers; ///< runs that share it through `memory.set`

    bool operator==(const MemorySetSummary &) const = default;
};

/// A person's acts on whole memory sets: the journal of no run knows them. Agent thread, or a
/// program without one.
class MemorySetCommands {
public:
    explicit MemorySetCommands(Database &database)
        : m_database(database)
    {
    }

    Result<QList<MemorySetSummary>> list(); ///< by name
    Result<MemorySetSummary> fork(const QString &from, const QString &name);

    /// Nothing in it changes any more, so that runs can share it. Conflict while the run that it
    /// belongs to is not over.
    Result<MemorySetSummary> freeze(const QString &name);

    /// Conflict while a run that reads it is not over: it would not end as it began.
    Result<MemorySetSummary> unfreeze(const QString &name);

    Status remove(const QString &name); ///< Conflict for a run's own set, or one that runs read

private:
    Result<MemorySetSummary> summary(const MemorySet &set);
    Result<MemorySetSummary> summary(const QString &name);
    Status checkOver(const QStringList &runs, const QString &what);

    Database &m_database;
};

} // namespace autodidact
