#pragma once

#include <QStringList>

namespace autodidact {

/// The paths that a unified diff changes or adds, in order, each once.
QStringList patchedFiles(const QString &patch);

} // namespace autodidact
