#pragma once

#include "core/experiments/studycell.h"

#include <QJsonObject>

namespace autodidact {

/// What one cell gave; one line of a study's outcomes file.
struct StudyOutcome {
    StudyCellPlace place;
    int better = 0;                  ///< pairs that only the newer side solved
    int worse = 0;                   ///< pairs that only the older side solved
    int equal = 0;
    double before = 0;               ///< share solved by the older side
    double after = 0;                ///< by the newer one
    std::optional<double> best;      ///< Safety: the best version's share, measured again
    std::optional<double> bestAgain; ///< Safety: the same version on draws that did not choose it
    std::optional<double> oracle;    ///< the first version with a rule against every mistake: what is planted
    int promoted = 0;                ///< versions admitted
    int proposed = 0;                ///< updates
    int rollbacks = 0;
    QString solvedInRun;             ///< one '0' or '1' a learn task and round, in order; '-' for a fault: for Retries

    int pairs() const { return better + worse + equal; }
    double mean() const { return pairs() > 0 ? double(better - worse) / pairs() : 0.0; }
    QJsonObject toJson() const;
    static Result<StudyOutcome> fromJson(const QJsonObject &json, const QString &where);
    bool operator==(const StudyOutcome &) const = default;
};

/// Pairs of two runs on the same tasks and rounds, counted into the newer one's outcome. Conflict when they did not play the same.
Result<StudyOutcome> paired(StudyOutcome newer, const StudyOutcome &older);

} // namespace autodidact
