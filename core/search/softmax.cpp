#include "core/search/softmax.h"

#include <QtAssert>

#include <algorithm>
#include <cmath>

namespace autodidact {

Softmax::Softmax(double discount, double step)
    : Bandit(discount)
    , m_step(step)
{
    Q_ASSERT(step > 0 && step <= 1);
}

qsizetype Softmax::pick(const BanditState &state, Random &random) const
{
    const QList<double> shares = weights(state);
    return qsizetype(random.weighted(std::span(shares.constData(), size_t(shares.size()))));
}

QList<double> Softmax::weights(const BanditState &state) const
{
    double top = state.options.first().weight;
    for (const OptionState &option : state.options)
        top = std::max(top, option.weight);
    QList<double> shares;
    double sum = 0;
    for (const OptionState &option : state.options) {
        shares.append(std::exp(option.weight - top));
        sum += shares.last();
    }
    for (double &share : shares)
        share /= sum;
    return shares;
}

BanditState Softmax::blended(const BanditState &own, const BanditState &general, double strength) const
{
    BanditState state = own;
    const double share = strength / (strength + own.pulls());
    for (qsizetype i = 0; i < state.options.size(); ++i)
        state.options[i].weight += share * general.options[i].weight;
    return state;
}

void Softmax::adapt(BanditState &state, const BanditState &pickedBy, qsizetype option, double reward) const
{
    // The first reward only sets the baseline: there is nothing yet to compare it with.
    const double advantage = state.picks() > 0 ? reward - state.baseline : 0.0;
    const QList<double> shares = weights(pickedBy);
    for (qsizetype i = 0; i < state.options.size(); ++i) {
        OptionState &known = state.options[i];
        known.weight = discount() * known.weight + m_step * advantage * ((i == option ? 1.0 : 0.0) - shares[i]);
    }
}

} // namespace autodidact
