#pragma once

#include "tests/evaluation/runfixture.h"

namespace autodidact {

/// A run of six rounds with held-out tasks: four versions, a rollback, recalled tasks, updates and reflections.
/// Every text that a model or a suite wrote carries markup, so that a page that forgets to escape shows it.
RunRecord reportFixture();

/// What reportFixture() puts into every such text.
extern const QString hostileText;

} // namespace autodidact
