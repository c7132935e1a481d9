#pragma once

#include "core/base/random.h"
#include "core/search/banditstate.h"

#include <memory>
#include <optional>

namespace autodidact {

/// Persisted: never renumber.
enum class BanditKind { Ucb1 = 1, Thompson = 2, Softmax = 3 };

QString toString(BanditKind kind);       ///< "ucb1", "thompson", "softmax"
std::optional<BanditKind> banditKindFromString(QStringView name);

/// How to pick one of several options whose worth is learnt. Holds no state of its own: that is a value of the caller.
class Bandit
{
public:
    /// \p discount in (0, 1]: what every earlier reward is worth after one more; 1 when nothing changes over time.
    explicit Bandit(double discount);
    virtual ~Bandit() = default;

    /// The option to try next, by what \p state holds. Ties are drawn, so that several bandits do not move in step.
    virtual qsizetype pick(const BanditState &state, Random &random) const = 0;

    /// Takes in that \p option brought \p reward, 0 to 1. \p pickedBy: the state that picked it, where that is another
    /// one (a blend, or the one that a round began with).
    void learn(BanditState &state, const BanditState &pickedBy, qsizetype option, double reward, Random &random) const;
    void learn(BanditState &state, qsizetype option, double reward, Random &random) const;

    /// Whether equal states always lead to equal picks (but for ties): several such bandits can move in step.
    virtual bool isDeterministic() const { return false; }

    /// For people: one number an option. Its meaning is the kind's.
    virtual QList<double> weights(const BanditState &state) const = 0;

    /// \p own with what \p general knows, worth \p strength pulls at most and fading as own ones come in.
    virtual BanditState blended(const BanditState &own, const BanditState &general, double strength) const;

protected:
    /// What is added for the option: the reward itself, unless the kind makes it a coin flip.
    virtual double observed(double reward, Random &random) const;

    /// Called before the tallies change; for kinds that learn more than tallies.
    virtual void adapt(BanditState &state, const BanditState &pickedBy, qsizetype option, double reward) const;

    double discount() const { return m_discount; }

private:
    double m_discount;
};

/// \p discount as above. \p step: greatest change of a softmax preference at once; other kinds do not use it.
std::unique_ptr<Bandit> makeBandit(BanditKind kind, double discount = 1.0, double step = 0.25);

/// The index of a greatest value, drawn among equals. \p values not empty.
qsizetype greatest(const QList<double> &values, Random &random);

} // namespace autodidact
