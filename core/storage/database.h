#pragma once

#include "core/base/error.h"

#include <QHash>   // std::hash<QString>

#include <memory>
#include <unordered_map>
#include <vector>

class QSqlQuery;

namespace autodidact {

/// ReadWrite creates a missing file and brings an older one up to date; ReadOnly does neither.
enum class OpenMode { ReadWrite, ReadOnly };

/// One connection to one database file; lives and dies in the thread that opened it.
///
/// Errors of open() and of every store name the file and what to do about it. A database that is locked by
/// another process is waited for five seconds, then reported as ErrorKind::Conflict.
/// `synchronous=NORMAL`: what is committed survives kill -9, but not every power cut.
class Database
{
public:
    /// Nothing on disk is changed when this fails. \p path is made absolute; its folder must exist or be creatable.
    static Result<std::unique_ptr<Database>> open(const QString &path, OpenMode mode);

    /// `$XDG_DATA_HOME/autodidact/autodidact.sqlite`.
    static QString defaultPath();

    /// Where open() puts a copy before it migrates from \p version: `NAME.before-vN` beside the file, N the next version.
    static QString copyPath(const QString &path, int version);

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }
    OpenMode mode() const { return m_mode; }

    /// True inside a Transaction.
    bool inTransaction() const { return m_depth > 0; }

private:
    friend class Query;
    friend class Transaction;
    using Prepared = std::vector<std::unique_ptr<QSqlQuery>>;

    Database(QString path, OpenMode mode, QString connection);

    QString m_path;
    OpenMode m_mode;
    QString m_connection;                ///< name in Qt's registry, unique in the process
    std::unordered_map<QString, Prepared> m_idle; ///< prepared statements that nobody is using now
    int m_depth = 0;                     ///< nesting of transactions
    bool m_doomed = false;               ///< an inner transaction was given up
};

} // namespace autodidact
