#pragma once

#include "core/control/audit.h"
#include "core/experiments/studyoutcome.h"
#include "core/tasks/suitecontent.h"

namespace autodidact {

/// What all cells of a study share.
struct StudyBench {
    StudyPlan plan;
    SuiteContent suite;
    SessionParts parts;              ///< its runners and models may be used from several threads
    QString folder;                  ///< of the databases of the cells
    QList<Rule> oracle;              ///< a rule against every mistake; empty: the planted effect stays unknown
    bool keepDatabases = false;
};

/// Plays one cell: the run in a database of its own, then what its arm measures. A run that was stopped goes on where it was.
/// Blocks; cells may be played at the same time. Errors: those of the run, Cancelled when stopped.
Result<StudyOutcome> playCell(const StudyBench &bench, const StudyCellPlace &place, std::stop_token stop);

} // namespace autodidact
