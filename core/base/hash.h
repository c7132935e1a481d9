#pragma once

#include <QByteArray>
#include <QString>

namespace autodidact {

/// SHA-256 as 64 lower-case hex digits; the key of a stored text.
QString sha256Hex(const QByteArray &bytes);
QString sha256Hex(const QString &text);

} // namespace autodidact
