#include "core/storage/texts.h"

#include "core/base/json.h"
#include "core/storage/blobstore.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

using Exchange = std::function<Status(QJsonValue &value)>;

/// Applies \p exchange to every value, inner ones first.
Status walk(QJsonValue &value, const Exchange &exchange)
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            QJsonValue element = array.at(i);
            if (const Status done = walk(element, exchange); !done)
                return done;
            array.replace(i, element);
        }
        value = array;
    } else if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            QJsonValue inner = entry.value();
            if (const Status done = walk(inner, exchange); !done)
                return done;
            entry.value() = inner;
        }
        value = object;
    }
    return exchange(value);
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
    QJsonValue value = object;
    const Status done = walk(value, [&blobs](QJsonValue &inner) -> Status {
        if (!inner.isString() || inner.toString().size() <= LongText)
            return {};
        return blobs.put(inner.toString()).transform([&inner](const QString &hash) {
            inner = QJsonObject{{u"sha256"_s, hash}};
        });
    });
    if (!done)
        return std::unexpected(done.error());
    return QString::fromUtf8(toJsonLine(value.toObject()));
}

Result<QJsonObject> unpacked(Database &database, const QString &body)
{
    BlobStore blobs(database);
    const Result<QJsonObject> object = parseJsonObject(body.toUtf8(), database.path());
    if (!object || !body.contains("\"sha256\""_L1))
        return object;
    QJsonValue value = *object;
    const Status done = walk(value, [&blobs](QJsonValue &inner) -> Status {
        if (!isReference(inner))
            return {};
        return blobs.text(inner.toObject().value("sha256"_L1).toString())
            .transform([&inner](const std::optional<QString> &text) {
                if (text)
                    inner = *text;
            });
    });
    if (!done)
        return std::unexpected(done.error());
    return value.toObject();
}

} // namespace autodidact
