#pragma once

#include "core/base/error.h"

#include <QStringList>

namespace autodidact {

/// Runs a tool of this machine, outside any sandbox, and waits for its end. Sandbox, with what it wrote, where it fails or
/// takes more than two minutes. \p folder: where it works; empty: here.
Status runTool(const QString &program, const QStringList &arguments, const QString &folder = {});

} // namespace autodidact
