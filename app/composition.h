#pragma once

#include "core/control/runsession.h"

#include <QMap>

namespace autodidact {

/// Keys that a person typed for this session, by model name; they live in memory only.
using SessionKeys = QMap<QString, QString>;

/// The one place that builds runners and models for runs.
SessionParts sessionParts(const SessionKeys &keys = {});

/// A runner for \p jobs attempts at once. Missing when no sandbox of that kind works here.
Result<std::unique_ptr<Runner>> composeRunner(const QString &sandbox, int jobs);

/// Imports the bundled suites that the database does not hold yet.
Status ensureBundledSuites(Database &database);

/// Name -> version of what a report names: the program, Qt, Python.
QMap<QString, QString> toolVersions();

} // namespace autodidact
