#include "core/storage/query.h"

#include "core/storage/sqlerror.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimeZone>

namespace autodidact {

Query::Query(Database &database, const QString &sql)
    : m_database(database)
    , m_sql(sql)
{
    Database::Prepared &idle = m_database.m_idle[sql];
    if (!idle.empty()) {
        m_query = std::move(idle.back());
        idle.pop_back();
        return;
    }
    m_query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_database.m_connection, false));
    m_query->setForwardOnly(true);
    if (!m_query->prepare(sql))
        m_error = sqlError(m_query->lastError(), m_database.path());
}

Query::~Query()
{
    if (m_error)
        return;   // a statement that failed is not worth keeping
    m_query->finish();
    m_database.m_idle[m_sql].push_back(std::move(m_query));
}

void Query::bind(const QVariant &value)
{
    m_query->bindValue(m_bound++, value);
}

void Query::bind(const QString &value)
{
    bind(QVariant(value.isNull() ? QStringLiteral("") : value));
}

void Query::bind(const QDateTime &value)
{
    bind(value.isValid() ? QVariant(value.toMSecsSinceEpoch()) : QVariant());
}

void Query::bind(const QList<QVariant> &values)
{
    for (const QVariant &value : values)
        bind(value);
}

void Query::bind(const Place &place)
{
    bind(place.round);
    bind(place.phase);
    bind(place.task);
    bind(place.attempt);
}

Status Query::refused()
{
    m_error = sqlError(m_query->lastError(), m_database.path());
    return std::unexpected(*m_error);
}

Status Query::run()
{
    if (m_error)
        return std::unexpected(*m_error);
    if (!m_query->exec())
        return refused();
    return {};
}

bool Query::next()
{
    if (m_error)
        return false;
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        (void)refused();
    return false;
}

Result<bool> Query::first()
{
    if (const Status ran = run(); !ran)
        return std::unexpected(ran.error());
    const bool found = next();
    if (m_error)
        return std::unexpected(*m_error);
    return found;
}

bool Query::isNull(int column) const { return m_query->isNull(column); }
qint64 Query::integer(int column) const { return m_query->value(column).toLongLong(); }
double Query::real(int column) const { return m_query->value(column).toDouble(); }
QString Query::text(int column) const { return m_query->value(column).toString(); }
QByteArray Query::bytes(int column) const { return m_query->value(column).toByteArray(); }

QDateTime Query::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), QTimeZone::UTC);
}

std::optional<double> Query::optionalReal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

Place Query::place(int column) const
{
    return {number(column), value<Phase>(column + 1), number(column + 2), number(column + 3)};
}

qint64 Query::insertedId() const { return m_query->lastInsertId().toLongLong(); }
qint64 Query::changedRows() const { return m_query->numRowsAffected(); }

} // namespace autodidact
