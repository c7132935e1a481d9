#pragma once

#include "core/domain/run.h"
#include "core/storage/database.h"

#include <optional>

namespace autodidact {

/// The rounds of a run, as they stand now.
class RoundStore
{
public:
    explicit RoundStore(Database &database) : m_database(database) {}

    Status put(const Round &round);                                    ///< adds or replaces
    Result<std::optional<Round>> byNumber(RunId run, int number);
    Result<QList<Round>> all(RunId run);                               ///< by number

private:
    Database &m_database;
};

} // namespace autodidact
