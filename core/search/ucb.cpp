#include "core/search/ucb.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace autodidact {

namespace {

constexpr double forgotten = 1e-6;   ///< discounted pulls below which an option counts as untried

double mean(const OptionState &option)
{
    return option.pulls > forgotten ? option.reward / option.pulls : 0.0;
}

} // namespace

qsizetype Ucb::pick(const BanditState &state, Random &random) const
{
    const double logPulls = std::log(std::max(1.0, state.pulls()));
    QList<double> indices;
    for (const OptionState &option : state.options) {
        indices.append(option.pulls > forgotten ? mean(option) + std::sqrt(2.0 * logPulls / option.pulls)
                                                : std::numeric_limits<double>::infinity());
    }
    return greatest(indices, random);
}

QList<double> Ucb::weights(const BanditState &state) const
{
    QList<double> means;
    for (const OptionState &option : state.options)
        means.append(mean(option));
    return means;
}

} // namespace autodidact
