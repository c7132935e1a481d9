#pragma once

#include "core/domain/version.h"
#include "core/storage/database.h"

namespace autodidact {

/// The version tree of a run. Content never changes; pin and note do.
class VersionStore
{
public:
    explicit VersionStore(Database &database) : m_database(database) {}

    Status add(const PromptVersion &version);                        ///< Conflict when the number is taken
    Result<PromptVersion> byNumber(RunId run, int number);
    Result<QList<PromptVersion>> all(RunId run);                     ///< by number
    Result<int> nextNumber(RunId run);                               ///< 1 for the first

    Status setPinned(RunId run, int number, bool pinned);
    Status setNote(RunId run, int number, const QString &note);

private:
    Database &m_database;
};

} // namespace autodidact
