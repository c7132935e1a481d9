#pragma once

#include "core/domain/attempt.h"

#include <QSet>

namespace autodidact {

class ReadingView;

/// Writes what the model was sent into a page, part by part. GUI thread.
namespace promptpage {

/// A part's heading leads to "part:N"; the parts in \p folded show nothing but that. The last part, number
/// prompt.size(), is the model's answer.
void show(ReadingView &view, const Attempt &attempt, const QSet<int> &folded);

QString segmentName(SegmentKind kind);
QString finishReason(const QString &reason);     ///< "The model ended by itself."
QString plainText(const Attempt &attempt);       ///< all segments, for the clipboard
int estimatedTokens(const Attempt &attempt);     ///< our estimate, all segments

/// Why the prompt or the answer may be incomplete; empty when nothing hints at it.
QString cutWarning(const Attempt &attempt);

} // namespace promptpage
} // namespace autodidact
