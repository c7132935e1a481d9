#include "core/evaluation/significance.h"

#include "core/base/random.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace autodidact {

namespace {

constexpr int exactLimit = 20;

/// Sums that equal the observed one up to rounding count as at least as extreme.
double tolerance(const QList<double> &values)
{
    double largest = 0;
    for (double value : values)
        largest = std::max(largest, std::abs(value));
    return 1e-12 * std::max(1.0, largest) * double(values.size());
}

double exactP(const QList<double> &differences, double threshold)
{
    const quint64 assignments = quint64(1) << differences.size();
    // Walks through the assignments in Gray code order: each step flips one sign.
    double sum = std::accumulate(differences.begin(), differences.end(), 0.0);
    QList<bool> negative(differences.size(), false);
    quint64 hits = std::abs(sum) >= threshold ? 1 : 0;
    for (quint64 step = 1; step < assignments; ++step) {
        const int bit = __builtin_ctzll(step);
        negative[bit] = !negative[bit];
        sum += (negative[bit] ? -2.0 : 2.0) * differences[bit];
        hits += std::abs(sum) >= threshold ? 1 : 0;
    }
    return double(hits) / double(assignments);
}

double sampledP(const QList<double> &differences, double threshold, quint64 seed, int draws)
{
    Random random(seed);
    int hits = 0;
    for (int draw = 0; draw < draws; ++draw) {
        double sum = 0;
        for (double difference : differences)
            sum += random.chance(0.5) ? difference : -difference;
        hits += std::abs(sum) >= threshold ? 1 : 0;
    }
    return (1.0 + hits) / (1.0 + draws);
}

} // namespace

SignFlip signFlip(const QList<double> &differences, quint64 seed, int draws)
{
    if (differences.isEmpty())
        return {};
    const double sum = std::accumulate(differences.begin(), differences.end(), 0.0);
    const double threshold = std::abs(sum) - tolerance(differences);
    SignFlip outcome;
    outcome.mean = sum / double(differences.size());
    outcome.enough = differences.size() >= 6;
    outcome.exact = differences.size() <= exactLimit;
    outcome.p = outcome.exact ? exactP(differences, threshold) : sampledP(differences, threshold, seed, draws);
    return outcome;
}

double mcnemar(int fixed, int broken)
{
    const int discordant = fixed + broken;
    if (discordant == 0)
        return 1.0;
    const boost::math::binomial distribution(discordant, 0.5);
    return std::min(1.0, 2.0 * boost::math::cdf(distribution, std::min(fixed, broken)));
}

double binomialTest(int successes, int trials, double p0)
{
    if (trials <= 0)
        return 1.0;
    const boost::math::binomial distribution(trials, p0);
    // The same relative slack as R's binom.test, so that mirror outcomes tie.
    const double seen = boost::math::pdf(distribution, successes) * (1.0 + 1e-7);
    double p = 0;
    for (int k = 0; k <= trials; ++k) {
        const double chance = boost::math::pdf(distribution, k);
        p += chance <= seen ? chance : 0.0;
    }
    return std::min(1.0, p);
}

QList<double> holm(const QList<double> &pValues)
{
    QList<int> order(pValues.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return pValues[a] < pValues[b]; });
    QList<double> adjusted(pValues.size());
    double running = 0;
    for (qsizetype rank = 0; rank < order.size(); ++rank) {
        running = std::max(running, double(pValues.size() - rank) * pValues[order[rank]]);
        adjusted[order[rank]] = std::min(1.0, running);
    }
    return adjusted;
}

} // namespace autodidact
