#pragma once

#include <QString>

namespace autodidact {

/// A kind of mistake in translated words: an error class, or a fault family of the simulated student; in any case of letters.
/// Empty for what a model named in its own words.
QString causeWords(const QString &cause);

} // namespace autodidact
