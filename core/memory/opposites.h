#pragma once

#include <QString>

#include <optional>

namespace autodidact {

/// The words that make two pieces of advice say the opposite of each other: "not", "never", or the
/// pair of antonyms in which they differ. Nothing where no clause of one talks about the same as a
/// clause of the other, or where both say the same of it.
///
/// A test of cues, for English and Chinese: two clauses talk about the same when they share two
/// content words or more and at least half of all they hold; they are opposed when one of them is
/// negated, or has the other word of a pair of antonyms, and not both. It knows nothing of meaning
/// beyond that.
std::optional<QString> oppositeCue(const QString &a, const QString &b);

} // namespace autodidact
