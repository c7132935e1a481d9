#pragma once

#include "core/base/error.h"
#include "core/student/lore.h"
#include "core/student/studentoptions.h"

#include <array>
#include <vector>

namespace autodidact {

/// How often which mistake is made, before anything helps. Log odds unless said otherwise.
struct FaultParameters {
    double temperatureFloor = 0; ///< tau is at least this
    double baseMean = 0;         ///< of mu, one draw a family
    double baseSd = 0;
    double affinityWeight = 0;    ///< of z, one draw a group and family
    double extraFamiliesMean = 0; ///< 1 + Poisson(this) families apply to a group
    int mostFamilies = 0;         ///< at most so many
    double declaredWeight = 0;    ///< families that a task declares are drawn so much likelier
    double quietWeight = 0;       ///< and those that few tests notice so much
    FamilySet quiet;
};

/// What one world plants, as effects on log odds.
struct WorldParameters {
    double ruleMean = 0; ///< of theta, one draw a family
    double ruleSd = 0;
    double contraryMean = 0; ///< of what a rule adds that says not to care; its amount counts
    double contrarySd = 0;
    double memory = 0;     ///< phi, of a memory that is relevant and valid
    double diagnosis = 0;  ///< psi, of a reflection that names the cause
    double length = 0;     ///< of each L0 that a prompt is longer than L0
    double irrelevant = 0; ///< of each rule or memory that says nothing
    bool drifts = false;   ///< requirements change half way
};

/// How prompts are taken. Relevance in 0..1.
struct PromptParameters {
    double freeTokens = 0;      ///< L0: prompts up to this length do no harm, in estimated tokens
    double lessonRelevance = 0; ///< of a lesson, to the families whose remedy it gives
    double sameGroupRelevance = 0; ///< of a solved task of the same group
    double similarRelevance = 0;   ///< of another solved task, to the families that both invite
};

struct RetryParameters {
    double joiningShare = 0;  ///< of b: a new mistake joins one that stayed
    double newFaultFloor = 0; ///< added to the chance by which the new mistake is chosen
};

struct ReviewParameters {
    double rightFromClass = 0; ///< chance of a right diagnosis from the error class alone
    double rightFromAssertion = 0;
    double rightFromValues = 0; ///< from expected and actual
    double lessonChance = 0;
    double styleMean = 0; ///< of 0 to 10
    double styleSd = 0;
    double brokenJsonChance = 0; ///< of every answer in JSON
};

struct EditorParameters {
    int mostEdits = 0;
    int mostAdditions = 0;
    double badRuleChance = 0; ///< an answer adds a rule that does harm or no good
    double harmfulShare = 0;  ///< of those, the ones that do harm
    double dropChance = 0;    ///< a rule without meaning is dropped
};

/// What the logs behind a calibration counted, over tasks. Absent where they were not published.
struct PublishedFlow {
    int tasks = 0;
    int rightAtFirst = 0;
    std::optional<int> fixed;
    std::optional<int> broken;
    int net = 0; ///< solved at the end minus solved at first

    bool operator==(const PublishedFlow &) const = default;
};

struct CalibrationPreset {
    QString name;
    Calibration calibration;
    PublishedFlow published;
};

struct SkillPreset {
    QString name;
    Skill skill;
};

/// Names the parameters that a study was made with.
struct StudentStamp {
    int version = 0;
    QString sha256;      ///< of the parameters' file
    QString textsSha256; ///< of the file with the families' texts

    bool operator==(const StudentStamp &) const = default;
};

/// Everything that the simulated student is made of, beside its texts: one versioned file.
/// Immutable.
class StudentParameters {
public:
    /// As shipped. BadInput names every number that is missing, unknown or out of its range.
    static Result<StudentParameters> bundled();
    static Result<StudentParameters> fromJson(const QByteArray &file);

    StudentStamp stamp;
    FaultParameters faults;
    std::array<WorldParameters, worldCount> worlds{};
    PromptParameters prompt;
    RetryParameters retry;
    ReviewParameters review;
    EditorParameters editor;
    int mostSelfTests = 0;
    std::vector<CalibrationPreset> calibrations; ///< in the file's order
    std::vector<SkillPreset> skills;

    const WorldParameters &world(WorldKind kind) const { return worlds.at(size_t(kind)); }

    /// BadUsage names the ones there are. An empty name means the file's default.
    Result<Calibration> calibration(const QString &name) const;
    Result<Skill> skill(const QString &name) const;

    QString defaultCalibration;
    QString defaultSkill;
};

} // namespace autodidact
