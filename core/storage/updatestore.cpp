#include "core/storage/updatestore.h"

#include "core/storage/query.h"
#include "core/storage/texts.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<Update> readUpdate(Database &database, Query &query)
{
    return fromBody<Update>(database, query.text(9)).transform([&query](Update update) {
        update.id = query.id<UpdateId>(0);
        update.run = query.id<RunId>(1);
        update.place = query.place(2);
        update.newVersion = query.isNull(6) ? std::nullopt : std::optional(query.number(6));
        update.decision = query.value<Decision>(7);
        update.reason = query.text(8);
        return update;
    });
}

} // namespace

Result<UpdateId> UpdateStore::add(const Update &update)
{
    const Result<QString> body = bodyOf(m_database, update);
    if (!body)
        return std::unexpected(body.error());
    Query query(m_database,
        u"INSERT INTO prompt_update (run, round, phase, task, attempt, new_version, decision, reason, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        update.run, update.place, update.newVersion, update.decision, update.reason, *body);
    return query.run().transform([&query] { return UpdateId{query.insertedId()}; });
}

Status UpdateStore::accept(UpdateId id, int newVersion)
{
    return execute(m_database, u"UPDATE prompt_update SET decision = ?, new_version = ? WHERE id = ?"_s, Decision::Accepted,
        newVersion, id);
}

Status UpdateStore::reject(UpdateId id, const Explanation &reason)
{
    if (reason.why.code != ReasonCode::Unstated) {
        if (const Status done = change(id, [&](Update &update) { update.why = reason.why; }); !done)
            return done;
    }
    return execute(m_database, u"UPDATE prompt_update SET decision = ?, reason = ? WHERE id = ?"_s, Decision::Rejected,
        reason.text, id);
}

Status UpdateStore::setValidation(UpdateId id, const QJsonObject &validation)
{
    return change(id, [&](Update &update) { update.validation = validation; });
}

Status UpdateStore::change(UpdateId id, const std::function<void(Update &)> &change)
{
    Result<Update> update = byId(id);
    if (!update)
        return std::unexpected(update.error());
    change(*update);
    const Result<QString> body = bodyOf(m_database, *update);
    if (!body)
        return std::unexpected(body.error());
    return execute(m_database, u"UPDATE prompt_update SET body = ? WHERE id = ?"_s, *body, id);
}

Result<QList<Update>> UpdateStore::select(const QString &where, const QList<QVariant> &values)
{
    Query query(m_database,
        u"SELECT id, run, round, phase, task, attempt, new_version, decision, reason, body FROM prompt_update "_s + where,
        values);
    return collect<Update>(query, [this](Query &row) { return readUpdate(m_database, row); });
}

Result<Update> UpdateStore::byId(UpdateId id)
{
    return select(u"WHERE id = ?"_s, {id.value}).and_then([id](const QList<Update> &updates) -> Result<Update> {
        if (updates.isEmpty())
            return fail(ErrorKind::NotFound, u"There is no update with id %1"_s.arg(id.value));
        return updates.first();
    });
}

Result<QList<Update>> UpdateStore::all(RunId run)
{
    return select(u"WHERE run = ? ORDER BY round, phase, task, attempt, id"_s, {run.value});
}

} // namespace autodidact
