#pragma once

#include "core/domain/attempt.h"

#include <QMetaType>

#include <optional>

namespace autodidact {

/// The place that the panels show. Deeper fields are set only when the ones above are.
struct Cursor {
    RunId run;
    std::optional<int> round;
    std::optional<int> task;      ///< ordinal in the suite
    std::optional<int> attempt;   ///< from 1
    std::optional<Phase> phase{}; ///< where one task has several in a round; absent means the first of learn, watch, checkpoint, baseline

    bool operator==(const Cursor &) const = default;
};

} // namespace autodidact

Q_DECLARE_METATYPE(autodidact::Cursor)
