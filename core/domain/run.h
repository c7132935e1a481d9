#pragma once

#include "core/domain/attempt.h"
#include "core/domain/reason.h"
#include "core/domain/version.h"

namespace autodidact {

/// Persisted: never renumber.
enum class RunStatus {
    Created = 0, Running = 1, Paused = 2, Finished = 3, Stopped = 4, Failed = 5, BudgetReached = 6,
};

enum class Feedback { Visible = 1, Verdict = 2, Hidden = 3 };
enum class ReflectionMode { None = 1, Retry = 2, Reflexion = 3 };
enum class MemoryVisibility { Round = 1, Immediate = 2 };
enum class SameTask { Lessons = 1, All = 2, None = 3 };
enum class SafetyRule { Off = 1, Window = 2, Paired = 3, Auto = 4 };   ///< Auto: Paired where there are select tasks, else Window
enum class Approval { Automatic = 1, Ask = 2, AskLarge = 3 };
enum class Schedule { Repeat = 1, Stream = 2 };
enum class SplitMode { Auto = 1, None = 2 };

/// Everything that decides what a run does; stored with it, so that it can be repeated.
/// The dotted names are the keys of `--set` and of the TOML file.
struct RunConfig {
    QString name;                            // run.name
    QString suite;                           // run.suite
    QString model = QStringLiteral("student"); // run.model
    qint64 seed = 1;                         // run.seed
    int rounds = 6;                          // run.rounds; 0: without an end
    QString inbox;                           // run.inbox: folder whose task files the run takes in between rounds; empty for none
    int folds = 0;                           // run.folds: groups that take turns at being held out; 0 for one fixed share
    int fold = 1;                            // run.fold: the one that this run holds out, 1 to run.folds
    SplitMode split = SplitMode::Auto;       // run.split
    Schedule schedule = Schedule::Repeat;    // run.schedule
    int batch = 0;                           // run.batch: tasks per round; 0 means all
    int checkpointEvery = 1;                 // run.checkpoint_every: rounds; 0 means first and last only

    int attempts = 3;                        // agent.attempts, 1 to 20
    Feedback feedback = Feedback::Visible;   // agent.feedback
    ReflectionMode reflection = ReflectionMode::Reflexion; // agent.reflection
    bool selfTests = false;                  // agent.self_tests: an attempt writes tests of its own first
    QString tools;                           // agent.tools: checks before the tests, "syntax,lint"; empty for none
    bool predict = false;                    // agent.predict: an attempt says beforehand how sure it is

    bool memoryEnabled = true;               // memory.enabled
    MemoryVisibility memoryVisibility = MemoryVisibility::Round; // memory.visibility
    SameTask sameTask = SameTask::Lessons;   // memory.same_task
    QString memoryStart;                     // memory.start: name of a run or set to copy; empty for none
    QString memorySet;                       // memory.set: name of a frozen set to read instead of one's own; empty for none
    double retryShare = 0.25;                // memory.retries: tasks with a waiting failure that a batch gets on top, as a share of it
    bool distil = true;                      // memory.distil: lessons of what turned a task green
    int memoryCount = 4;                     // memory.count
    int memoryTokens = 1200;                 // memory.tokens: budget in a prompt
    int memoryCapacity = 2000;               // memory.capacity: active entries kept by forgetting
    bool crossLanguage = false;              // memory.cross_language: entries of other languages may be retrieved

    QString updateStrategy = QStringLiteral("autoprompt"); // update.strategy: none, autoprompt, rl, meta, all
    int promptTokens = 1500;                 // update.prompt_tokens: budget of the rules
    int maxRules = 24;                       // update.max_rules
    double editBound = 0.35;                 // update.edit_bound: share of the prompt one update may change

    QString search = QStringLiteral("thompson"); // update.search: ucb1, thompson, gradient
    QString choices = QStringLiteral("plan_first,self_tests,memories,temperature,tools,attempts"); // update.choices: what it may choose
    double costWeight = 0.2;                 // update.cost_weight: success given up for a full scale of tokens, 0 to 1
    double discount = 0.995;                 // update.discount: of what the search remembers, per task
    int candidates = 4;                      // update.candidates: versions that race
    bool rewrite = false;                    // update.rewrite: the whole prompt may be written anew
    Approval approval = Approval::Automatic; // update.approval
    double largeUpdate = 0.2;                // update.large: share of the prompt from which an update is large

