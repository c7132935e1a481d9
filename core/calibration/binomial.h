#pragma once

#include <vector>

namespace autodidact {

/// The exact distribution of a count: chances of `low`, `low` + 1, …
struct CountDistribution {
    int low = 0;
    std::vector<double> chances;

    double mean() const;

    struct Range {
        int from = 0;
        int to = 0;
        bool operator==(const Range &) const = default;
    };
    /// Central interval: the smallest counts at which the distribution function reaches 2.5 %
    /// and 97.5 %. So at most 2.5 % of the mass lie below it, and at most 2.5 % above.
    Range interval(double confidence = 0.95) const;
    bool covers(int count) const;
};

/// Successes in \p trials independent trials; \p chance in 0..1.
CountDistribution binomial(int trials, double chance);

/// Of a - b, both independent.
CountDistribution difference(const CountDistribution &a, const CountDistribution &b);

} // namespace autodidact
