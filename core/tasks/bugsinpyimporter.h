#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads a checkout of BugsInPy (Widyasari et al. 2020): every bug below projects/. A task needs a local
/// clone of its project, whose folder the set cannot know; its tests come from the fixed commit and are
/// hidden.
Result<SuiteContent> importBugsInPy(const QString &path);

/// The tests that the lines of a run_test.sh name, for pytest, unittest and tox.
QStringList namedTests(const QStringList &commands);

} // namespace autodidact
