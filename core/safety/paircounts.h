#pragma once

#include "core/base/error.h"

#include <QJsonObject>

namespace autodidact {

/// Which of two versions alone solved a task that both were given.
enum class Pair { Worse = -1, Equal = 0, Better = 1 };

/// D of SCIENCE section 4: \p newer solved the task, \p older solved it.
Pair pairOf(bool newer, bool older);

/// Pairs so far, counted: sums and products of D do not depend on their order.
struct PairCounts {
    int worse = 0;
    int equal = 0;
    int better = 0;

    void add(Pair pair);
    int pairs() const { return worse + equal + better; }

    /// Mean of D, -1 to 1; 0 without pairs. One correctly rounded division, so that a mean of exactly a
    /// tenth equals the literal 0.1.
    double mean() const { return pairs() > 0 ? double(better - worse) / pairs() : 0.0; }

    QJsonObject toJson() const;

    /// BadInput with \p where when a count is missing, negative or not a whole number.
    static Result<PairCounts> fromJson(const QJsonObject &json, const QString &where);

    bool operator==(const PairCounts &) const = default;
};

} // namespace autodidact
