#include "arms.h"

#include <algorithm>

namespace autodidact {

Arms fixedArms(const QList<double> &means)
{
    return [means](int) { return means; };
}

QList<double> gapped(int arms, double gap)
{
    QList<double> means(arms, 0.5 - gap / 2);
    means[arms / 2] = 0.5 + gap / 2;
    return means;
}

Regret regretOf(const Bandit &bandit, const Arms &arms, int steps, int seeds)
{
    Regret regret;
    for (int seed = 0; seed < seeds; ++seed) {
        Random picks = Random::of({seed}, "picks");
        Random rewards = Random::of({seed}, "rewards");
        BanditState state = BanditState::fresh(arms(0).size());
        double sum = 0;
        for (int step = 0; step < steps; ++step) {
            const QList<double> means = arms(step);
            const qsizetype option = bandit.pick(state, picks);
            const double luck = rewards.uniform();
            bandit.learn(state, option, luck < means[option] ? 1.0 : 0.0, picks);
            sum += std::ranges::max(means) - means[option];
            if (step + 1 == steps / 2)
                regret.half += sum / seeds;
        }
        regret.whole += sum / seeds;
    }
    return regret;
}

qsizetype EpsilonGreedy::pick(const BanditState &state, Random &random) const
{
    if (random.chance(m_epsilon))
        return qsizetype(random.below(state.options.size()));
    return greatest(weights(state), random);
}

QList<double> EpsilonGreedy::weights(const BanditState &state) const
{
    QList<double> means;
    for (const OptionState &option : state.options)
        means.append(option.pulls > 0 ? option.reward / option.pulls : 1.0);   // untried ones look best
    return means;
}

} // namespace autodidact
