#pragma once

#include "core/domain/update.h"

namespace autodidact {

class TextSheet;

/// Writes what a race, a trial and an audit found about an update; nothing where nothing was played.
void writeUpdateEvidence(TextSheet &sheet, const Update &update);

} // namespace autodidact
