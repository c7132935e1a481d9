#pragma once

#include "core/evaluation/runmetrics.h"
#include "core/evaluation/runview.h"

namespace autodidact {

// The parts of computeMetrics(), one family of metrics each. Pure functions of the view.

/// Whether attempts of a phase enter figures: what races, trials and shadows play is evidence about versions that may never
/// be used. It is paid for all the same.
constexpr bool isReported(Phase phase)
{
    return phase == Phase::Learn || phase == Phase::Watch || phase == Phase::Checkpoint || phase == Phase::Baseline;
}

SuccessRate successRate(const RunView &view);
QList<RoundPoint> roundPoints(const RunView &view);
QList<WindowPoint> evaluationWindow(const RunView &view);
ImprovementSlope improvementSlope(const RunView &view);
CodeSimilarity codeSimilarity(const RunView &view);
ReflectionAccuracy reflectionAccuracy(const RunView &view);
ClaimsCheck claimsCheck(const RunView &view);
QList<SignalCorrelation> signalCorrelations(const RunView &view);
StyleScore styleScore(const RunView &view);
MemoryReuse memoryReuse(const RunView &view);
RepeatError repeatError(const RunView &view);
SafetyDrop safetyDrop(const RunView &view);

} // namespace autodidact
