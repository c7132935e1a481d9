#include "core/storage/database.h"

#include "core/storage/migrations/migrations.h"
#include "core/storage/query.h"
#include "core/storage/sqlerror.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// True when the file was made now.
Result<bool> prepareFile(const QFileInfo &file)
{
    if (file.isDir())
        return fail(ErrorKind::BadInput, u"%1 is a folder. Name a file in it"_s.arg(file.filePath()));
    if (file.exists())
        return false;
    if (!QDir().mkpath(file.absolutePath())) {
        return fail(ErrorKind::Storage,
            u"The folder %1 cannot be created. Choose another place for the database with --db"_s.arg(
                file.absolutePath()));
    }
    QFile made(file.filePath());
    if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnerOnly)) {
        return fail(ErrorKind::Storage,
            u"%1 cannot be created: %2. Choose another place with --db, or change the folder's permissions"_s.arg(
                file.filePath(), made.errorString()));
    }
    return true;
}

/// Looks at the first bytes before SQLite touches the file.
Status looksLikeDatabase(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Storage,
            u"%1 cannot be read: %2. Check its permissions"_s.arg(path, file.errorString()));
    }
    const QByteArray head = file.read(16);
    if (!head.isEmpty() && head != QByteArray("SQLite format 3\0", 16)) {
        return fail(ErrorKind::BadInput,
            u"%1 is not a database. Choose another file; it was left as it is"_s.arg(path));
    }
    return {};
}

Result<int> pragma(Database &database, const QString &name)
{
    Query query(database, u"PRAGMA "_s + name);
    return query.first().transform([&query](bool) { return query.number(0); });
}

/// The schema's version; 0 for a database with nothing in it.
Result<int> checkedVersion(Database &database)
{
    const Result<int> application = pragma(database, u"application_id"_s);
    const Result<int> version = pragma(database, u"user_version"_s);
    const Result<int> tables = pragma(database, u"schema_version"_s);
    for (const Result<int> &result : {application, version, tables}) {
        if (!result)
            return result;
    }
    const bool blank = *application == 0 && *version == 0 && *tables == 0;
    if (*application != ApplicationId && !blank) {
        return fail(ErrorKind::BadInput,
            u"%1 is a database of another program. Choose another file; it was left as it is"_s.arg(database.path()));
    }
    if (*version > SchemaVersion) {
        return fail(ErrorKind::BadInput,
            u"%1 was written by a newer Autodidact (version %2 of the schema, this program knows %3). Update the "
            "program, or choose another file; it was left as it is"_s.arg(database.path()).arg(*version).arg(SchemaVersion));
    }
    return version;
}

Status bringUpToDate(Database &database, int version)
{
    if (version == SchemaVersion)
        return {};
    if (database.mode() == OpenMode::ReadOnly) {
        return fail(ErrorKind::BadInput,
            u"%1 has version %2 of the schema and must be brought up to date. Open it once for writing"_s
                .arg(database.path()).arg(version));
    }
    if (version > 0) {
        if (const Status copied = keepCopy(database, version); !copied)
            return copied;
    }
    return migrate(database, version);
}

Status setUp(Database &database)
{
    const Result<int> version = checkedVersion(database);
    if (!version)
        return std::unexpected(version.error());
    QStringList pragmas{u"foreign_keys = ON"_s, u"temp_store = MEMORY"_s, u"cache_size = -16000"_s};
    if (database.mode() == OpenMode::ReadWrite)
        pragmas << u"journal_mode = WAL"_s << u"synchronous = NORMAL"_s;
    for (const QString &line : std::as_const(pragmas)) {
        if (const Status done = execute(database, u"PRAGMA "_s + line); !done)
            return done;
    }
    return bringUpToDate(database, *version);
}

} // namespace

Database::Database(QString path, OpenMode mode, QString connection)
    : m_path(std::move(path))
    , m_mode(mode)
    , m_connection(std::move(connection))
{
}

Database::~Database()
{
    m_idle.clear();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, OpenMode mode)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (mode == OpenMode::ReadOnly && !QFileInfo::exists(absolute))
        return fail(ErrorKind::NotFound, u"There is no database %1. Check the name given with --db"_s.arg(absolute));
    const Result<bool> made = prepareFile(QFileInfo(absolute));
    if (!made)
        return std::unexpected(made.error());
    if (const Status looks = looksLikeDatabase(absolute); !looks)
        return std::unexpected(looks.error());

    std::unique_ptr<Database> database(
        new Database(absolute, mode, QUuid::createUuid().toString(QUuid::WithoutBraces)));
    Status ready;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
        connection.setDatabaseName(absolute);
        connection.setConnectOptions(mode == OpenMode::ReadOnly ? u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s
                                                                : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!connection.open())
            ready = std::unexpected(sqlError(connection.lastError(), absolute));
    }
    if (ready)
        ready = setUp(*database);
    if (ready)
        return database;
    database.reset();
    if (*made)
        QFile::remove(absolute);
    return std::unexpected(ready.error());
}

QString Database::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/autodidact/autodidact.sqlite"_s;
}

QString Database::copyPath(const QString &path, int version)
{
    return u"%1.before-v%2"_s.arg(path).arg(version + 1);
}

} // namespace autodidact
