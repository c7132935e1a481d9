#pragma once

#include "core/domain/memory.h"
#include "core/domain/reflection.h"
#include "core/domain/run.h"
#include "core/domain/toolreport.h"
#include "core/domain/update.h"

#include <variant>

namespace autodidact {

/// Who used which signal of which split. The journal names every use; core/control/signalpolicy
/// lists the combinations that are allowed.
struct SignalUse {
    QString consumer;   ///< "retry", "reflection", "memory", "update", "race", "search", "trial", "guard", "metrics"
    QString signal;     ///< "visible", "verdict" (red or green of the hidden tests), "hidden" (their output)
    Split split = Split::None;

    bool operator==(const SignalUse &) const = default;
};

/// A run began; the splits are fixed from here on.
struct RunStarted {
    RunConfig config;
    QString suiteName;
    QString suiteHash;
    QList<Split> splits;          ///< by task ordinal
    QStringList warnings;         ///< for example "not held out"
    QString testsHash;            ///< SHA-256 of all tests, for the integrity check; empty in records of an older program
    bool operator==(const RunStarted &) const = default;
};

struct RunStatusChanged {
    RunStatus status = RunStatus::Running;
    QString detail;
    Reason why;                   ///< `detail` for programs
    bool operator==(const RunStatusChanged &) const = default;
};

struct RoundStarted {
    Round round;
    QList<int> tasks;             ///< ordinals of the learn tasks, in order
    bool operator==(const RoundStarted &) const = default;
};

struct TaskStarted {
    TaskId task;
    QString key;
    Split split = Split::None;
    QJsonObject picks;            ///< of the strategy search for this task: dimension -> number of its option
    bool operator==(const TaskStarted &) const = default;
};

/// The model's answer is committed before it is executed.
struct AttemptAnswered {
    Attempt attempt;
    bool operator==(const AttemptAnswered &) const = default;
};

struct VerdictReached {
    AttemptId attempt;
    Verdict verdict;
    bool operator==(const VerdictReached &) const = default;
};

struct ReflectionWritten {
    Reflection reflection;
    bool operator==(const ReflectionWritten &) const = default;
};

struct TaskFinished {
    TaskId task;
    QString key;
    AttemptId lastAttempt;
    int attempts = 0;
    bool solved = false;
    bool exposed = false;
    bool firstTry = false;
    ErrorClass errorClass = ErrorClass::None;  ///< of the last hidden verdict
    bool operator==(const TaskFinished &) const = default;
};

/// A memory is new, or has a new revision.
struct MemoryStored {
    Memory memory;
    QString act;                  ///< "add", "edit", "pin", "unpin", "tag", "review", "archive", "restore", "revert", "forget", "expire", "count",
                                  ///< "merge", "supersede", "contradict", "reconcile", "reclassify"
    QString reason;
    qint64 batch = 0;             ///< acts undone together share it; 0 outside a batch
    bool operator==(const MemoryStored &) const = default;
};

struct UpdateProposed {
    Update update;
    bool operator==(const UpdateProposed &) const = default;
};

/// An update was accepted, or the first version was made.
struct VersionAdmitted {
    PromptVersion version;
    UpdateId update;
    bool operator==(const VersionAdmitted &) const = default;
};

struct VersionRejected {
    UpdateId update;
    QString reason;
    Reason why;                   ///< `reason` for programs
    bool operator==(const VersionRejected &) const = default;
};

/// The guard (or a person in its place) decided; RolledBack is `action == RollBack`.
struct GuardDecided {
    SafetyDecision decision;
    bool operator==(const GuardDecided &) const = default;
};

struct RoundFinished {
    Round round;
    bool operator==(const RoundFinished &) const = default;
};

/// What the tool chain said about an attempt, before its tests.
struct ToolsRun {
    AttemptId attempt;
    QList<ToolReport> reports;
    bool operator==(const ToolsRun &) const = default;
};

/// What the strategy search knows after a round.
struct SearchLearnt {
    QString kind;                 ///< "ucb1", "thompson" or "gradient"
    QJsonObject table;            ///< its whole state: context -> dimension -> state (StrategySearch::toJson)
    QJsonObject weights;          ///< for people: context -> dimension -> one number an option
    bool operator==(const SearchLearnt &) const = default;
};

/// What a race, a trial or an integrity check found about an update under consideration.
struct UpdateMeasured {
    UpdateId update;
    QJsonObject validation;       ///< replaces the update's
    bool operator==(const UpdateMeasured &) const = default;
};

/// A person approved or refused an update that waits for approval.
struct UpdateJudged {
    UpdateId update;
    bool approved = false;
    QString reason;
    bool operator==(const UpdateJudged &) const = default;
};

/// A version was published on a channel, or withdrawn from it.
struct VersionPublished {
    int version = 1;
    QString channel;              ///< "canary" or "stable"
    bool withdrawn = false;
    QString reason;
    bool operator==(const VersionPublished &) const = default;
};

/// What attempts that carried a memory are worth with it and without it, by running them again.
struct CreditMeasured {
    MemoryId memory;
    int revision = 1;
    int pairs = 0;
    int helped = 0;               ///< solved with it, failed without
    int harmed = 0;               ///< failed with it, solved without
    bool operator==(const CreditMeasured &) const = default;
};

/// What a model says made an attempt green after a red one; remembered at the end of the round.
struct LessonsDistilled {
    AttemptId attempt;            ///< the green one
    QList<Lesson> lessons;        ///< at most three
    ReflectionOrigin origin = ReflectionOrigin::Model;
    Usage usage;
    bool operator==(const LessonsDistilled &) const = default;
};

/// Tasks came in while the run went on; their ordinals follow those that it had.
struct TasksAdded {
    QString suiteHash;            ///< of the stored suite that holds them
    QString source;               ///< name of the file they came from
    int first = 0;                ///< ordinal of the first of them
    QList<Split> splits;          ///< by their order in the suite
    QString problem;              ///< why the file was left out; nothing was added then
    bool operator==(const TasksAdded &) const = default;
};

/// What a person says about an attempt.
struct FeedbackGiven {
    AttemptId attempt;
    int thumb = 0;                ///< 1 up, -1 down, 0 for none
    QString comment;
    QString code;                 ///< corrected by the person; empty for none
    std::optional<Verdict> verdict; ///< of the corrected code on all tests
    bool operator==(const FeedbackGiven &) const = default;
};

using EventPayload = std::variant<RunStarted, RunStatusChanged, RoundStarted, TaskStarted, AttemptAnswered,
                                  VerdictReached, ReflectionWritten, TaskFinished, MemoryStored, UpdateProposed,
                                  VersionAdmitted, VersionRejected, GuardDecided, RoundFinished, ToolsRun,
                                  SearchLearnt, UpdateMeasured, UpdateJudged, VersionPublished, CreditMeasured, LessonsDistilled,
                                  TasksAdded, FeedbackGiven>;

/// One line of a run's journal. Its identity is (run, place, step).
struct Event {
    qint64 sequence = 0;          ///< row id, in order of commit; left out of exports
    RunId run;
    Place place;
    int step = 0;                 ///< position among the events of its place, from 0; set by the journal
    EventPayload payload;
    QList<SignalUse> uses;
    bool byPerson = false;
    QDateTime at;                 ///< left out of exports; set by the journal

    bool operator==(const Event &) const = default;
};

} // namespace autodidact
