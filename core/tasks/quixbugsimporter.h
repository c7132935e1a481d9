#pragma once

#include "core/base/error.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// Reads a checkout of QuixBugs (Lin et al. 2017, MIT): programs with a defect on one line. Programs
/// with json_testcases become Function tasks, those with pytest files alone (graphs and lists) Files
/// tasks. Programs in Java with a JUnit class become Files tasks, too, in the groups of the Python ones.
Result<SuiteContent> importQuixBugs(const QString &path);

} // namespace autodidact
