#pragma once

#include "core/control/runsession.h"

#include <QMap>

#include <memory>

namespace autodidact {

class VerdictCache;

/// Keys that a person typed for this session, by model name; they live in memory only.
using SessionKeys = QMap<QString, QString>;

/// The one place that builds runners and models for runs. With \p cache no program is run twice that it knows: for the
/// simulated student only.
SessionParts sessionParts(const SessionKeys &keys = {}, std::shared_ptr<VerdictCache> cache = nullptr);

/// A runner for \p jobs attempts at once. \p image: of the container, see SandboxOptions. \p first: as makeRunner() takes it.
/// Missing when no sandbox of that kind works here.
Result<std::unique_ptr<Runner>> composeRunner(
    const QString &sandbox, const QString &image, int jobs, std::optional<Language> first = {});

/// Imports the bundled suites that the database does not hold yet.
Status ensureBundledSuites(Database &database);

/// Name -> version of what a report names: the program, Qt, Python.
QMap<QString, QString> toolVersions();

} // namespace autodidact
