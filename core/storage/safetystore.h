#pragma once

#include "core/domain/update.h"
#include "core/storage/database.h"

namespace autodidact {

/// Decisions of the guard and of people in its place.
class SafetyStore
{
public:
    explicit SafetyStore(Database &database) : m_database(database) {}

    Result<qint64> add(const SafetyDecision &decision);
    Result<SafetyDecision> byId(qint64 id);
    Result<QList<SafetyDecision>> all(RunId run);                    ///< in order of commit
    Result<std::optional<SafetyDecision>> last(RunId run);           ///< other than Continue

private:
    Result<QList<SafetyDecision>> select(const QString &where, const QList<QVariant> &values);

    Database &m_database;
};

} // namespace autodidact
