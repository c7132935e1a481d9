#pragma once

#include "core/search/bandit.h"

namespace autodidact {

/// Policy gradient over the options (REINFORCE: Williams, Machine Learning 8, 1992; Sutton and Barto, 2018, section 2.8):
/// picks with the softmax of the preferences, and after reward r of option a moves each by step (r - baseline) (1[i = a] - p_i).
///
/// Rewards and baseline lie in 0 to 1, so that no preference moves by more than the step. With a discount below 1 the
/// preferences fade towards equal ones.
class Softmax : public Bandit
{
public:
    /// \p step in (0, 1].
    Softmax(double discount, double step);

    qsizetype pick(const BanditState &state, Random &random) const override;

    /// The probabilities of the options: the strategy weights.
    QList<double> weights(const BanditState &state) const override;

    /// Preferences of the general bandit are added, times strength / (strength + own pulls).
    BanditState blended(const BanditState &own, const BanditState &general, double strength) const override;

protected:
    void adapt(BanditState &state, const BanditState &pickedBy, qsizetype option, double reward) const override;

private:
    double m_step;
};

} // namespace autodidact
