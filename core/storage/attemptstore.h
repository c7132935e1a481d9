#pragma once

#include "core/domain/attempt.h"
#include "core/storage/database.h"
#include "core/storage/rows.h"

namespace autodidact {

/// Attempts, their prompts and the memories they carried.
class AttemptStore
{
public:
    explicit AttemptStore(Database &database) : m_database(database) {}

    Result<AttemptId> add(const Attempt &attempt);
    Result<Attempt> byId(AttemptId id);
    Result<std::optional<Attempt>> byPlace(RunId run, const Place &place);   ///< the newest one there
    Result<QList<Attempt>> ofTask(RunId run, int round, Phase phase, int task); ///< by attempt

    /// Without texts; by place. \p filter narrows it.
    Result<QList<AttemptRow>> rows(RunId run, const AttemptFilter &filter = {});

    /// What metrics find out afterwards; nothing else of an attempt ever changes.
    Status setMeasures(AttemptId id, const AttemptMeasures &measures);

    /// What the attempts that were answered on one day in UTC used: `promptTokens` holds the tokens of both directions,
    /// `calls` the number of attempts.
    Result<Usage> usedOn(RunId run, QDate day);

private:
    Database &m_database;
};

} // namespace autodidact
