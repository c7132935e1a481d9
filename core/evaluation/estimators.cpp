#include "core/evaluation/estimators.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace autodidact {

std::optional<double> passAtK(int samples, int correct, int k)
{
    if (k < 1 || samples < k || correct < 0 || correct > samples)
        return std::nullopt;
    if (samples - correct < k)
        return 1.0;
    // The product form of the paper: no large binomials.
    double missAll = 1.0;
    for (int i = samples - correct + 1; i <= samples; ++i)
        missAll *= 1.0 - double(k) / double(i);
    return 1.0 - missAll;
}

std::optional<double> cohenKappa(const QList<std::pair<QString, QString>> &pairs)
{
    if (pairs.isEmpty())
        return std::nullopt;
    std::map<QString, std::pair<int, int>> margins;
    int agreed = 0;
    for (const auto &[first, second] : pairs) {
        ++margins[first].first;
        ++margins[second].second;
        agreed += first == second ? 1 : 0;
    }
    const double n = double(pairs.size());
    double expected = 0;
    for (const auto &[label, counts] : margins)
        expected += counts.first / n * (counts.second / n);
    if (expected >= 1.0)
        return std::nullopt;
    return (agreed / n - expected) / (1.0 - expected);
}

std::optional<double> leastSquaresSlope(const QList<double> &x, const QList<double> &y)
{
    const auto meanX = mean(x);
    const auto meanY = mean(y);
    if (!meanX || !meanY || x.size() != y.size())
        return std::nullopt;
    double covariance = 0;
    double variance = 0;
    for (qsizetype i = 0; i < x.size(); ++i) {
        covariance += (x[i] - *meanX) * (y[i] - *meanY);
        variance += (x[i] - *meanX) * (x[i] - *meanX);
    }
    if (variance <= 0)
        return std::nullopt;
    return covariance / variance;
}

std::optional<double> mean(const QList<double> &values)
{
    if (values.isEmpty())
        return std::nullopt;
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

std::optional<double> meanHeight(const QList<double> &x, const QList<double> &y)
{
    if (x.size() < 2 || x.size() != y.size() || x.last() <= x.first())
        return std::nullopt;
    double area = 0;
    for (qsizetype i = 1; i < x.size(); ++i)
        area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2.0;
    return area / (x.last() - x.first());
}

double largestDrawdown(const QList<double> &values)
{
    double best = values.isEmpty() ? 0.0 : values.first();
    double fall = 0;
    for (double value : values) {
        best = std::max(best, value);
        fall = std::max(fall, best - value);
    }
    return fall;
}

} // namespace autodidact
