#pragma once

#include "core/evaluation/intervals.h"

namespace autodidact {

/// How often a mistake was made, and how often it was to be expected.
struct FaultRate {
    int made = 0;
    int asked = 0;
    double expected = 0; ///< sum of the chances that the formula gives for what was asked

    /// Share with its 95 % Wilson interval.
    Estimate measured() const { return wilson(made, asked); }
    double predicted() const { return asked > 0 ? expected / asked : 0; }
    /// Whether the prediction lies outside of the measured interval. The tolerance is for rates
    /// that are 0 or 1.
    bool misses() const
    {
        const Estimate interval = measured();
        return asked > 0
            && (predicted() < interval.low - 1e-9 || predicted() > interval.high + 1e-9);
    }

    void count(bool happened, double chance)
    {
        made += happened ? 1 : 0;
        ++asked;
        expected += chance;
    }
    FaultRate &operator+=(const FaultRate &other)
    {
        made += other.made;
        asked += other.asked;
        expected += other.expected;
        return *this;
    }
    bool operator==(const FaultRate &) const = default;
};

} // namespace autodidact
