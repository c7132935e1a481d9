#include "core/storage/blobstore.h"

#include "core/base/hash.h"
#include "core/storage/query.h"
#include "core/storage/transaction.h"

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

constexpr int WorthPacking = 256;    // bytes; below, compression gains nothing
constexpr int PackingLevel = 3;      // of zlib: most of the gain at a third of the default's time

QByteArray keyOf(const QString &hash)
{
    return QByteArray::fromHex(hash.toLatin1());
}

} // namespace

Result<QString> BlobStore::put(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const QString hash = sha256Hex(bytes);
    const QByteArray key = keyOf(hash);
    {
        Query query(m_database, u"SELECT 1 FROM blob WHERE sha256 = ?"_s, key);
        const Result<bool> known = query.first();
        if (!known)
            return std::unexpected(known.error());
        if (*known)
            return hash;
    }
    const QByteArray packed = bytes.size() < WorthPacking ? QByteArray() : qCompress(bytes, PackingLevel);
    const bool smaller = !packed.isEmpty() && packed.size() < bytes.size();
    return execute(m_database, u"INSERT INTO blob (sha256, packed, body) VALUES (?, ?, ?)"_s, key, smaller,
        smaller ? packed : bytes)
        .transform([&hash] { return hash; });
}

Result<std::optional<QString>> BlobStore::text(const QString &hash)
{
    Query query(m_database, u"SELECT packed, body FROM blob WHERE sha256 = ?"_s, keyOf(hash));
    const Result<bool> found = query.first();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    const QByteArray body = query.bytes(1);
    return QString::fromUtf8(query.flag(0) ? qUncompress(body) : body);
}

Result<qint64> BlobStore::removeOrphans()
{
    Transaction transaction(m_database);
    if (!transaction.begun())
        return std::unexpected(transaction.begun().error());
    QStringList used;
    for (const QString &column : {u"attempt.body"_s, u"verdict.body"_s, u"reflection.body"_s, u"memory_revision.body"_s,
             u"prompt_version.body"_s, u"prompt_update.body"_s, u"safety_decision.body"_s, u"event.payload"_s}) {
        used << u"SELECT unhex(json_tree.value) FROM %1, json_tree(%2) WHERE json_tree.key = 'sha256'"_s.arg(
            column.section(u'.', 0, 0), column);
    }
    Query query(m_database, u"DELETE FROM blob WHERE sha256 NOT IN (%1)"_s.arg(used.join(u" UNION "_s)));
    if (const Status done = query.run(); !done)
        return std::unexpected(done.error());
    const qint64 removed = query.changedRows();
    return transaction.commit().transform([removed] { return removed; });
}

} // namespace autodidact
