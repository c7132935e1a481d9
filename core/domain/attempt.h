#pragma once

#include "core/base/id.h"
#include "core/domain/verdict.h"

#include <QDateTime>

namespace autodidact {

/// Which part of a suite a task belongs to in a run. Persisted: never renumber.
enum class Split { None = 0, Learn = 1, Select = 2, Report = 3 };

/// What an attempt is for. Only Learn attempts feed memory, reflection and update evidence.
/// Persisted: never renumber.
enum class Phase {
    Open = 0,        ///< start of a run or a round
    Baseline = 1,    ///< frozen first version, no memory, on the report tasks
    Learn = 2,       ///< the tasks of a round
    Remember = 3,    ///< what the round leaves in memory, and forgetting
    Watch = 4,       ///< select tasks under the current version; feeds the evaluation window
    Update = 5,      ///< proposing and deciding versions
    Guard = 6,       ///< trust region and rollback
    Checkpoint = 7,  ///< current version and memory, frozen, on the report tasks
    Close = 8,       ///< end of a round or a run
    Person = 9,      ///< something a person did
    Race = 10,       ///< candidate versions on mini-batches of learn tasks, with common random numbers
    Trial = 11,      ///< candidate and incumbent in pairs on select tasks, before a promotion
    Shadow = 12,     ///< the version before the last promotion, on a share of the select tasks
};

/// Place of a thing in a run; with a step it is the identity of an event, and the order of exports.
struct Place {
    int round = 0;       ///< from 1; 0 before the first round
    Phase phase = Phase::Open;
    int task = -1;       ///< ordinal in the suite; -1 when not about one task
    int attempt = 0;     ///< from 1; 0 when not about one attempt

    auto operator<=>(const Place &) const = default;
};

/// Persisted: never renumber.
enum class SegmentKind { System = 1, Rules = 2, Memories = 3, Task = 4, Reflection = 5, Feedback = 6, Plan = 7 };

/// One part of what the model was sent.
struct PromptSegment {
    SegmentKind kind = SegmentKind::Task;
    QString title;
    QString text;
    int tokens = 0;             ///< our estimate
    QStringList sources;        ///< rule ids ("rule:r3") or memories ("memory:12") it holds

    bool operator==(const PromptSegment &) const = default;
};

/// A memory that a prompt carried.
struct MemoryUse {
    MemoryId memory;
    int revision = 1;
    double score = 0;           ///< fused retrieval score
    bool sameGroup = false;

    bool operator==(const MemoryUse &) const = default;
};

struct Usage {
    qint64 promptTokens = 0;
    qint64 completionTokens = 0;
    bool estimated = true;      ///< the provider did not report it
    double cost = 0;            ///< in the price list's currency
    int calls = 0;

    bool operator==(const Usage &) const = default;
};

inline Usage operator+(Usage a, const Usage &b)
{
    a.promptTokens += b.promptTokens;
    a.completionTokens += b.completionTokens;
    a.estimated = (a.calls > 0 && a.estimated) || (b.calls > 0 && b.estimated);
    a.cost += b.cost;
    a.calls += b.calls;
    return a;
}

/// One try at one task, up to and including the model's answer; verdicts are kept beside it.
struct Attempt {
    AttemptId id;
    RunId run;
    Place place;
    TaskId task;
    Split split = Split::None;
    int version = 1;                    ///< number of the prompt version in its run
    QList<PromptSegment> prompt;
    QString completion;                 ///< the model's answer, whole
    QString code;                       ///< the program taken from it
    QList<TestCase> selfTests;          ///< tests the attempt wrote itself, taken from it
    QList<MemoryUse> memories;
    Usage usage;
    QString finishReason;               ///< "stop", "length", …
    QString modelName;
    bool promptCut = false;             ///< the server seems to have cut the prompt
    double exposure = 0;                ///< share of a reference carried by memories, 0 to 1; metrics only
    bool exposed = false;
    std::optional<double> tokenSimilarity;  ///< to the best reference, 0 to 1
    std::optional<double> treeSimilarity;
    std::optional<double> predicted;    ///< chance of passing that it gave itself before execution, 0 to 1
    QString manifest;                   ///< what the simulated student really did wrong (JSON); metrics only
    QDateTime startedAt;                ///< left out of journal exports
    double modelMs = 0;                 ///< left out of journal exports

    bool operator==(const Attempt &) const = default;
};

} // namespace autodidact
