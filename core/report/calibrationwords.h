#pragma once

#include "core/report/calibrationreport.h"

namespace autodidact {

// What the pages, tables and documents about the student's calibration say alike.

inline const QString calibrationNote =
    QStringLiteral("Effects of rules, memories and diagnoses are inputs; results test the "
                   "machinery, not language models.");
inline const QString notExecutedNote =
    QStringLiteral("Nothing was executed: mistakes and the colour of self-tests are what the "
                   "student's manifest names, through the interface "
                   "and with the prompts that the loop uses.");

/// A published count beside a prediction: "covered", "missed" or "not published".
QString coverage(const CountDistribution &predicted, std::optional<int> published);

/// One of the three counts of simulated runs: mean, and the range that holds the middle 95 % of the
/// runs.
Estimate simulatedCount(const SimulatedFlow &flow, int (*count)(const FlowCount &));
QString coverage(const Estimate &simulated, std::optional<int> published);

/// The three counts, in order: name, published, prediction, simulation.
struct FlowLine {
    QString name; ///< "fixed", "broken", "net"
    std::optional<int> published;
    CountDistribution FlowPrediction::*predicted;
    int (*count)(const FlowCount &);
};
QList<FlowLine> flowLines(const FlowPrediction &prediction);

} // namespace autodidact
