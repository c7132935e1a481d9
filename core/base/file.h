#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace autodidact {

/// Puts \p bytes into the file \p path, whole or not at all: an older file stays as it is when that fails (Storage).
Status writeFile(const QString &path, const QByteArray &bytes);

} // namespace autodidact
