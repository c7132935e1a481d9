#include "core/search/thompson.h"

#include "core/base/samplers.h"

#include <algorithm>

namespace autodidact {

namespace {

struct Posterior {
    double successes;
    double failures;
};

Posterior posterior(const OptionState &option)
{
    return {1.0 + option.reward, 1.0 + std::max(0.0, option.pulls - option.reward)};
}

} // namespace

qsizetype Thompson::pick(const BanditState &state, Random &random) const
{
    QList<double> draws;
    for (const OptionState &option : state.options) {
        const auto [successes, failures] = posterior(option);
        draws.append(beta(random, successes, failures));
    }
    return greatest(draws, random);
}

QList<double> Thompson::weights(const BanditState &state) const
{
    QList<double> means;
    for (const OptionState &option : state.options) {
        const auto [successes, failures] = posterior(option);
        means.append(successes / (successes + failures));
    }
    return means;
}

double Thompson::observed(double reward, Random &random) const
{
    return random.chance(reward) ? 1.0 : 0.0;
}

} // namespace autodidact
