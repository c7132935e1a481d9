#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// The formats that importSuite() knows, as the command line names them.
QStringList suiteFormats();

/// Reads a suite of any known format; nothing is stored. Repository tasks get their clones from the folder \p repositories,
/// where it is given; a warning names those without. BadUsage for an unknown format.
Result<SuiteContent> importSuite(const QString &format, const QString &path, const QString &repositories = {});

/// The suites that come with the program, as resource paths by name.
QStringList bundledSuites();

} // namespace autodidact
