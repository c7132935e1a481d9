#pragma once

#include "core/domain/memory.h"
#include "core/domain/reflection.h"
#include "core/domain/run.h"
#include "core/domain/task.h"
#include "core/domain/toolreport.h"
#include "core/domain/update.h"

namespace autodidact {

/// What lists and panels show of a noun, without its long texts.
struct RunRow {
    Run run;
    QString suiteName;
    int tasks = 0;               ///< of the suite
    int attempts = 0;
    qint64 tokens = 0;           ///< prompt and completion
    double cost = 0;
    std::optional<Round> lastRound;
    bool live = false;           ///< an instance holds its lease

    /// Marked as running, but the program that drove it died: nobody wrote how it ended.
    bool interrupted() const { return run.status == RunStatus::Running && !live; }
    bool operator==(const RunRow &) const = default;
};

/// Never stored as such; worked out from the task's events.
enum class TaskState { Running = 0, Solved = 1, Failed = 2, Infrastructure = 3 };

/// One task in one phase of a round.
struct TaskRow {
    TaskId task;
    Place place;                 ///< attempt 0
    QString key;
    QString title;
    Split split = Split::None;
    TaskState state = TaskState::Running;
    int version = 0;             ///< of its last attempt; 0 before the first
    int attempts = 0;
    int testsPassed = 0;         ///< hidden tests of the last judged attempt
    int testsTotal = 0;
    ErrorClass errorClass = ErrorClass::None;
    qint64 tokens = 0;
    bool exposed = false;
    bool firstTry = false;

    bool operator==(const TaskRow &) const = default;
};

struct TestCount {
    int passed = 0;
    int total = 0;
    bool green = false;
    ErrorClass errorClass = ErrorClass::None;

    bool operator==(const TestCount &) const = default;
};

struct AttemptRow {
    AttemptId id;
    Place place;
    TaskId task;
    QString taskKey;
    Split split = Split::None;
    int version = 1;
    std::optional<TestCount> visible;
    std::optional<TestCount> hidden;
    bool reflected = false;
    qint64 tokens = 0;
    double cost = 0;
    bool exposed = false;
    double exposure = 0;
    bool promptCut = false;
    std::optional<double> tokenSimilarity;
    std::optional<double> treeSimilarity;
    QString finishReason;
    QDateTime startedAt;
    double modelMs = 0;

    bool operator==(const AttemptRow &) const = default;
};

/// Fields that are absent do not narrow.
struct AttemptFilter {
    std::optional<int> round;
    std::optional<Phase> phase;
    std::optional<int> task;
    std::optional<int> version;
    std::optional<MemoryId> usedMemory;
};

struct AttemptMeasures {
    double exposure = 0;
    bool exposed = false;
    std::optional<double> tokenSimilarity;
    std::optional<double> treeSimilarity;
};

/// Everything about one attempt.
struct AttemptDetail {
    Attempt attempt;
    Task task;
    std::optional<Verdict> visible;
    std::optional<Verdict> hidden;
    std::optional<Reflection> reflection;
    std::optional<Verdict> own;  ///< of the tests that the attempt wrote itself
    QList<ToolReport> tools;     ///< what tools said of the code before its tests

    bool operator==(const AttemptDetail &) const = default;
};

struct VersionRow {
    PromptVersion version;
    int tasks = 0;               ///< finished learn tasks under it, infrastructure faults left out
    int solved = 0;
    int watchTasks = 0;          ///< finished select tasks under it
    int watchSolved = 0;
    QList<int> rounds;           ///< whose learn tasks ran under it

    bool operator==(const VersionRow &) const = default;
};

/// One finished task, for windows and curves.
struct OutcomeRow {
    Place place;
    int version = 1;
    Split split = Split::None;
    bool solved = false;
    bool exposed = false;
    bool firstTry = false;
    bool counts = true;          ///< false for a fault of ours
    ErrorClass errorClass = ErrorClass::None;

    bool operator==(const OutcomeRow &) const = default;
};

struct MemoryUseRow {
    AttemptId attempt;
    RunId run;
    Place place;
    QString taskKey;
    int revision = 1;
    double score = 0;
    std::optional<bool> success; ///< the attempt's hidden verdict, once there

    bool operator==(const MemoryUseRow &) const = default;
};

} // namespace autodidact
