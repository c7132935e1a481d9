#pragma once

#include "core/experiments/studyplan.h"

namespace autodidact {

/// One run of a study: an arm in a world with a seed.
struct StudyCellPlace {
    QString world;
    QString arm;
    int seed = 1;

    auto operator<=>(const StudyCellPlace &) const = default;
};

/// Every cell of a plan: seeds outermost, then worlds, then arms, so that a study that was stopped has whole seeds.
QList<StudyCellPlace> cellsOf(const StudyPlan &plan);

} // namespace autodidact
