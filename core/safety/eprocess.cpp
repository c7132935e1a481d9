#include "core/safety/eprocess.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

/// ln of the mean over lambda of prod(1 - lambda + lambda (1 + D) / (1 + m)): the bet that the mean of D is above m.
/// With m = 0 this is E+. Falls as m rises, since every factor does.
double logBetAbove(const PairCounts &counts, double m)
{
    constexpr int bets = 9;
    std::array<double, bets> logs{};
    for (int i = 0; i < bets; ++i) {
        const double lambda = (i + 1) / 10.0;
        const auto factor = [&](int d) { return std::log(1.0 - lambda + lambda * (1.0 + d) / (1.0 + m)); };
        logs[size_t(i)] = counts.worse * factor(-1) + counts.equal * factor(0) + counts.better * factor(1);
    }
    const double top = std::ranges::max(logs);
    double sum = 0;
    for (const double log : logs)
        sum += std::exp(log - top);
    return top + std::log(sum / bets);
}

PairCounts mirrored(const PairCounts &counts)
{
    return {counts.better, counts.equal, counts.worse};
}

/// The greatest m that the bet on "above m" refutes; -1 when there is none.
double lowerEnd(const PairCounts &counts, double logThreshold)
{
    double low = -1;
    double high = 1;
    for (int step = 0; step < 50; ++step) {   // m stays above -1, where the bet has no value
        const double middle = std::midpoint(low, high);
        (logBetAbove(counts, middle) >= logThreshold ? low : high) = middle;
    }
    return low;
}

double bounded(double log)
{
    return log < 690 ? std::exp(log) : 1e300;
}

} // namespace

double EProcess::logMinus() const
{
    return logBetAbove(mirrored(counts), 0);
}

double EProcess::logPlus() const
{
    return logBetAbove(counts, 0);
}

double EProcess::minus() const
{
    return bounded(logMinus());
}

double EProcess::plus() const
{
    return bounded(logPlus());
}

Estimate EProcess::interval(double confidence) const
{
    const double logThreshold = std::log(2.0 / (1.0 - confidence));
    return {counts.mean(), lowerEnd(counts, logThreshold), -lowerEnd(mirrored(counts), logThreshold)};
}

QJsonObject EProcess::numbers() const
{
    const Estimate mean = interval();
    QJsonObject numbers = counts.toJson();
    numbers[u"pairs"_s] = counts.pairs();
    numbers[u"mean"_s] = mean.value;
    numbers[u"low"_s] = mean.low;
    numbers[u"high"_s] = mean.high;
    numbers[u"e_minus"_s] = minus();
    numbers[u"e_plus"_s] = plus();
    return numbers;
}

} // namespace autodidact
