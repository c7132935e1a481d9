#include "core/base/samplers.h"

#include <QtAssert>

#include <cmath>

namespace autodidact {

namespace {

/// shape >= 1
double logGammaAboveOne(Random &random, double shape)
{
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double x = random.normal();
        const double root = 1.0 + c * x;
        if (root <= 0)
            continue;
        const double logV = 3.0 * std::log(root);
        const double logU = std::log(1.0 - random.uniform());
        if (logU < 0.5 * x * x + d * (1.0 - std::exp(logV) + logV))
            return std::log(d) + logV;
    }
}

} // namespace

double logGamma(Random &random, double shape)
{
    Q_ASSERT(shape > 0);
    if (shape >= 1)
        return logGammaAboveOne(random, shape);
    const double above = logGammaAboveOne(random, shape + 1.0);
    return above + std::log(1.0 - random.uniform()) / shape;
}

double beta(Random &random, double a, double b)
{
    const double first = logGamma(random, a);
    const double second = logGamma(random, b);
    return 1.0 / (1.0 + std::exp(second - first));
}

} // namespace autodidact
