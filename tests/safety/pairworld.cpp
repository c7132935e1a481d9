#include "pairworld.h"

#include "core/base/samplers.h"

#include <algorithm>
#include <numeric>

namespace autodidact {

namespace {

constexpr double meanSuccess = 0.65;

double difficulty(Random &random, double concentration)
{
    return beta(random, meanSuccess * concentration, (1 - meanSuccess) * concentration);
}

double shiftFor(double effect, double concentration)
{
    if (effect == 0)
        return 0;
    Random random = Random::of({}, "difficulties");
    std::vector<double> tasks(20'000);
    std::ranges::generate(tasks, [&] { return difficulty(random, concentration); });
    double low = -1;
    double high = 1;
    for (int step = 0; step < 40; ++step) {
        const double shift = std::midpoint(low, high);
        double gained = 0;
        for (const double p : tasks)
            gained += std::clamp(p + shift, 0.0, 1.0) - p;
        (gained / double(tasks.size()) < effect ? low : high) = shift;
    }
    return low;
}

} // namespace

PairWorld::PairWorld(double effect, double concentration)
    : m_concentration(concentration)
    , m_shift(shiftFor(effect, concentration))
{
}

Pair PairWorld::draw(Random &random) const
{
    const double p = difficulty(random, m_concentration);
    const bool newer = random.chance(std::clamp(p + m_shift, 0.0, 1.0));
    const bool older = random.chance(p);
    return pairOf(newer, older);
}

} // namespace autodidact
