#pragma once

#include "core/storage/database.h"
#include "core/storage/rows.h"

namespace autodidact {

/// How far a run has come, for panels that follow it.
struct LiveCursor {
    qint64 sequence = 0;             ///< of the last event
    Place place;                     ///< of the last event about a task
    std::optional<AttemptId> attempt; ///< the newest one

    bool operator==(const LiveCursor &) const = default;
};

/// Read-only queries for panels and reports; used with a database of the reader's own thread.
class RunReader
{
public:
    explicit RunReader(Database &database) : m_database(database) {}

    Result<QList<RunRow>> runs();                                       ///< newest first
    Result<RunRow> run(RunId run);
    Result<QList<Round>> rounds(RunId run);
    Result<QList<TaskRow>> tasks(RunId run, int round, Phase phase);    ///< by ordinal
    Result<QList<TaskRow>> tasks(RunId run, int round);                 ///< by phase, then ordinal
    Result<QList<AttemptRow>> attempts(RunId run, const AttemptFilter &filter = {});
    Result<AttemptDetail> attempt(AttemptId attempt);
    Result<QList<VersionRow>> versions(RunId run);
    Result<QList<Update>> updates(RunId run);
    Result<QList<SafetyDecision>> decisions(RunId run);

    /// Finished tasks by round and ordinal; \p phase Learn, Watch, Baseline or Checkpoint.
    Result<QList<OutcomeRow>> outcomes(RunId run, Phase phase);

    Result<LiveCursor> latest(RunId run);

private:
    Result<RunRow> complete(Run run);

    Database &m_database;
};

} // namespace autodidact
