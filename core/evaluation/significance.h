#pragma once

#include <QList>
#include <QtTypes>

namespace autodidact {

/// Outcome of a sign-flip test.
struct SignFlip {
    double mean = 0;
    double p = 1;            ///< two-sided
    bool exact = true;       ///< all 2^n assignments were counted
    bool enough = false;     ///< six or more differences; with fewer the outcome is a demonstration
};

/// Exact sign-flip (one-sample randomisation) test of paired differences against zero (Fisher, 1935,
/// section 21). All 2^n sign assignments up to n = 20, else \p draws random ones with
/// p = (1 + hits) / (1 + draws) (Phipson and Smyth, 2010).
SignFlip signFlip(const QList<double> &differences, quint64 seed = 1, int draws = 100000);

/// Exact two-sided McNemar test of the discordant counts (McNemar, 1947; the exact form is the sign test).
/// \p fixed and \p broken >= 0. 1 when both are 0.
double mcnemar(int fixed, int broken);

/// Exact two-sided binomial test, the sum of outcomes no likelier than the seen one. \p p0 in [0, 1].
double binomialTest(int successes, int trials, double p0);

/// Holm's step-down adjustment (Scandinavian Journal of Statistics 6, 1979); order is kept, values at most 1.
QList<double> holm(const QList<double> &pValues);

} // namespace autodidact
