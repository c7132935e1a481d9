#include "core/base/hash.h"

#include <QCryptographicHash>

namespace autodidact {

QString sha256Hex(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString sha256Hex(const QString &text)
{
    return sha256Hex(text.toUtf8());
}

} // namespace autodidact
