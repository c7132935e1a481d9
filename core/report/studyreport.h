#pragma once

#include "core/evaluation/runmetrics.h"
#include "core/student/studentparameters.h"

#include <QJsonObject>

namespace autodidact {

/// One run of the study with the simulated student.
struct StudyRun {
    QString suite;
    QString world;                   ///< "helpful" or "null"
    qint64 seed = 1;
    RunMetrics metrics;
};

/// What the study was set up as; shown, never used in a formula but plantedEffect.
struct StudySettings {
    QString title;
    QMap<QString, double> plantedEffect;   ///< suite -> points that the helpful world plants, where it is known
    int rounds = 0;
    QString build;                         ///< version of the program
    StudentStamp student;                  ///< the parameters that the study was made with
};

/// The study's numbers: per suite and world the per-seed end gains, mean, interval, sign-flip p, and how many
/// slope intervals exclude zero; verdicts "machinery: detected / missed / false alarm (planted effect x points)".
QJsonObject studyJson(const QList<StudyRun> &runs, const StudySettings &settings);

/// The same as one HTML file with a strip plot per suite.
QString studyHtml(const QList<StudyRun> &runs, const StudySettings &settings);

} // namespace autodidact
