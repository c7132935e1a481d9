#include "core/storage/safetystore.h"

#include "core/storage/query.h"
#include "core/storage/texts.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<SafetyDecision> readDecision(Database &database, Query &query)
{
    return fromBody<SafetyDecision>(database, query.text(7)).transform([&query](SafetyDecision decision) {
        decision.id = query.integer(0);
        decision.run = query.id<RunId>(1);
        decision.place = query.place(2);
        decision.undoes = query.integer(6);
        return decision;
    });
}

} // namespace

Result<qint64> SafetyStore::add(const SafetyDecision &decision)
{
    const Result<QString> body = bodyOf(m_database, decision);
    if (!body)
        return std::unexpected(body.error());
    Query query(m_database,
        u"INSERT INTO safety_decision (run, round, phase, task, attempt, action, undoes, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        decision.run, decision.place, decision.action, decision.undoes, *body);
    return query.run().transform([&query] { return query.insertedId(); });
}

Result<QList<SafetyDecision>> SafetyStore::select(const QString &where, const QList<QVariant> &values)
{
    Query query(m_database,
        u"SELECT id, run, round, phase, task, attempt, undoes, body FROM safety_decision "_s + where, values);
    return collect<SafetyDecision>(query, [this](Query &row) { return readDecision(m_database, row); });
}

Result<SafetyDecision> SafetyStore::byId(qint64 id)
{
    return select(u"WHERE id = ?"_s, {id}).and_then([id](const auto &decisions) -> Result<SafetyDecision> {
        if (decisions.isEmpty())
            return fail(ErrorKind::NotFound, u"There is no decision with id %1"_s.arg(id));
        return decisions.first();
    });
}

Result<QList<SafetyDecision>> SafetyStore::all(RunId run)
{
    return select(u"WHERE run = ? ORDER BY id"_s, {run.value});
}

Result<std::optional<SafetyDecision>> SafetyStore::last(RunId run)
{
    return select(u"WHERE run = ? AND action <> ? ORDER BY id DESC LIMIT 1"_s, {run.value, int(SafetyAction::Continue)})
        .transform([](const QList<SafetyDecision> &decisions) {
            return decisions.isEmpty() ? std::nullopt : std::optional(decisions.first());
        });
}

} // namespace autodidact
