#pragma once

#include <QString>

#include <optional>

namespace autodidact {

/// What helps the student. Persisted by name: "helpful", "mixed", "adverse", "null", "drifting".
enum class WorldKind { Helpful, Mixed, Adverse, Null, Drifting };

std::optional<WorldKind> worldFromString(QStringView name);
QString toString(WorldKind world);

/// How the student reacts to test results. Chances in 0..1, taken from the public logs of a reflection agent with GPT-4.
struct Calibration {
    double falseRed = 0.31;      ///< a: its own tests reject a right program
    double falseGreen = 0.37;    ///< g: its own tests accept a wrong one
    double fix = 0.30;           ///< f: after red, a wrong program becomes right
    double spoil = 0.29;         ///< b: after red, a right program becomes wrong

    bool operator==(const Calibration &) const = default;
};

inline constexpr Calibration mbppPythonCalibration{};
inline constexpr Calibration humanEvalCalibration{0.04, 0.17, 0.52, 0.40};
inline constexpr Calibration mbppRustCalibration{0.25, 0.37, 0.42, 0.24};

/// "mbpp", "humaneval", "mbpp-rust"
std::optional<Calibration> calibrationFromString(QStringView name);

/// Everything that makes one student. All of it is an assumption, and is shown as such.
struct StudentOptions {
    WorldKind world = WorldKind::Helpful;
    quint64 worldSeed = 1;               ///< which student of that world
    QString skill;                       ///< "" (as the written constants have it), "novice" or "expert"
    Calibration calibration = mbppPythonCalibration;
    double promptTokens = 2000;          ///< L0: prompts up to this length do no harm, in estimated tokens

    bool operator==(const StudentOptions &) const = default;
};

/// What a skill adds to the log odds of every fault; nothing for an unknown name.
std::optional<double> skillShift(QStringView skill);

} // namespace autodidact
