#pragma once

#include <QString>

#include <optional>

namespace autodidact {

/// What helps the student. Persisted by name: "helpful", "mixed", "adverse", "null", "drifting".
enum class WorldKind { Helpful, Mixed, Adverse, Null, Drifting };

inline constexpr int worldCount = 5;

std::optional<WorldKind> worldFromString(QStringView name);
QString toString(WorldKind world);

/// How the student reacts to test results. Chances in 0..1.
struct Calibration {
    double falseRed = 0;         ///< a: its own tests reject a right program
    double falseGreen = 0;       ///< g: its own tests accept a wrong one
    double fix = 0;              ///< f: after red, a wrong program becomes right
    double spoil = 0;            ///< b: after red, a right program becomes wrong

    bool operator==(const Calibration &) const = default;
};

/// How one student differs from the average one. The factors are 1 for that one, and 0 where a student is deaf to
/// something; effects of a factor 0 are exactly 0.
struct Skill {
    double shift = 0;            ///< added to the log odds of every fault
    double heat = 1;             ///< factor of the temperature
    double rule = 1;             ///< factor of theta, and of what contrary rules do
    double memory = 1;           ///< factor of phi
    double diagnosis = 1;        ///< factor of psi
    double length = 1;           ///< factor of the harm that long prompts do
    double irrelevant = 1;       ///< factor of the harm that useless rules and memories do
    double fix = 1;              ///< factor of f
    double spoil = 1;            ///< factor of b

    bool operator==(const Skill &) const = default;
};

/// The calibration of a student with this skill: f and b times the skill's factors, at most 1.
Calibration calibrationWith(Calibration calibration, const Skill &skill);

/// Which student. All of it is an assumption, and is shown as such.
struct StudentOptions {
    WorldKind world = WorldKind::Helpful;
    quint64 worldSeed = 1;               ///< which student of that world
    QString skill;                       ///< "novice", "expert", … as the parameters name them; empty for their default
    std::optional<double> harm;          ///< chance that an answer of the prompt editor adds a rule that does harm; else as the parameters say
    QString calibration;                 ///< "mbpp", "humaneval", …; empty for their default

    bool operator==(const StudentOptions &) const = default;
};

} // namespace autodidact
