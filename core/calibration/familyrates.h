#pragma once

#include "core/calibration/faultrate.h"
#include "core/domain/task.h"
#include "core/student/studentparameters.h"

#include <array>

namespace autodidact {

/// What stood in the prompt. The first four are first drafts; the last two go on from a program
/// with this one mistake.
enum class HelpKind { None, RightRule, WrongRule, SimilarMemory, PlainRetry, CauseNamed };
inline constexpr int helpKindCount = 6;
QString toString(HelpKind kind); ///< "no help", "right rule", …

/// Lengths of prompts without help that are measured, in units of L0.
inline constexpr std::array<double, 4> measuredLengths{1.0, 1.5, 2.0, 3.0};

/// How often one mistake is made.
struct FamilyRates {
    std::array<FaultRate, helpKindCount> help{};
    std::array<FaultRate, measuredLengths.size()> byLength{};

    const FaultRate &of(HelpKind kind) const { return help.at(size_t(kind)); }
    FaultRate &of(HelpKind kind) { return help.at(size_t(kind)); }
    FamilyRates &operator+=(const FamilyRates &other);
    bool operator==(const FamilyRates &) const = default;
};

/// The rates of one skill in one suite.
struct SkillRates {
    QString suite;
    QString skill;
    std::array<FamilyRates, faultFamilyCount> families{};

    const FamilyRates &of(FaultFamily family) const { return families.at(size_t(family) - 1); }
    FamilyRates all() const; ///< all families together
    int cells() const;       ///< rates that something was asked for
    int misses() const; ///< those among them whose prediction lies outside of the measured interval
};

struct FamilySettings {
    WorldKind world = WorldKind::Helpful;
    QString calibration;
    int seeds = 10; ///< students, from seed 1
    double temperature = 0.2;
    int jobs = 1;
};

/// Asks students for programs through ChatModel, with prompts composed as the loop composes them,
/// and counts the mistakes that their manifests name; nothing is executed. Asked is where the
/// formula says anything: each task for the families that apply to it. Beside each count stands the
/// sum of the chances that the formula gives for what was put into the prompt, worked out from the
/// prompt's plan and not from how the student understood it. The formula does not know that two
/// mistakes may want the same place, where only one of them is made: measured rates may lie a
/// little below it. Errors: BadUsage for tasks that no
/// student can write; those of SimulatedStudent::create(); Internal.
Result<SkillRates> measureFamilies(const QString &suite, const QList<Task> &tasks,
    const QString &skill, const FamilySettings &settings);

} // namespace autodidact
