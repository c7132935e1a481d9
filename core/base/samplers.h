#pragma once

#include "core/base/random.h"

namespace autodidact {

/// The natural logarithm of a Gamma(shape, 1) draw (Marsaglia and Tsang, ACM TOMS 26, 2000; below shape 1 by
/// their G(a) = G(a + 1) U^(1/a)). A logarithm, since draws of small shapes are too small for a double. \p shape > 0.
double logGamma(Random &random, double shape);

/// Beta(a, b) as a share of two Gamma draws, in [0, 1]. \p a, \p b > 0, at least about 1e-3.
double beta(Random &random, double a, double b);

} // namespace autodidact
