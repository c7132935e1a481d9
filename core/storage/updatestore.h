#pragma once

#include "core/domain/update.h"
#include "core/storage/database.h"

#include <functional>

namespace autodidact {

/// Proposed updates with their decisions, rejected ones too.
class UpdateStore
{
public:
    explicit UpdateStore(Database &database) : m_database(database) {}

    Result<UpdateId> add(const Update &update);
    Status accept(UpdateId id, int newVersion);
    Status reject(UpdateId id, const Explanation &reason);            ///< keeps the update's own `why` where none is stated
    Status setValidation(UpdateId id, const QJsonObject &validation);
    Result<Update> byId(UpdateId id);
    Result<QList<Update>> all(RunId run);                            ///< by place

private:
    Status change(UpdateId id, const std::function<void(Update &)> &change);   ///< of the body; columns stay
    Result<QList<Update>> select(const QString &where, const QList<QVariant> &values);

    Database &m_database;
};

} // namespace autodidact
