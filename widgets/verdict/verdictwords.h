#pragma once

#include "core/domain/attempt.h"

namespace autodidact {

/// What a person is told about verdicts, in translated words.
namespace verdictwords {

QString status(TestStatus status);
QString sandbox(const QString &name);        ///< "none" is said to be no protection
QString gear(const QString &gear);
QString check(const QString &check);         ///< "lint" -> "Lint"

/// "Fault of this machine. Not counted. Retried 1 of 2."
QString infrastructure(const Verdict &verdict);

/// The one that decides: hidden where it is there, unless the visible one is a fault of ours.
const Verdict *deciding(const std::optional<Verdict> &visible, const std::optional<Verdict> &hidden);

/// "Solved", "Failed: logic", …
QString headline(const Verdict &verdict, bool recalled);

} // namespace verdictwords
} // namespace autodidact
