#pragma once

#include "core/base/error.h"
#include "core/domain/run.h"

#include <QList>
#include <QPair>

namespace autodidact {

/// Sets one setting by its dotted key, as `--set key=value` does. BadUsage names the key, the value
/// and what is accepted; the config is unchanged then.
Status setConfigValue(RunConfig &config, const QString &key, const QString &value);

/// Every setting as dotted key and text, in a fixed order.
QList<QPair<QString, QString>> configValues(const RunConfig &config);

/// Applies a TOML file; tables are joined with dots. Errors name file, line and remedy.
Status applyConfigFile(RunConfig &config, const QString &path);

} // namespace autodidact
