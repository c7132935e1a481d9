#pragma once

#include "core/search/bandit.h"

namespace autodidact {

/// UCB1 (Auer, Cesa-Bianchi and Fischer, Machine Learning 47, 2002): the greatest mean + sqrt(2 ln n / n_i), each option
/// once to begin with. With a discount below 1 it is D-UCB (Garivier and Moulines, ALT 2011) with B = 1 and xi = 1/2.
class Ucb : public Bandit
{
public:
    using Bandit::Bandit;

    qsizetype pick(const BanditState &state, Random &random) const override;

    bool isDeterministic() const override { return true; }

    /// Mean reward of each option; 0 while untried.
    QList<double> weights(const BanditState &state) const override;
};

} // namespace autodidact
