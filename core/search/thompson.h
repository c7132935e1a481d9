#pragma once

#include "core/search/bandit.h"

namespace autodidact {

/// Thompson sampling with Beta(1, 1) priors: draws a worth for each option from its posterior and takes the greatest.
///
/// A reward between 0 and 1 becomes a coin flip with that chance (Agrawal and Goyal, COLT 2012). With a discount below 1
/// all tallies fade at every step and posteriors go back to the prior (Raj and Kalyani, arXiv 1707.09727).
class Thompson : public Bandit
{
public:
    using Bandit::Bandit;

    qsizetype pick(const BanditState &state, Random &random) const override;

    /// Posterior mean of each option.
    QList<double> weights(const BanditState &state) const override;

protected:
    double observed(double reward, Random &random) const override;
};

} // namespace autodidact
