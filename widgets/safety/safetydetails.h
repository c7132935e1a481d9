#pragma once

#include "core/domain/update.h"

namespace autodidact {

class TextSheet;

/// Writes a decision with its numbers in words: both windows with intervals, the trust region, false alarms.
void writeDecision(TextSheet &sheet, const SafetyDecision &decision);

} // namespace autodidact