    SafetyRule safetyRule = SafetyRule::Auto; // safety.rule
    double shadowShare = 0.25;               // safety.shadow: share of select tasks that the version before shadows
    int coolDown = 1;                        // safety.cool_down: rounds without updates after a rollback
    bool integrity = true;                   // safety.integrity: null agent, honeypots, hashes, jumps
    double trustRegion = 0.10;               // safety.trust_region: drop that is too much, 0 to 1
    int window = 50;                         // safety.window: task outcomes

    double temperature = 0.2;                // llm.temperature
    int maxTokens = 2048;                    // llm.max_tokens
    QString baseUrl;                         // llm.base_url
    QString adapter;                         // llm.adapter: of the first version; empty for the model alone
    int timeoutS = 600;                      // llm.timeout_s: one deadline per call over all retries
    QString apiKeyEnv;                       // llm.api_key_env: name of an environment variable, never the key

    QString world = QStringLiteral("helpful"); // student.world
    QString calibration;                     // student.calibration: humaneval, mbpp, mbpp-rust; empty for the student's own
    double harm = -1;                        // student.harm: chance that its proposed edits do harm; -1: as its parameters say
    QString sandbox = QStringLiteral("bubblewrap"); // sandbox.kind
    QString sandboxImage;                    // sandbox.image: image or root tree of the container; empty for this system's programs
    double cpuLimitS = 0;                    // sandbox.cpu_s: CPU seconds per execution; 0 means the task's own

    qint64 tokenBudget = 0;                  // budget.tokens; 0 means none
    double moneyBudget = 0;                  // budget.money
    int wallBudgetS = 0;                     // budget.wall_s
    int attemptBudget = 0;                   // budget.attempts

    bool operator==(const RunConfig &) const = default;
};

/// One execution of the loop.
struct Run {
    RunId id;
    QString name;
    SuiteId suite;
    MemorySetId memorySet;
    RunConfig config;
    RunStatus status = RunStatus::Created;
    QString statusDetail;        ///< why it stopped or failed
    int roundsDone = 0;
    int currentVersion = 1;
    bool sawHiddenTests = false; ///< a person opened hidden tests and edited afterwards
    bool approximate = false;    ///< retrieval used the approximate index
    QDateTime createdAt;
    QDateTime finishedAt;
    Reason statusWhy;            ///< `statusDetail` for programs

    bool operator==(const Run &) const = default;
};

/// How the tests that attempts wrote themselves agree with the hidden ones: attempts, counted by both verdicts. Attempts
/// without tests of their own, and those that a fault of ours kept from a verdict, are left out.
struct SelfTestMatrix {
    int bothPassed = 0;          ///< self-tests green, hidden tests green
    int onlyOwnPassed = 0;       ///< self-tests green, hidden tests red: false confidence
    int onlyHiddenPassed = 0;    ///< self-tests red, hidden tests green: a wrong test
    int bothFailed = 0;

    int attempts() const { return bothPassed + onlyOwnPassed + onlyHiddenPassed + bothFailed; }
    void count(bool ownPassed, bool hiddenPassed)
    {
        ++(ownPassed ? (hiddenPassed ? bothPassed : onlyOwnPassed) : (hiddenPassed ? onlyHiddenPassed : bothFailed));
    }
    SelfTestMatrix &operator+=(const SelfTestMatrix &other)
    {
        bothPassed += other.bothPassed;
        onlyOwnPassed += other.onlyOwnPassed;
        onlyHiddenPassed += other.onlyHiddenPassed;
        bothFailed += other.bothFailed;
        return *this;
    }
    bool operator==(const SelfTestMatrix &) const = default;
};

/// One pass over (a batch of) the suite under one prompt version.
struct Round {
    RunId run;
    int number = 1;
    int version = 1;
    int tasks = 0;               ///< learn tasks scheduled
    int solved = 0;              ///< whose last attempt passes all hidden tests
    int exposed = 0;             ///< solved, but carried their own solution
    int firstTry = 0;            ///< solved at the first attempt
    int attempts = 0;
    int infrastructure = 0;      ///< tasks without a verdict because of a fault of ours
    int watchTasks = 0;          ///< select tasks
    int watchSolved = 0;
    int checkpointTasks = 0;     ///< report tasks; 0 without a checkpoint
    int checkpointSolved = 0;
    int checkpointExposed = 0;
    int baselineSolved = 0;      ///< frozen first version on the same report tasks
    SelfTestMatrix selfTests;    ///< of the learn tasks' attempts
    Usage usage;
    bool finished = false;

    double successRate() const { return tasks > 0 ? double(solved) / tasks : 0.0; }
    bool operator==(const Round &) const = default;
};

} // namespace autodidact
