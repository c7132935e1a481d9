#include "core/storage/texts.h"

#include "core/base/json.h"
#include "core/storage/blobstore.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// Gives the value to put in place of the given one; the same one when nothing changes.
using Exchange = std::function<Result<QJsonValue>(const QJsonValue &value)>;

Result<QJsonValue> walk(const QJsonValue &value, const Exchange &exchange);

Result<QJsonValue> walkArray(QJsonArray array, const Exchange &exchange)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonValue before = array.at(i);
        const Result<QJsonValue> after = walk(before, exchange);
        if (!after)
            return after;
        if (after->type() != before.type() || *after != before)   // writing makes a copy of the array
            array.replace(i, *after);
    }
    return array;
}

Result<QJsonValue> walkObject(const QJsonObject &object, const Exchange &exchange)
{
    QJsonObject changed = object;
    for (auto entry = object.constBegin(); entry != object.constEnd(); ++entry) {
        const QJsonValue before = entry.value();
        const Result<QJsonValue> after = walk(before, exchange);
        if (!after)
            return after;
        if (after->type() != before.type() || *after != before)
            changed.insert(entry.key(), *after);
    }
    return exchange(changed);
}

/// Applies \p exchange to every value, inner ones first.
Result<QJsonValue> walk(const QJsonValue &value, const Exchange &exchange)
{
    if (value.isArray())
        return walkArray(value.toArray(), exchange);
    if (value.isObject())
        return walkObject(value.toObject(), exchange);
    return value.isString() ? exchange(value) : Result<QJsonValue>(value);
}

bool isReference(const QJsonValue &value)
{
    if (!value.isObject())
        return false;
    const QJsonObject object = value.toObject();
    return object.size() == 1 && object.value("sha256"_L1).toString().size() == 64;
}

} // namespace

Result<QString> packed(Database &database, const QJsonObject &object)
{
    BlobStore blobs(database);
    const auto value = walk(object, [&blobs](const QJsonValue &inner) -> Result<QJsonValue> {
        if (!inner.isString() || inner.toString().size() <= LongText)
            return inner;
        return blobs.put(inner.toString()).transform([](const QString &hash) {
            return QJsonValue(QJsonObject{{u"sha256"_s, hash}});
        });
    });
    if (!value)
        return std::unexpected(value.error());
    return QString::fromUtf8(toJsonLine(value->toObject()));
}

Result<QJsonObject> unpacked(Database &database, const QString &body)
{
    BlobStore blobs(database);
    const Result<QJsonObject> object = parseJsonObject(body.toUtf8(), database.path());
    if (!object || !body.contains("\"sha256\""_L1))
        return object;
    const auto value = walk(*object, [&blobs](const QJsonValue &inner) -> Result<QJsonValue> {
        if (!isReference(inner))
            return inner;
        return blobs.text(inner.toObject().value("sha256"_L1).toString())
            .transform([&inner](const std::optional<QString> &text) { return text ? QJsonValue(*text) : inner; });
    });
    if (!value)
        return std::unexpected(value.error());
    return value->toObject();
}

} // namespace autodidact
