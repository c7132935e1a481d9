#pragma once

#include "core/calibration/binomial.h"
#include "core/student/studentparameters.h"

namespace autodidact {

/// How a task may end that began right or wrong.
struct FlowChances {
    double fixed = 0;  ///< began wrong, ends right
    double broken = 0; ///< began right, ends wrong
};

/// By the calibration alone, with so many attempts (at least 1). An attempt whose self-tests are
/// green is the last one. A right program is rejected with a, then spoilt with b; a wrong one is
/// rejected with 1 - g, then mended with f; and so on from what came out, with new self-tests each
/// time. With R(n), W(n) the chances to end right from a right and a wrong program with n retries
/// left: R(0) = 1, W(0) = 0,
///     R(n) = 1 - a + a [(1 - b) R(n-1) + b W(n-1)],   W(n) = (1 - g) [f R(n-1) + (1 - f) W(n-1)].
FlowChances flowChances(const Calibration &calibration, int attempts);

/// What a calibration predicts for the tasks of its published run.
struct FlowPrediction {
    CalibrationPreset preset;
    int attempts = 2;
    CountDistribution fixed;  ///< binomial over the tasks that were wrong at first
    CountDistribution broken; ///< over those that were right
    CountDistribution net;
};

/// How often the first attempt is right is an input, taken from the published run. The logs' f and
/// b are shares over the whole repair phase, so the comparison with them is the one with two
/// attempts (one retry stands for the phase); more attempts show what our loop makes of the same
/// chances.
FlowPrediction predictFlow(const CalibrationPreset &preset, int attempts);

} // namespace autodidact
