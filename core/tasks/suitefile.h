#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads a suite in our own JSON-lines format (plain or gzip; ":/suites/..." works too): a header
/// line, then one task per line. All problems of a file, up to ten, come in one BadInput error, each
/// with file, line and remedy; unknown keys become warnings.
Result<SuiteContent> readSuiteFile(const QString &path);

/// The same from bytes; \p file is the name for messages.
Result<SuiteContent> parseSuite(const QByteArray &bytes, const QString &file);

/// The file for a suite: reading it again gives the same tasks and the same hash.
QByteArray writeSuite(const Suite &suite, const QList<Task> &tasks);

} // namespace autodidact
