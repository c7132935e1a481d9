#pragma once

#include "core/domain/update.h"
#include "core/storage/database.h"

namespace autodidact {

/// Proposed updates with their decisions, rejected ones too.
class UpdateStore
{
public:
    explicit UpdateStore(Database &database) : m_database(database) {}

    Result<UpdateId> add(const Update &update);
    Status accept(UpdateId id, int newVersion);
    Status reject(UpdateId id, const QString &reason);
    Result<Update> byId(UpdateId id);
    Result<QList<Update>> all(RunId run);                            ///< by place

private:
    Result<QList<Update>> select(const QString &where, const QList<QVariant> &values);

    Database &m_database;
};

} // namespace autodidact
