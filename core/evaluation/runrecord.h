#pragma once

#include "core/domain/memory.h"
#include "core/domain/reflection.h"
#include "core/domain/run.h"
#include "core/domain/suite.h"
#include "core/domain/task.h"
#include "core/domain/toolreport.h"
#include "core/domain/update.h"

#include <QMap>

namespace autodidact {

/// What the metrics keep of a verdict.
struct VerdictSummary {
    bool passed = false;
    ErrorClass errorClass = ErrorClass::None;
    int tests = 0;
    int testsPassed = 0;
    bool compiled = true;
    bool tampering = false;
    QString signature;           ///< what failed, stable over attempts: see failureSignature()

    bool counts() const { return errorClass != ErrorClass::Infrastructure; }
    double passRate() const { return tests > 0 ? double(testsPassed) / tests : 0.0; }
    bool operator==(const VerdictSummary &) const = default;
};

/// What the metrics keep of an attempt: everything but its messages.
struct AttemptRecord {
    AttemptId id;
    Place place;                 ///< place.task is the ordinal of the task
    Split split = Split::None;
    int version = 1;
    QString code;
    QList<MemoryUse> memories;
    std::optional<VerdictSummary> visible;   ///< absent when the task has no visible tests
    std::optional<VerdictSummary> hidden;    ///< absent when it was never judged
    Usage usage;
    double exposure = 0;
    bool exposed = false;
    std::optional<double> tokenSimilarity;
    std::optional<double> treeSimilarity;
    QString manifest;            ///< JSON of the simulated student; empty with a real model
    std::optional<int> lintFindings; ///< of the linter before the tests, 20 at most; absent: none ran

    bool solved() const { return hidden && hidden->passed; }
    bool operator==(const AttemptRecord &) const = default;
};

/// Thumbs that people gave to attempts, by the hidden verdict beside them, and what else they said.
struct FeedbackTally {
    int upGreen = 0;             ///< thumb up, hidden tests green
    int upRed = 0;
    int downGreen = 0;
    int downRed = 0;
    int unjudged = 0;            ///< thumbs on attempts that the hidden tests say nothing of
    int comments = 0;
    int corrections = 0;         ///< corrected programs

    int thumbs() const { return upGreen + upRed + downGreen + downRed; }
    int agreeing() const { return upGreen + downRed; }
    bool operator==(const FeedbackTally &) const = default;
};

/// Everything the metrics and reports need of one run, read from the database in one go.
struct RunRecord {
    Run run;
    Suite suite;
    QList<Task> tasks;                   ///< whole, in order of their ordinals
    QList<Split> splits;                 ///< by ordinal; empty means Split::None for all
    QList<Round> rounds;                 ///< in order of their numbers
    QList<AttemptRecord> attempts;       ///< sorted by (place, id)
    QList<Reflection> reflections;       ///< sorted by place
    QList<PromptVersion> versions;       ///< in order of their numbers
    QList<Update> updates;               ///< in order of their ids
    QList<SafetyDecision> decisions;     ///< in order of their ids
    QList<Memory> memories;              ///< of the run's set, archived ones too, in order of their ids
    FeedbackTally feedback;              ///< of people
    QStringList warnings;                ///< as the run's first event gave them
    bool simulated = false;              ///< the model is the simulated student
    double wallS = 0;
    QMap<QString, QString> tools;        ///< name -> version, for the report ("qt" -> "6.8.2")
    QMap<QString, QString> hashes;       ///< name -> SHA-256, for the report ("journal", "suite")

    bool operator==(const RunRecord &) const = default;
};

/// Shortens a verdict. Deterministic: resources and outputs do not enter.
VerdictSummary summarise(const Verdict &verdict);

/// Error class, exception type and the first failing test's name, joined by '|'; empty when it passed.
QString failureSignature(const Verdict &verdict);

/// Findings of the linter among \p reports; absent where none ran to its end.
std::optional<int> lintFindings(const QList<ToolReport> &reports);

/// Builds the record of an attempt from its parts, for the reader of the database.
AttemptRecord attemptRecord(const Attempt &attempt, const std::optional<Verdict> &visible,
                            const std::optional<Verdict> &hidden);

} // namespace autodidact
