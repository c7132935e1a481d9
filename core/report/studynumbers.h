#pragma once

#include "core/evaluation/significance.h"
#include "core/report/studyreport.h"

namespace autodidact {

/// What the runs of one suite in one world add up to.
struct StudyCell {
    QString suite;
    QString world;
    QList<qint64> seeds;                 ///< of runs with an end gain, ascending
    QList<double> endGains;
    QList<qint64> missing;               ///< seeds of runs without an end gain
    std::optional<Estimate> mean;        ///< over seeds; bootstrap over seeds 95 %
    SignFlip test;
    int slopes = 0;                      ///< runs with a slope
    QList<qint64> slopeExcludesZero;     ///< seeds
    bool heldOut = true;                 ///< every run measured on held-out tasks
    QString verdict;                     ///< "machinery: detected (planted effect 8.0 points)"
};

/// One cell per suite and world, in the order of suites' first appearance, helpful before null.
QList<StudyCell> studyCells(const QList<StudyRun> &runs, const StudySettings &settings);

} // namespace autodidact
