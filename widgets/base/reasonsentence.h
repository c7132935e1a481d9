#pragma once

#include "core/domain/reason.h"

namespace autodidact {

/// One translated sentence for a reason; empty for a code without one. Texts are never taken for placeholders.
QString reasonSentence(const Reason &reason);

} // namespace autodidact
