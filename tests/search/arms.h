#pragma once

#include "core/search/bandit.h"

#include <functional>

namespace autodidact {

/// Chances of reward (0 or 1) of each arm at a step, from 0.
using Arms = std::function<QList<double>(int step)>;

Arms fixedArms(const QList<double> &means);

/// One best arm of 0.5 + gap / 2, the others gap below.
QList<double> gapped(int arms, double gap);

/// Sums of best mean - mean picked over a number of steps.
struct Regret {
    double half = 0;         ///< after half of the steps
    double whole = 0;
};

/// Mean over seeds 0 ... \p seeds - 1. Rewards of an arm at a step are the same for every bandit (common random numbers).
Regret regretOf(const Bandit &bandit, const Arms &arms, int steps, int seeds);

/// Picks the best mean so far, or with chance epsilon any: the yardstick that no theory favours.
class EpsilonGreedy : public Bandit
{
public:
    explicit EpsilonGreedy(double epsilon)
        : Bandit(1)
        , m_epsilon(epsilon)
    {
    }

    qsizetype pick(const BanditState &state, Random &random) const override;
    QList<double> weights(const BanditState &state) const override;

private:
    double m_epsilon;
};

} // namespace autodidact
