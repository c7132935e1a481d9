#include "core/evaluation/intervals.h"

#include "core/base/random.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace autodidact {

namespace {

/// Tail of the expanded percentile interval for \p n resampled units.
double expandedTail(int n, double confidence)
{
    const boost::math::students_t t(n - 1);
    const double edge = boost::math::quantile(t, (1.0 - confidence) / 2.0);
    return boost::math::cdf(boost::math::normal(), std::sqrt(double(n) / (n - 1)) * edge);
}

Estimate percentileInterval(double value, QList<double> &draws, int units, double confidence)
{
    if (draws.isEmpty() || units < 2)
        return {value, value, value};
    std::sort(draws.begin(), draws.end());
    const double tail = expandedTail(units, confidence);
    return {value, quantile(draws, tail), quantile(draws, 1.0 - tail)};
}

/// Mean over the chosen rows of each row's mean over the chosen columns; NaN cells are left out.
double pigeonholeMean(const QList<QList<double>> &cells, const QList<int> &rows, const QList<int> &columns)
{
    double sum = 0;
    int counted = 0;
    for (int row : rows) {
        double rowSum = 0;
        int present = 0;
        for (int column : columns) {
            const double cell = cells.at(row).at(column);
            if (!std::isnan(cell)) {
                rowSum += cell;
                ++present;
            }
        }
        if (present > 0) {
            sum += rowSum / present;
            ++counted;
        }
    }
    return counted > 0 ? sum / counted : std::nan("");
}

QList<int> iota(int count)
{
    QList<int> indices(count);
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

QList<int> resample(Random &random, int count)
{
    QList<int> indices(count);
    for (int &index : indices)
        index = int(random.below(count));
    return indices;
}

} // namespace

Estimate wilson(int successes, int trials, double confidence)
{
    if (trials <= 0)
        return {0, 0, 1};
    const double z = boost::math::quantile(boost::math::normal(), 0.5 + confidence / 2.0);
    const double n = trials;
    const double p = successes / n;
    const double scale = 1.0 + z * z / n;
    const double centre = (p + z * z / (2.0 * n)) / scale;
    const double half = z * std::sqrt(p * (1.0 - p) / n + z * z / (4.0 * n * n)) / scale;
    // At the ends the formula gives exactly 0 and 1; rounding must not move them past the value.
    return {p, successes == 0 ? 0.0 : std::max(0.0, centre - half),
            successes == trials ? 1.0 : std::min(1.0, centre + half)};
}

Estimate clopperPearson(int successes, int trials, double confidence)
{
    if (trials <= 0)
        return {0, 0, 1};
    const double tail = (1.0 - confidence) / 2.0;
    const auto edge = [](double a, double b, double p) {
        return boost::math::quantile(boost::math::beta_distribution<>(a, b), p);
    };
    const double low = successes == 0 ? 0.0 : edge(successes, trials - successes + 1, tail);
    const double high = successes == trials ? 1.0 : edge(successes + 1, trials - successes, 1.0 - tail);
    return {double(successes) / trials, low, high};
}

double quantile(const QList<double> &sorted, double p)
{
    if (sorted.isEmpty())
        return std::nan("");
    const double position = p * double(sorted.size() - 1);
    const qsizetype below = qsizetype(std::floor(position));
    const qsizetype above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted.at(below), sorted.at(above), position - double(below));
}

Estimate bootstrap(int groups, const std::function<double(const QList<int> &)> &statistic, quint64 seed,
                   int resamples, double confidence)
{
    const double value = statistic(iota(groups));
    if (groups < 2)
        return {value, value, value};
    Random random(seed);
    QList<double> draws;
    draws.reserve(resamples);
    for (int i = 0; i < resamples; ++i) {
        const double draw = statistic(resample(random, groups));
        if (!std::isnan(draw))
            draws.append(draw);
    }
    return percentileInterval(value, draws, groups, confidence);
}

Estimate bootstrapTwoWay(const QList<QList<double>> &cells, quint64 seed, int resamples, double confidence)
{
    if (cells.isEmpty() || cells.first().isEmpty())
        return {};
    const int rows = int(cells.size());
    const int columns = int(cells.first().size());
    const double value = pigeonholeMean(cells, iota(rows), iota(columns));
    Random random(seed);
    QList<double> draws;
    draws.reserve(resamples);
    for (int i = 0; i < resamples; ++i) {
        const QList<int> chosenRows = resample(random, rows);
        const double draw = pigeonholeMean(cells, chosenRows, resample(random, columns));
        if (!std::isnan(draw))
            draws.append(draw);
    }
    return percentileInterval(value, draws, rows, confidence);
}

} // namespace autodidact
