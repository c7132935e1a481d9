#pragma once

#include "core/domain/attempt.h"
#include "widgets/base/readingview.h"

namespace autodidact {

/// Where a segment names its rules ("[r2]") and memories ("### Memory 1: …"), leading to "rule:r2" and "memory:12".
/// Only what the segment's sources list is a mention; the n-th heading of a memory stands for the n-th memory.
QList<Mention> promptMentions(const PromptSegment &segment);

} // namespace autodidact
