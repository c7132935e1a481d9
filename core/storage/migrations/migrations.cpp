#include "core/storage/migrations/migrations.h"

#include "core/storage/migrations/version1.h"
#include "core/storage/query.h"
#include "core/storage/transaction.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

Result<int> userVersion(Database &database)
{
    Query query(database, u"PRAGMA user_version"_s);
    return query.first().transform([&query](bool) { return query.number(0); });
}

} // namespace

Status migrate(Database &database, int from)
{
    static constexpr std::array<Migration, SchemaVersion> all{Migration(migrations::Version1)};
    return migrate(database, from, all);
}

Status migrate(Database &database, int from, std::span<const Migration> migrations)
{
    Transaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    const Result<int> now = userVersion(database);
    if (!now)
        return std::unexpected(now.error());
    if (*now != from)
        return {};   // another process was faster
    for (const Migration &migration : migrations.subspan(size_t(from))) {
        for (const char16_t *statement : migration) {
            if (const Status done = execute(database, QString(statement)); !done)
                return done;
        }
    }
    if (const Status done = execute(database, u"PRAGMA application_id = %1"_s.arg(ApplicationId)); !done)
        return done;
    if (const Status done = execute(database, u"PRAGMA user_version = %1"_s.arg(migrations.size())); !done)
        return done;
    return transaction.commit();
}

Status keepCopy(Database &database, int version)
{
    const QString target = Database::copyPath(database.path(), version);
    const QString part = target + u".part"_s;
    QFile::remove(part);
    if (const Status done = execute(database, u"VACUUM INTO ?"_s, part); !done) {
        QFile::remove(part);
        return done;
    }
    QFile::setPermissions(part, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QFile::remove(target);
    if (!QFile::rename(part, target))
        return fail(ErrorKind::Storage, u"%1 cannot be written. Check the folder's permissions"_s.arg(target));
    return {};
}

} // namespace autodidact
