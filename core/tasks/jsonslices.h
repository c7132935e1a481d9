#pragma once

#include "core/base/error.h"
#include "core/tasks/jsonlines.h"

#include <QByteArrayView>
#include <QList>

namespace autodidact {

/// One element of an array or member of an object, as it is written.
struct JsonSlice {
    QString key;             ///< of an object's member, else empty
    QByteArrayView text;     ///< without the blanks around it
    int line = 1;            ///< where it begins, counted from 1 at the beginning of the whole text
};

/// The elements or members of the array or object that \p json is, in order: for numbers that JSON
/// values of Qt would round, and for lines. Only the outermost level is looked at; a text that is cut
/// off or has no comma where one belongs is an error whose detail begins with the line.
Result<QList<JsonSlice>> slicesOf(QByteArrayView json);

/// The records of a published set: one JSON object per line, or one array of objects. A byte order
/// mark and CRLF are accepted; what is broken is an error that names \p file and the line.
Result<QList<JsonLine>> parseRecords(const QByteArray &bytes, const QString &file);

} // namespace autodidact
