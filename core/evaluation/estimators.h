#pragma once

#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

namespace autodidact {

/// Unbiased pass@k of one task: 1 - C(n-c, k) / C(n, k) (Chen et al., arXiv 2107.03374).
/// \p samples >= k >= 1 independent samples, \p correct of them right; absent when there are fewer than k.
std::optional<double> passAtK(int samples, int correct, int k);

/// Cohen's kappa of two raters' labels (Educational and Psychological Measurement 20, 1960).
/// Absent without pairs, and when both raters use one same label throughout (chance agreement is 1).
std::optional<double> cohenKappa(const QList<std::pair<QString, QString>> &pairs);

/// Slope of the least-squares line; absent under two distinct x. Sizes must agree.
std::optional<double> leastSquaresSlope(const QList<double> &x, const QList<double> &y);

/// Mean, absent without values.
std::optional<double> mean(const QList<double> &values);

/// Area under a polyline over its span, divided by the span; absent under two distinct x. x ascends.
std::optional<double> meanHeight(const QList<double> &x, const QList<double> &y);

/// Largest fall from an earlier value to a later one; 0 when the values never fall.
double largestDrawdown(const QList<double> &values);

} // namespace autodidact
