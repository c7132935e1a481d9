#pragma once

#include "core/base/id.h"
#include "core/domain/verdict.h"
#include "core/storage/database.h"

namespace autodidact {

/// Verdicts: at most one counts per attempt and scope, the newest.
class VerdictStore
{
public:
    explicit VerdictStore(Database &database) : m_database(database) {}

    Result<qint64> add(AttemptId attempt, const Verdict &verdict);   ///< row id
    Result<Verdict> byId(qint64 id);
    Result<std::optional<Verdict>> byAttempt(AttemptId attempt, Visibility scope);

private:
    Database &m_database;
};

} // namespace autodidact
