#include "core/base/json.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace autodidact {

QByteArray toJsonLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> parseJsonObject(const QByteArray &bytes, const QString &where)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(ErrorKind::BadInput, u"%1: not valid JSON: %2 at byte %3"_s
                                             .arg(where, error.errorString())
                                             .arg(error.offset));
    }
    if (!document.isObject())
        return fail(ErrorKind::BadInput, u"%1: a JSON object is expected here"_s.arg(where));
    return document.object();
}

QJsonArray toJsonArray(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QStringList toStringList(const QJsonArray &array)
{
    QStringList list;
    list.reserve(array.size());
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

double rounded(double score)
{
    return std::round(score * 1e6) / 1e6;
}

} // namespace autodidact
