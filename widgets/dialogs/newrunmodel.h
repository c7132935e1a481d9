#pragma once

#include "core/domain/run.h"

#include <QMap>
#include <QSettings>

namespace autodidact {

/// What is wrong with a run's settings before it is started, by setting.
using ConfigProblems = QMap<QString, QString>;

/// Checks what a person may have typed wrong; keys are the dotted names of RunConfig. Translated sentences.
ConfigProblems problemsOf(const RunConfig &config, const QStringList &suites);

/// The most attempts a run on a suite of \p tasks can make, its budget included.
int mostAttempts(const RunConfig &config, int tasks);

/// The settings of the last new run; the usual ones where nothing is remembered.
RunConfig rememberedConfig(QSettings &settings);
void rememberConfig(QSettings &settings, const RunConfig &config);

} // namespace autodidact
