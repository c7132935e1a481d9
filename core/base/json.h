#pragma once

#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace autodidact {

/// Compact JSON with sorted keys: the same value always gives the same bytes.
QByteArray toJsonLine(const QJsonObject &object);

/// Parses one JSON object. \p where ("file.jsonl:12") is put into the message.
Result<QJsonObject> parseJsonObject(const QByteArray &bytes, const QString &where);

QJsonArray toJsonArray(const QStringList &list);
QStringList toStringList(const QJsonArray &array);

/// Scores are stored and compared rounded to 1e-6, so that they agree over compilers.
double rounded(double score);

} // namespace autodidact
