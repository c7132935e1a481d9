#pragma once

#include "core/base/error.h"

#include <QHash>
#include <QString>

namespace autodidact {

/// Reads lines key="value" as shells do: blanks around `=`, single quotes or none, CRLF, comments, and
/// no end of the last line are all accepted. Another line is an error that names \p file and the line.
Result<QHash<QString, QString>> parseKeyValues(const QByteArray &bytes, const QString &file);

} // namespace autodidact
