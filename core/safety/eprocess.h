#pragma once

#include "core/evaluation/intervals.h"
#include "core/safety/paircounts.h"

namespace autodidact {

/// E- and E+ of SCIENCE section 4: means over lambda in {0.1 ... 0.9} of prod(1 - lambda D), prod(1 + lambda D).
///
/// Bets against "the newer version is no worse" (E-) and "no better" (E+). Where that is so, E ever reaches x with
/// probability at most 1 / x (Ville, 1939; Waudby-Smith and Ramdas, JRSS B 86, 2024), so that one may look after
/// every pair. Both are functions of the counts, computed in logarithms and resumed by storing the counts.
struct EProcess {
    PairCounts counts;

    double logMinus() const;   ///< ln E-, always finite
    double logPlus() const;    ///< ln E+, always finite
    double minus() const;      ///< E-, at most 1e300, so that it is a number in JSON
    double plus() const;       ///< E+, likewise

    /// Mean of D with the ends that hold at every count of pairs at once: all m that neither bet on "less than m" nor
    /// on "more than m" refutes, each at (1 - confidence) / 2. [-1, 1] around 0 without pairs. \p confidence in (0, 1).
    Estimate interval(double confidence = 0.95) const;

    /// worse, equal, better, pairs, mean, low, high (the interval at 95 %), e_minus, e_plus.
    QJsonObject numbers() const;

    bool operator==(const EProcess &) const = default;
};

} // namespace autodidact
