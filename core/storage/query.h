#pragma once

#include "core/domain/attempt.h"
#include "core/storage/database.h"

#include <QDateTime>
#include <QVariant>

#include <optional>

namespace autodidact {

/// One use of a statement from its connection's cache; values are bound in order. Private to core/storage.
class Query
{
public:
    /// Prepares \p sql, or takes it from the cache, and binds \p values.
    template<typename... Values>
    Query(Database &database, const QString &sql, const Values &...values)
        : Query(database, sql)
    {
        (bind(values), ...);
    }
    Query(Database &database, const QString &sql);
    ~Query();
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    void bind(const QVariant &value);
    void bind(const QString &value);                 ///< a null text is stored as an empty one
    void bind(const QDateTime &value);               ///< milliseconds since 1970, NULL when invalid
    void bind(bool value) { bind(QVariant(int(value))); }
    void bind(int value) { bind(QVariant(value)); }
    void bind(qint64 value) { bind(QVariant(value)); }
    void bind(double value) { bind(QVariant(value)); }
    void bind(const QByteArray &value) { bind(QVariant(value)); }
    /// 0 ("not stored yet") becomes NULL.
    template<typename Tag>
    void bind(Id<Tag> id) { bind(id.isValid() ? QVariant(id.value) : QVariant()); }
    template<typename E>
        requires std::is_enum_v<E>
    void bind(E value) { bind(QVariant(int(value))); }
    template<typename T>
    void bind(const std::optional<T> &value)
    {
        if (value)
            bind(*value);
        else
            bind(QVariant());
    }
    void bind(const QList<QVariant> &values);
    void bind(const Place &place);                   ///< four values: round, phase, task, attempt

    Status run();
    /// False at the end. Check failed() after a loop.
    bool next();
    /// Runs and goes to the first row; whether there is one.
    Result<bool> first();
    std::optional<Error> failed() const { return m_error; }

    // Columns of the current row, from 0.
    bool isNull(int column) const;
    qint64 integer(int column) const;
    int number(int column) const { return int(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    QDateTime time(int column) const;
    template<typename E>
    E value(int column) const { return static_cast<E>(number(column)); }
    template<typename IdType>
    IdType id(int column) const { return IdType{integer(column)}; }
    std::optional<double> optionalReal(int column) const;
    Place place(int column) const;                   ///< four columns

    qint64 insertedId() const;
    qint64 changedRows() const;

private:
    Status refused();

    Database &m_database;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query;
    int m_bound = 0;
    std::optional<Error> m_error;
};

/// Runs one statement that gives no rows.
template<typename... Values>
Status execute(Database &database, const QString &sql, const Values &...values)
{
    return Query(database, sql, values...).run();
}

/// Runs \p query and makes one element of every row; \p read gives T or Result<T>.
template<typename T, typename Read>
Result<QList<T>> collect(Query &query, Read read)
{
    if (const Status ran = query.run(); !ran)
        return std::unexpected(ran.error());
    QList<T> list;
    while (query.next()) {
        Result<T> element = read(query);
        if (!element)
            return std::unexpected(element.error());
        list.append(std::move(*element));
    }
    if (query.failed())
        return std::unexpected(*query.failed());
    return list;
}

} // namespace autodidact
