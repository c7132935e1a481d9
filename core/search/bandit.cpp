#include "core/search/bandit.h"

#include "core/search/softmax.h"
#include "core/search/thompson.h"
#include "core/search/ucb.h"

#include <QtAssert>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

QString toString(BanditKind kind)
{
    switch (kind) {
    case BanditKind::Ucb1: return u"ucb1"_s;
    case BanditKind::Thompson: return u"thompson"_s;
    case BanditKind::Softmax: return u"softmax"_s;
    }
    return {};
}

std::optional<BanditKind> banditKindFromString(QStringView name)
{
    for (const BanditKind kind : {BanditKind::Ucb1, BanditKind::Thompson, BanditKind::Softmax}) {
        if (toString(kind) == name)
            return kind;
    }
    return std::nullopt;
}

Bandit::Bandit(double discount)
    : m_discount(discount)
{
    Q_ASSERT(discount > 0 && discount <= 1);
}

void Bandit::learn(BanditState &state, qsizetype option, double reward, Random &random) const
{
    learn(state, state, option, reward, random);
}

void Bandit::learn(BanditState &state, const BanditState &pickedBy, qsizetype option, double reward, Random &random) const
{
    Q_ASSERT(reward >= 0 && reward <= 1);
    adapt(state, pickedBy, option, reward);
    for (OptionState &known : state.options) {
        known.pulls *= m_discount;
        known.reward *= m_discount;
    }
    OptionState &tried = state.options[option];
    tried.picks += 1;
    tried.pulls += 1;
    tried.reward += observed(reward, random);
    // The mean over all pulls, whose number is at most 1 / (1 - discount).
    state.baseline = std::clamp(state.baseline + (reward - state.baseline) / state.pulls(), 0.0, 1.0);
}

BanditState Bandit::blended(const BanditState &own, const BanditState &general, double strength) const
{
    BanditState state = own;
    for (qsizetype i = 0; i < state.options.size(); ++i) {
        const OptionState &other = general.options[i];
        if (other.pulls <= 0)
            continue;
        const double borrowed = std::min(other.pulls, strength);
        state.options[i].pulls += borrowed;
        state.options[i].reward += borrowed * other.reward / other.pulls;
    }
    return state;
}

double Bandit::observed(double reward, Random &) const
{
    return reward;
}

void Bandit::adapt(BanditState &, const BanditState &, qsizetype, double) const { }

std::unique_ptr<Bandit> makeBandit(BanditKind kind, double discount, double step)
{
    switch (kind) {
    case BanditKind::Ucb1: return std::make_unique<Ucb>(discount);
    case BanditKind::Thompson: return std::make_unique<Thompson>(discount);
    case BanditKind::Softmax: return std::make_unique<Softmax>(discount, step);
    }
    Q_UNREACHABLE_RETURN(nullptr);
}

qsizetype greatest(const QList<double> &values, Random &random)
{
    const double top = std::ranges::max(values);
    const auto ties = std::ranges::count(values, top);
    qint64 left = ties > 1 ? random.below(ties) : 0;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values[i] == top && left-- == 0)
            return i;
    }
    Q_UNREACHABLE_RETURN(0);
}

} // namespace autodidact
