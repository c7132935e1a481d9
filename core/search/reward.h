#pragma once

#include "core/base/json.h"

#include <algorithm>

namespace autodidact {

/// What tokens cost in success. With the defaults a solved task that took 4,000 tokens or more is worth 0.8.
struct RewardRules {
    double costWeight = 0.2;     ///< success given up for a full scale of tokens, 0 to 1; 0: success alone
    double tokenScale = 4000;    ///< tokens that count as 1; more count no more. Above 0

    bool operator==(const RewardRules &) const = default;
};

/// success - cost weight * min(1, tokens / scale), clamped to 0 ... 1 and rounded to 1e-6. \p success 0 to 1, as the agent's
/// feedback allows it to be seen; \p tokens of all attempts at the task. A failure is worth 0 however cheap it was, so that
/// saving tokens never pays for failing.
inline double rewardOf(double success, double tokens, const RewardRules &rules = {})
{
    const double cost = std::min(1.0, tokens / rules.tokenScale);
    return rounded(std::clamp(success - rules.costWeight * cost, 0.0, 1.0));
}

} // namespace autodidact
