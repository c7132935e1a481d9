#pragma once

#include "core/base/error.h"
#include "core/domain/version.h"

#include <QJsonValue>

#include <map>

namespace autodidact {

/// A field of Strategy with the values that may be tried.
struct Dimension {
    QString name;                ///< plan_first self_tests memories temperature tools attempts
    QList<QJsonValue> options;   ///< true or false; whole numbers; a number; a list of tools

    bool operator==(const Dimension &) const = default;
};

/// Per dimension the index of the option picked.
using Picks = std::map<QString, qsizetype>;

/// What the search may choose from. One bandit a dimension, so that the options add up instead of multiplying: 16 instead
/// of 432 in the standard space. The price: options that only help together are found by chance alone.
struct ChoiceSpace {
    QList<Dimension> dimensions;

    static ChoiceSpace standard();

    /// The dimensions of these names alone.
    ChoiceSpace only(const QStringList &names) const;

    /// \p base with what was picked; dimensions without a pick stay as they are. BadInput when a dimension or option is unknown,
    /// or its value is not of the field's kind.
    Result<Strategy> applied(const Picks &picks, Strategy base = {}) const;

    /// BadInput when a dimension is named twice or unknown, has no options, or one that its field cannot hold.
    Status check() const;

    bool operator==(const ChoiceSpace &) const = default;
};

} // namespace autodidact
