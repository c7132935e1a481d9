#pragma once

#include "core/calibration/faultrate.h"
#include "core/domain/task.h"
#include "core/student/studentparameters.h"

#include <stop_token>

namespace autodidact {

/// One kind of mistake without and with the rule, on the same random draws.
struct FamilyChange {
    FaultFamily family = FaultFamily::OffByOneRange;
    FaultRate without;
    FaultRate with;

    double measured() const
    {
        return with.measured().value - without.measured().value;
    } ///< below 0: fewer mistakes
    double predicted() const { return with.predicted() - without.predicted(); }
    bool operator==(const FamilyChange &) const = default;
};

/// What a rule does to students.
struct TaughtRule {
    QString rule;
    Meaning meaning; ///< as the student understands it
    QList<FamilyChange>
        families;           ///< those that apply somewhere in the suite; the rule's own come first
    FaultRate wrongWithout; ///< programs with any mistake in them
    FaultRate wrongWith;
    int mended = 0; ///< wrong without, right with the rule
    int spoilt = 0;
};

struct TeachSettings {
    WorldKind world = WorldKind::Helpful;
    QString skill;
    QStringList otherRules; ///< stand in both prompts
    int seeds = 10;         ///< students, from seed 1
    double temperature = 0.2;
    int jobs = 1;
};

/// Has students write every task without and with the rule, and counts by their manifests; nothing
/// is executed. A pure function of its arguments; some seconds for twenty students and a small
/// suite. Predicted is what the formula gives for the rule's meaning. Errors: BadUsage for an empty
/// rule, one of several lines, or tasks that no student can write; Cancelled when \p stop is asked
/// for; those of SimulatedStudent::create().
Result<TaughtRule> teachRule(const QString &rule, const QList<Task> &tasks,
    const TeachSettings &settings, std::stop_token stop = {});

} // namespace autodidact
