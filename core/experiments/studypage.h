#pragma once

#include "core/experiments/studyanalysis.h"

namespace autodidact {

/// The study as one HTML file that stands alone: verdicts, a strip plot a world, seed by seed, plan and hashes.
QString studyPage(const StudyPlan &plan, const QList<StudyFinding> &findings, const QJsonObject &student);

} // namespace autodidact
