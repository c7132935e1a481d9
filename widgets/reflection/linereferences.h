#pragma once

#include "widgets/base/readingview.h"

namespace autodidact {

/// Where a text names lines of the code: "line 3", "lines 3 to 5 and 9", "L7", "第 3 行". Every number leads to
/// its line; the first one takes the word before it along.
QList<Mention> lineReferences(const QString &text);

} // namespace autodidact
