#pragma once

#include "core/base/error.h"

class QSqlError;

namespace autodidact {

/// Turns an error of SQLite into ours: names the file and the remedy. Private to core/storage.
Error sqlError(const QSqlError &error, const QString &path);

/// Whether the error is a breach of a UNIQUE or FOREIGN KEY constraint.
bool isConstraint(const Error &error);

} // namespace autodidact
