#pragma once

#include "core/domain/reflection.h"
#include "core/storage/database.h"

namespace autodidact {

/// Reflections: the newest of an attempt counts, earlier ones stay.
class ReflectionStore
{
public:
    explicit ReflectionStore(Database &database) : m_database(database) {}

    Result<qint64> add(const Reflection &reflection);                ///< row id
    Result<Reflection> byId(qint64 id);
    Result<std::optional<Reflection>> byAttempt(AttemptId attempt);
    Result<QList<Reflection>> ofRun(RunId run);                      ///< newest per attempt, by place

private:
    Database &m_database;
};

} // namespace autodidact
