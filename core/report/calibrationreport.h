#pragma once

#include "core/calibration/familyrates.h"
#include "core/calibration/flowprediction.h"
#include "core/calibration/flowsimulation.h"
#include "core/calibration/taughtrule.h"

#include <QJsonObject>

namespace autodidact {

/// One calibration beside its published run.
struct FlowCheck {
    FlowPrediction phase; ///< two attempts: what the published numbers are compared with
    FlowPrediction loop;  ///< as many attempts as our loop makes
    QList<SimulatedFlow> simulated;
};

/// The simulated student beside its formula and its published runs.
struct CalibrationReport {
    StudentStamp student;
    QString build;
    QString world;
    QString calibration; ///< of the family rates
    int seeds = 0;
    double temperature = 0.2;
    QList<SkillRates> rates;
    QString flowTasks; ///< of what the simulated flow was played on
    QList<FlowCheck> flows;
};

/// Stands alone; states what is an input, and what was not executed.
QString calibrationHtml(const CalibrationReport &report);
QJsonObject calibrationJson(const CalibrationReport &report);
/// Tables for a terminal; a star marks a prediction outside of the measured interval.
QString calibrationText(const CalibrationReport &report);

/// What a rule does, for a terminal and for programs.
QString taughtRuleText(const TaughtRule &taught);
QJsonObject taughtRuleJson(const TaughtRule &taught, const StudentStamp &student);

/// {"version", "sha256", "texts_sha256"}
QJsonObject studentJson(const StudentStamp &student);
/// "parameters version 1, SHA-256 …"
QString studentLine(const StudentStamp &student);

} // namespace autodidact
