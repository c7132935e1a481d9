#include "core/storage/reflectionstore.h"

#include "core/storage/query.h"
#include "core/storage/texts.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

QString selecting(const QString &where)
{
    return u"SELECT reflection.attempt, a.round, a.phase, a.task, a.attempt, reflection.body "
           "FROM reflection JOIN attempt a ON a.id = reflection.attempt "_s + where;
}

Result<Reflection> readReflection(Database &database, Query &query)
{
    return fromBody<Reflection>(database, query.text(5)).transform([&query](Reflection reflection) {
        reflection.attempt = query.id<AttemptId>(0);
        reflection.place = query.place(1);
        return reflection;
    });
}

} // namespace

Result<qint64> ReflectionStore::add(const Reflection &reflection)
{
    const Result<QString> body = bodyOf(m_database, reflection);
    if (!body)
        return std::unexpected(body.error());
    Query query(m_database, u"INSERT INTO reflection (attempt, body) VALUES (?, ?)"_s, reflection.attempt, *body);
    return query.run().transform([&query] { return query.insertedId(); });
}

Result<Reflection> ReflectionStore::byId(qint64 id)
{
    Query query(m_database, selecting(u"WHERE reflection.id = ?"_s), id);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    return *found ? readReflection(m_database, query)
                  : fail(ErrorKind::NotFound, u"There is no reflection with id %1"_s.arg(id));
}

Result<std::optional<Reflection>> ReflectionStore::byAttempt(AttemptId attempt)
{
    Query query(m_database, selecting(u"WHERE reflection.attempt = ? ORDER BY reflection.id DESC LIMIT 1"_s), attempt);
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    return readReflection(m_database, query).transform([](Reflection one) { return std::optional(std::move(one)); });
}

Result<QList<Reflection>> ReflectionStore::ofRun(RunId run)
{
    Query query(m_database,
        selecting(u"WHERE a.run = ? AND reflection.id = (SELECT max(x.id) FROM reflection x WHERE x.attempt = a.id) "
                  "ORDER BY a.round, a.phase, a.task, a.attempt, a.id"_s),
        run);
    return collect<Reflection>(query, [this](Query &row) { return readReflection(m_database, row); });
}

} // namespace autodidact
