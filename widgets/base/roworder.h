#pragma once

#include "widgets/base/cursor.h"

#include <tuple>

namespace autodidact {

/// Place of a phase among the rows of a round: what is learned comes first, then what is measured.
constexpr int rowRank(Phase phase)
{
    switch (phase) {
    case Phase::Open: return 0;
    case Phase::Learn: return 1;
    case Phase::Watch: return 2;
    case Phase::Checkpoint: return 3;
    case Phase::Baseline: return 4;
    default: return 5;
    }
}

/// Whether a phase's tasks have rows of their own. What races, trials and shadows play is evidence about versions, and
/// stands with them: the same task would come several times in a round otherwise.
constexpr bool hasRows(Phase phase)
{
    return rowRank(phase) < 5;
}

/// The order in which people see rounds, tasks and attempts; comparable.
constexpr auto rowOrder(const Place &place)
{
    return std::tuple(place.round, rowRank(place.phase), place.task, place.attempt);
}

/// The cursor that names \p place. Report tasks come twice in a round; everything else is found without the phase.
inline Cursor cursorAt(RunId run, const Place &place)
{
    Cursor cursor{run, place.round};
    if (place.task < 0)
        return cursor;
    cursor.task = place.task;
    if (place.attempt > 0)
        cursor.attempt = place.attempt;
    if (place.phase == Phase::Baseline)
        cursor.phase = place.phase;
    return cursor;
}

} // namespace autodidact
