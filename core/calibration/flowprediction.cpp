#include "core/calibration/flowprediction.h"

namespace autodidact {

FlowChances flowChances(const Calibration &c, int attempts)
{
    double right = 1;
    double wrong = 0;
    for (int retries = 1; retries < attempts; ++retries) {
        const double fromRight =
            1 - c.falseRed + c.falseRed * ((1 - c.spoil) * right + c.spoil * wrong);
        const double fromWrong = (1 - c.falseGreen) * (c.fix * right + (1 - c.fix) * wrong);
        right = fromRight;
        wrong = fromWrong;
    }
    return {.fixed = wrong, .broken = 1 - right};
}

FlowPrediction predictFlow(const CalibrationPreset &preset, int attempts)
{
    const FlowChances chances = flowChances(preset.calibration, attempts);
    FlowPrediction prediction{
        .preset = preset, .attempts = attempts, .fixed = {}, .broken = {}, .net = {}};
    prediction.fixed =
        binomial(preset.published.tasks - preset.published.rightAtFirst, chances.fixed);
    prediction.broken = binomial(preset.published.rightAtFirst, chances.broken);
    prediction.net = difference(prediction.fixed, prediction.broken);
    return prediction;
}

} // namespace autodidact
