#pragma once

#include "core/base/id.h"

#include <QMetaType>

#include <optional>

namespace autodidact {

/// The place that the panels show. Deeper fields are set only when the ones above are.
struct Cursor {
    RunId run;
    std::optional<int> round;
    std::optional<int> task;      ///< ordinal in the suite
    std::optional<int> attempt;   ///< from 1

    bool operator==(const Cursor &) const = default;
};

} // namespace autodidact

Q_DECLARE_METATYPE(autodidact::Cursor)
