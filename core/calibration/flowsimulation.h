#pragma once

#include "core/domain/task.h"
#include "core/student/studentparameters.h"

namespace autodidact {

struct FlowSettings {
    WorldKind world = WorldKind::Null;
    int repeats = 20; ///< runs over the published number of tasks
    int attempts = 2; ///< of each task
    double temperature = 0.2;
    int jobs = 1;
};

/// What one run made of its tasks.
struct FlowCount {
    int fixed = 0;
    int broken = 0;

    int net() const { return fixed - broken; }
    bool operator==(const FlowCount &) const = default;
};

/// The runs of one calibration in one world.
struct SimulatedFlow {
    WorldKind world = WorldKind::Null;
    int attempts = 2;
    QList<FlowCount> runs;

    bool operator==(const SimulatedFlow &) const = default;
};

/// Plays the student in the loop's way, through ChatModel: a program with self-tests; where these
/// are red, a reflection by the student through Reflector, and a retry that shows program, feedback
/// and reflection; and so on. Right or wrong is what the manifest says, and whether the self-tests
/// are green as well: nothing is executed, so a self-test is as red as it is meant to be. As many
/// tasks begin right and wrong as in the published run: first attempts are taken in a random order,
/// over the suite again and again, until both numbers are reached, and the others are passed over.
/// In the null world f and b alone decide. In others reflections that name a true cause add psi.
/// Errors: those of the student; BadInput when the suite yields too few right or wrong programs.
Result<SimulatedFlow> simulateFlow(
    const QList<Task> &tasks, const CalibrationPreset &preset, const FlowSettings &settings);

} // namespace autodidact
