#pragma once

#include <QFlags>

namespace autodidact {

/// What of the curve can be shown and hidden.
enum class CurveLayer {
    Rounds = 1, Recalled = 2, Window = 4, Trust = 8, Checkpoints = 16, Baseline = 32, Marks = 64,
};
Q_DECLARE_FLAGS(CurveLayers, CurveLayer)
Q_DECLARE_OPERATORS_FOR_FLAGS(CurveLayers)

inline constexpr CurveLayer allCurveLayers[] = {CurveLayer::Rounds, CurveLayer::Recalled, CurveLayer::Window, CurveLayer::Trust,
                                                CurveLayer::Checkpoints, CurveLayer::Baseline, CurveLayer::Marks};

} // namespace autodidact
