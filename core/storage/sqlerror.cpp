#include "core/storage/sqlerror.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

// Primary result codes, https://www.sqlite.org/rescode.html
enum SqliteCode { Busy = 5, Locked = 6, ReadOnlyFile = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14,
                  Constraint = 19, NotADatabase = 26 };

QString remedy(int code)
{
    switch (code) {
    case ReadOnlyFile:
        return u"it cannot be written. Check the permissions of the file and its folder"_s;
    case InputOutput:
        return u"the disk reports an error while reading or writing. Check the disk and its free space"_s;
    case Corrupt:
        return u"the file is damaged. Restore a copy of it"_s;
    case Full:
        return u"the disk is full. Free some space; nothing was changed"_s;
    case CannotOpen:
        return u"it cannot be opened. Check that the folder exists and may be written"_s;
    case NotADatabase:
        return u"this file is not a database. Choose another file; it was left as it is"_s;
    default:
        return u"the database refused"_s;
    }
}

} // namespace

Error sqlError(const QSqlError &error, const QString &path)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == Busy || code == Locked) {
        return {ErrorKind::Conflict,
            u"%1: the database is locked by another process for more than 5 s. Close the other program, or wait "
            "until it has finished, and try again"_s.arg(path)};
    }
    const ErrorKind kind = code == Constraint ? ErrorKind::Conflict
        : code == NotADatabase                ? ErrorKind::BadInput
                                              : ErrorKind::Storage;
    return {kind, u"%1: %2 (%3)"_s.arg(path, remedy(code), error.databaseText())};
}

bool isConstraint(const Error &error)
{
    return error.kind == ErrorKind::Conflict && error.detail.contains("constraint failed"_L1);
}

} // namespace autodidact
