#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QList>

namespace autodidact {

/// What is known of one option.
struct OptionState {
    int picks = 0;           ///< times learnt from, never discounted: what people are shown
    double pulls = 0;        ///< the same, discounted
    double reward = 0;       ///< sum of rewards, discounted; 0 to pulls
    double weight = 0;       ///< preference of the softmax; 0 for the other kinds

    bool operator==(const OptionState &) const = default;
};

/// All that a bandit learns: a plain value, the same for every kind. JSON gives it back exactly.
struct BanditState {
    QList<OptionState> options;
    double baseline = 0;     ///< mean reward so far, recent ones weighing more when discounted; 0 to 1

    /// \p options >= 1.
    static BanditState fresh(qsizetype options);

    double pulls() const;    ///< sum over the options
    int picks() const;

    QJsonObject toJson() const;

    /// BadInput with \p where when it is not the state of a bandit with that many options.
    static Result<BanditState> fromJson(const QJsonObject &json, qsizetype options, const QString &where);

    bool operator==(const BanditState &) const = default;
};

} // namespace autodidact
