#pragma once

#include "core/events/codec.h"
#include "core/storage/database.h"

namespace autodidact {

/// Texts longer than this many characters are kept in the blob table. Part of the export format: never change.
inline constexpr int LongText = 96;

/// JSON for a `body` column: long texts go to the blob table and leave {"sha256": …}. Private to core/storage.
Result<QString> packed(Database &database, const QJsonObject &object);

/// The way back.
Result<QJsonObject> unpacked(Database &database, const QString &body);

/// A noun as the text of its `body` column, and back.
template<typename T>
Result<QString> bodyOf(Database &database, const T &noun)
{
    return packed(database, toJson(noun, JsonForm::Portable));
}

template<typename T>
Result<T> fromBody(Database &database, const QString &body)
{
    return unpacked(database, body).and_then(fromJson<T>);
}

} // namespace autodidact
