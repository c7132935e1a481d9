#pragma once

#include "widgets/versions/versionbook.h"

namespace autodidact {

class TextSheet;

/// Writes all that is known of one version: numbers, why it exists, rules, strategy, sections.
void writeVersionDetails(TextSheet &sheet, const VersionBook &book, const VersionRow &row);

/// Writes a proposed or refused update: edits, evidence, decision and reason.
void writeUpdate(TextSheet &sheet, const Update &update);

} // namespace autodidact
