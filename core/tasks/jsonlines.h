#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QList>

namespace autodidact {

/// One record of a JSON-lines file and where it stands.
struct JsonLine {
    int number = 0;          ///< line in the file, from 1
    QJsonObject object;
};

/// The whole file at \p path; one that starts as gzip does is unpacked, whatever its name. A file
/// that unpacks to more than 1 GiB, or ends too early, is refused.
Result<QByteArray> readPlainOrGzip(const QString &path);

/// One JSON object per line; blank lines are skipped, a byte order mark and CRLF accepted. Broken
/// UTF-8 and broken JSON are errors that name \p file and the line.
Result<QList<JsonLine>> parseJsonLines(const QByteArray &bytes, const QString &file);

/// "FILE:LINE", as every message about a record begins.
QString placeOf(const QString &file, int line);

} // namespace autodidact
