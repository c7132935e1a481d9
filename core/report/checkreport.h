#pragma once

#include "core/domain/task.h"
#include "core/domain/verdict.h"
#include "core/domain/suite.h"

#include <QJsonObject>

namespace autodidact {

/// One sample that `check` ran.
struct CheckSample {
    QString taskKey;
    Language language = Language::Python;
    QString completion;
    Verdict verdict;
};

/// What `check` is told about its own run.
struct CheckRun {
    QString suite;
    int jobs = 1;
    QString sandbox;
    double wallS = 0;
    QList<int> ks = {1, 10, 100};    ///< pass@k is given for each k with enough samples of every task
};

/// The document of `check --json`. by_language holds {samples, passed} per language, by_error counts per error
/// class (passing samples under "none"). A task counts in pass@k with all its samples.
QJsonObject checkSummary(const CheckRun &run, const QList<CheckSample> &samples);

/// One line of `check --out`: the published sample format plus {result, passed}.
QJsonObject sampleLine(const CheckSample &sample);

/// The same for a terminal, a few lines.
QString checkText(const CheckRun &run, const QList<CheckSample> &samples);

} // namespace autodidact
