#pragma once

#include "core/update/updater.h"

namespace autodidact {

/// Edits that earlier updates of the current version brought and whose trial ended without evidence either way. One right
/// rule is worth about a point, which no trial sees; so they are tried again together with new ones. Newest first, as
/// additions; texts that the current version holds are left out, and so is what a trial found no better than harmful.
QList<RuleEdit> carriedEdits(const UpdateContext &context);

} // namespace autodidact
