#pragma once

#include "core/base/error.h"
#include "core/domain/memory.h"
#include "core/domain/reflection.h"
#include "core/domain/run.h"
#include "core/domain/update.h"
#include "core/events/eventkind.h"

#include <array>

namespace autodidact {

/// The word that stands for an enum's value in JSON. Words are persisted: never change or reuse one.
template<typename E>
struct EnumWord {
    E value;
    QLatin1StringView word;
};

template<typename E>
struct EnumWords;

#define AUTODIDACT_WORDS(Enum, ...)                                                                                \
    template<>                                                                                                     \
    struct EnumWords<Enum> {                                                                                       \
        using enum Enum;                                                                                           \
        static constexpr auto list = std::to_array<EnumWord<Enum>>({__VA_ARGS__});                                 \
    };

using namespace Qt::StringLiterals;

AUTODIDACT_WORDS(Language, {Python, "python"_L1}, {Java, "java"_L1}, {JavaScript, "javascript"_L1}, {Rust, "rust"_L1})
AUTODIDACT_WORDS(Visibility, {Visible, "visible"_L1}, {Hidden, "hidden"_L1}, {Own, "own"_L1})
AUTODIDACT_WORDS(TaskKind, {Function, "function"_L1}, {Files, "files"_L1}, {Repository, "repository"_L1}, {Program, "program"_L1})
AUTODIDACT_WORDS(Isolation, {Split, "split"_L1}, {InProcess, "in-process"_L1})
AUTODIDACT_WORDS(RepeatKind, {None, "none"_L1}, {Exact, "exact"_L1}, {Near, "near"_L1},
    {CrossLanguage, "cross-language"_L1}, {Drift, "drift"_L1})
AUTODIDACT_WORDS(ErrorClass, {None, "none"_L1}, {Syntax, "syntax"_L1}, {Compile, "compile"_L1}, {Import, "import"_L1},
    {Runtime, "runtime"_L1}, {Logic, "logic"_L1}, {Timeout, "timeout"_L1}, {Memory, "memory"_L1},
    {Forbidden, "forbidden"_L1}, {Infrastructure, "infrastructure"_L1})
AUTODIDACT_WORDS(TestStatus, {Passed, "passed"_L1}, {Failed, "failed"_L1}, {Errored, "errored"_L1},
    {NotRun, "not-run"_L1})
AUTODIDACT_WORDS(Split, {None, "none"_L1}, {Learn, "learn"_L1}, {Select, "select"_L1}, {Report, "report"_L1})
AUTODIDACT_WORDS(Phase, {Open, "open"_L1}, {Baseline, "baseline"_L1}, {Learn, "learn"_L1}, {Remember, "remember"_L1},
    {Watch, "watch"_L1}, {Update, "update"_L1}, {Guard, "guard"_L1}, {Checkpoint, "checkpoint"_L1},
    {Close, "close"_L1}, {Person, "person"_L1}, {Race, "race"_L1}, {Trial, "trial"_L1},
    {Shadow, "shadow"_L1})
AUTODIDACT_WORDS(SegmentKind, {System, "system"_L1}, {Rules, "rules"_L1}, {Memories, "memories"_L1}, {Task, "task"_L1},
    {Reflection, "reflection"_L1}, {Feedback, "feedback"_L1}, {Plan, "plan"_L1})
AUTODIDACT_WORDS(ReflectionOrigin, {Model, "model"_L1}, {Repaired, "repaired"_L1}, {RuleBased, "rule-based"_L1},
    {Person, "person"_L1})
AUTODIDACT_WORDS(MemoryKind, {Code, "code"_L1}, {Error, "error"_L1}, {Lesson, "lesson"_L1})
AUTODIDACT_WORDS(MemoryTerm, {Short, "short"_L1}, {Long, "long"_L1})
AUTODIDACT_WORDS(MemoryOrigin, {Run, "run"_L1}, {Person, "person"_L1}, {Import, "import"_L1})
AUTODIDACT_WORDS(MemoryState, {Active, "active"_L1}, {Archived, "archived"_L1}, {Superseded, "superseded"_L1})
AUTODIDACT_WORDS(VersionOrigin, {Initial, "initial"_L1}, {AutoPrompt, "autoprompt"_L1},
    {StrategySearch, "strategy-search"_L1}, {MetaController, "meta-controller"_L1}, {Person, "person"_L1},
    {Rewrite, "rewrite"_L1})
AUTODIDACT_WORDS(RuleEditKind, {Add, "add"_L1}, {Change, "change"_L1}, {Merge, "merge"_L1}, {Drop, "drop"_L1}, {Tag, "tag"_L1})
AUTODIDACT_WORDS(Decision, {Pending, "pending"_L1}, {Accepted, "accepted"_L1}, {Rejected, "rejected"_L1})
AUTODIDACT_WORDS(SafetyAction, {Continue, "continue"_L1}, {Freeze, "freeze"_L1}, {Unfreeze, "unfreeze"_L1},
    {RollBack, "roll-back"_L1}, {Undo, "undo"_L1}, {Hold, "hold"_L1}, {Release, "release"_L1},
    {IntegrityHit, "integrity-hit"_L1})
AUTODIDACT_WORDS(ReasonCode, {Unstated, ""_L1}, {BelowTrustRegion, "below-trust-region"_L1},
    {WithinTrustRegion, "within-trust-region"_L1}, {TakesBack, "takes-back"_L1},
    {ShadowDropped, "shadow-dropped"_L1}, {ShadowFroze, "shadow-froze"_L1}, {ShadowCleared, "shadow-cleared"_L1},
    {IntegrityHit, "integrity-hit"_L1}, {LostRace, "lost-race"_L1}, {TrialWon, "trial-won"_L1},
    {TrialLost, "trial-lost"_L1}, {RefusedByPerson, "refused-by-person"_L1},
    {IntegrityFailed, "integrity-failed"_L1}, {StrategyFromSearch, "strategy-from-search"_L1},
    {CrossedVersions, "crossed-versions"_L1}, {WholeRewrite, "whole-rewrite"_L1},
    {WaitsForApproval, "waits-for-approval"_L1}, {WaitsForTasks, "waits-for-tasks"_L1},
    {EditsFromReflections, "edits-from-reflections"_L1}, {NoEditProposed, "no-edit-proposed"_L1},
    {NoEditValid, "no-edit-valid"_L1}, {NoEditLeft, "no-edit-left"_L1}, {NotMeasured, "not-measured"_L1},
    {ShippedPrompt, "shipped-prompt"_L1},
    {EditRuleCount, "edit-rule-count"_L1}, {RuleUnknown, "rule-unknown"_L1},
    {RuleEditedTwice, "rule-edited-twice"_L1}, {RuleEmpty, "rule-empty"_L1}, {RuleTooLong, "rule-too-long"_L1},
    {RuleHoldsProgram, "rule-holds-program"_L1}, {RuleNamesFunction, "rule-names-function"_L1},
    {RuleNamesTask, "rule-names-task"_L1}, {RuleNamesIdentifier, "rule-names-identifier"_L1},
    {RuleQuotes, "rule-quotes"_L1}, {RuleQuotesValue, "rule-quotes-value"_L1},
    {RuleHoldsValue, "rule-holds-value"_L1}, {RuleFailedBefore, "rule-failed-before"_L1},
    {EditRepeatsEdit, "edit-repeats-edit"_L1}, {EditRepeatsRule, "edit-repeats-rule"_L1}, {NoRoom, "no-room"_L1},
    {OverEditBound, "over-edit-bound"_L1}, {MakesRoom, "makes-room"_L1},
    {MostFrequentCause, "most-frequent-cause"_L1}, {StopRequested, "stop-requested"_L1},
    {TokenBudget, "token-budget"_L1}, {MoneyBudget, "money-budget"_L1}, {AttemptBudget, "attempt-budget"_L1},
    {TimeBudget, "time-budget"_L1}, {Fault, "fault"_L1}, {SolvedAtAttempt, "solved-at-attempt"_L1},
    {MendedAtAttempt, "mended-at-attempt"_L1}, {MendedInRound, "mended-in-round"_L1}, {StillRed, "still-red"_L1},
    {WaitsForMending, "waits-for-mending"_L1}, {LessonOfReflection, "lesson-of-reflection"_L1},
    {NewerSolution, "newer-solution"_L1}, {UseCounted, "use-counted"_L1}, {MetAgain, "met-again"_L1},
    {NotMended, "not-mended"_L1}, {LeastUseful, "least-useful"_L1}, {Several, "several"_L1},
    {UndoneByPerson, "undone-by-person"_L1}, {LessonOfSuccess, "lesson-of-success"_L1},
    {NearDuplicate, "near-duplicate"_L1}, {Merged, "merged"_L1}, {SaysTheOpposite, "says-the-opposite"_L1},
    {ContradictionLost, "contradiction-lost"_L1}, {UsefulEnough, "useful-enough"_L1},
    {NeverForgotten, "never-forgotten"_L1})
AUTODIDACT_WORDS(ErrorKind, {BadUsage, "bad-usage"_L1}, {BadInput, "bad-input"_L1}, {NotFound, "not-found"_L1},
    {Conflict, "conflict"_L1}, {Missing, "missing"_L1}, {Cancelled, "cancelled"_L1}, {Budget, "budget"_L1},
    {Model, "model"_L1}, {Sandbox, "sandbox"_L1}, {Storage, "storage"_L1}, {Internal, "internal"_L1})
AUTODIDACT_WORDS(RunStatus, {Created, "created"_L1}, {Running, "running"_L1}, {Paused, "paused"_L1},
    {Finished, "finished"_L1}, {Stopped, "stopped"_L1}, {Failed, "failed"_L1}, {BudgetReached, "budget-reached"_L1})
AUTODIDACT_WORDS(Feedback, {Visible, "visible"_L1}, {Verdict, "verdict"_L1}, {Hidden, "hidden"_L1})
AUTODIDACT_WORDS(ReflectionMode, {None, "none"_L1}, {Retry, "retry"_L1}, {Reflexion, "reflexion"_L1})
AUTODIDACT_WORDS(MemoryVisibility, {Round, "round"_L1}, {Immediate, "immediate"_L1})
AUTODIDACT_WORDS(SameTask, {Lessons, "lessons"_L1}, {All, "all"_L1}, {None, "none"_L1})
AUTODIDACT_WORDS(SafetyRule, {Off, "off"_L1}, {Window, "window"_L1}, {Paired, "paired"_L1}, {Auto, "auto"_L1})
AUTODIDACT_WORDS(Approval, {Automatic, "automatic"_L1}, {Ask, "ask"_L1}, {AskLarge, "ask-large"_L1})
AUTODIDACT_WORDS(Schedule, {Repeat, "repeat"_L1}, {Stream, "stream"_L1})
AUTODIDACT_WORDS(SplitMode, {Auto, "auto"_L1}, {None, "none"_L1})
AUTODIDACT_WORDS(EventKind, {RunStarted, "run-started"_L1}, {RunStatusChanged, "run-status-changed"_L1},
    {RoundStarted, "round-started"_L1}, {TaskStarted, "task-started"_L1}, {AttemptAnswered, "attempt-answered"_L1},
    {VerdictReached, "verdict-reached"_L1}, {ReflectionWritten, "reflection-written"_L1},
    {TaskFinished, "task-finished"_L1}, {MemoryStored, "memory-stored"_L1}, {UpdateProposed, "update-proposed"_L1},
    {VersionAdmitted, "version-admitted"_L1}, {VersionRejected, "version-rejected"_L1},
    {GuardDecided, "guard-decided"_L1}, {RoundFinished, "round-finished"_L1},
    {ToolsRun, "tools-run"_L1}, {SearchLearnt, "search-learnt"_L1}, {UpdateMeasured, "update-measured"_L1},
    {UpdateJudged, "update-judged"_L1}, {VersionPublished, "version-published"_L1},
    {CreditMeasured, "credit-measured"_L1}, {LessonsDistilled, "lessons-distilled"_L1},
    {TasksAdded, "tasks-added"_L1}, {FeedbackGiven, "feedback-given"_L1})

#undef AUTODIDACT_WORDS

/// Empty for a value that no word stands for.
template<typename E>
constexpr QLatin1StringView wordOf(E value)
{
    for (const EnumWord<E> &entry : EnumWords<E>::list) {
        if (entry.value == value)
            return entry.word;
    }
    return {};
}

template<typename E>
constexpr std::optional<E> valueOf(QStringView word)
{
    for (const EnumWord<E> &entry : EnumWords<E>::list) {
        if (word == entry.word)
            return entry.value;
    }
    return std::nullopt;
}

} // namespace autodidact
