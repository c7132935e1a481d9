#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace autodidact {

/// Where what was made of this machine's compilers is kept for later programs: autodidact/tools in the user's cache folder.
QString toolCacheFolder();

/// Path, size and time of change of a file, links followed: a part of a fingerprint. Only the path where there is no file.
QByteArray fileState(const QString &path);

/// Fills \p destination with what \p make puts into the empty folder that it is given, or put there earlier for the same
/// \p name and \p fingerprint: everything that decides the result. Files are shared with the cache where the file system
/// can (hard links), and readable by everybody. Several programs may do this at once: one makes, the others wait. Where
/// nothing can be kept, \p make fills \p destination itself. What was not used for a month goes.
Status fetchTool(const QString &name, const QByteArray &fingerprint, const QString &destination,
    const std::function<Status(const QString &folder)> &make);

} // namespace autodidact
