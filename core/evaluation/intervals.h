#pragma once

#include <QList>
#include <QtTypes>

#include <functional>

namespace autodidact {

/// A value with the ends of its interval (95 % unless said otherwise).
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;

    bool operator==(const Estimate &) const = default;
};

/// Wilson score interval of a proportion (Wilson, JASA 22, 1927).
/// \p trials >= 0; without trials the interval is [0, 1] around 0. \p confidence in (0, 1).
Estimate wilson(int successes, int trials, double confidence = 0.95);

/// Clopper-Pearson exact interval (Biometrika 26, 1934), by the beta quantiles of Boost.Math.
Estimate clopperPearson(int successes, int trials, double confidence = 0.95);

/// Quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan, 1996); \p p in [0, 1].
double quantile(const QList<double> &sorted, double p);

/// Percentile bootstrap over groups (Efron and Tibshirani, 1993, chapter 13): \p statistic is given the
/// indices of a resample of \p groups groups. Its value on 0 … groups-1 is the estimate. A statistic
/// that is NaN on a resample leaves that resample out. The same seed gives the same interval. The tails are
/// widened for few groups to the normal tail of sqrt(n/(n-1)) t quantiles (Hesterberg, The American
/// Statistician 69, 2015, "expanded percentile"), since the plain percentile interval is too narrow then.
Estimate bootstrap(int groups, const std::function<double(const QList<int> &)> &statistic, quint64 seed,
                   int resamples = 2000, double confidence = 0.95);

/// Two-way bootstrap over seeds and task groups, both resampled independently (Owen, 2007, the pigeonhole
/// bootstrap). \p cells[seed][group] is one paired difference; NaN marks a missing cell.
/// The statistic is the mean over seeds of the seed's mean, so that every seed weighs the same. Tails as above, n = seeds.
Estimate bootstrapTwoWay(const QList<QList<double>> &cells, quint64 seed, int resamples = 2000,
                         double confidence = 0.95);

} // namespace autodidact
