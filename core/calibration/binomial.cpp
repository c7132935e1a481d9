#include "core/calibration/binomial.h"

#include <cmath>

namespace autodidact {

double CountDistribution::mean() const
{
    double sum = 0;
    for (size_t i = 0; i < chances.size(); ++i)
        sum += chances[i] * (low + double(i));
    return sum;
}

CountDistribution::Range CountDistribution::interval(double confidence) const
{
    const double tail = (1 - confidence) / 2;
    Range range{low, low};
    double below = 0;
    bool started = false;
    for (size_t i = 0; i < chances.size(); ++i) {
        below += chances[i];
        if (!started && below >= tail) {
            range.from = low + int(i);
            started = true;
        }
        range.to = low + int(i);
        if (below >= 1 - tail)
            break;
    }
    return range;
}

bool CountDistribution::covers(int count) const
{
    const Range range = interval();
    return count >= range.from && count <= range.to;
}

CountDistribution binomial(int trials, double chance)
{
    CountDistribution result;
    result.chances.assign(size_t(trials) + 1, 0.0);
    if (chance <= 0 || chance >= 1) {
        (chance <= 0 ? result.chances.front() : result.chances.back()) = 1;
        return result;
    }
    for (int count = 0; count <= trials; ++count) {
        const double ways = std::lgamma(trials + 1.0) - std::lgamma(count + 1.0)
            - std::lgamma(trials - count + 1.0);
        result.chances[size_t(count)] =
            std::exp(ways + count * std::log(chance) + (trials - count) * std::log1p(-chance));
    }
    return result;
}

CountDistribution difference(const CountDistribution &a, const CountDistribution &b)
{
    CountDistribution result{.low = a.low - b.low - int(b.chances.size()) + 1, .chances = {}};
    result.chances.assign(a.chances.size() + b.chances.size() - 1, 0.0);
    for (size_t i = 0; i < a.chances.size(); ++i) {
        for (size_t j = 0; j < b.chances.size(); ++j)
            result.chances[i + b.chances.size() - 1 - j] += a.chances[i] * b.chances[j];
    }
    return result;
}

} // namespace autodidact
