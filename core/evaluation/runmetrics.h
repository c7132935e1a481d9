#pragma once

#include "core/domain/attempt.h"
#include "core/evaluation/claimscheck.h"
#include "core/evaluation/intervals.h"
#include "core/evaluation/window.h"

#include <QMap>
#include <QStringList>

namespace autodidact {

/// Tasks judged once. Shares are 0 to 1. Absent values do not apply to the run.
struct SuccessRate {
    std::optional<Estimate> headline;    ///< solved over scheduled, exposed tasks left out of both; Wilson 95 %
    std::optional<Estimate> withExposed; ///< the same over all scheduled tasks
    int tasks = 0;                       ///< scheduled
    int solved = 0;                      ///< exposed ones included
    int exposed = 0;                     ///< exposed tasks among the scheduled
    int exposedSolved = 0;
    int infrastructure = 0;              ///< without a verdict because of a fault of ours
    std::optional<double> worst;         ///< every unresolved fault counted as a failure
    std::optional<double> best;          ///< every unresolved fault counted as solved
    std::optional<double> passAt1;
    std::optional<double> tokensPerSolved;   ///< tokens of the learn passes and their reflections, per pass solved
    std::optional<double> moneyPerSolved;
    QString basis;                       ///< which tasks: "report tasks, checkpoint of round 6"
    bool heldOut = false;
};

/// One checkpoint's paired gain over the frozen first version.
struct GainPoint {
    int round = 0;
    int version = 1;
    int tasks = 0;                       ///< judged on both sides
    Estimate gain;                       ///< mean of current minus first; task-group bootstrap, conditional on this run
    qint64 tokens = 0;                   ///< spent on learning up to here: checkpoints and baseline left out
};

/// SCIENCE section 3. Gains and slopes are shares (0.01 is one point).
struct ImprovementSlope {
    std::optional<Estimate> slope;       ///< per round
    std::optional<Estimate> endGain;
    std::optional<double> area;          ///< mean gain over the rounds (trapezia over the span)
    std::optional<double> perMillionTokens;
    QList<GainPoint> points;
    bool heldOut = false;
    QString basis;
};

struct SimilaritySet {
    int attempts = 0;
    std::optional<double> token;
    std::optional<double> tree;
    std::optional<double> mean;
};

struct CodeSimilarity {
    SimilaritySet all;
    SimilaritySet solved;
    QStringList flagged;                 ///< keys of tasks with a solved attempt above 0.95
};

struct ReflectionAccuracy {
    int reflections = 0;
    int stated = 0;                      ///< with a stated class, on an attempt with a hidden verdict
    int echoed = 0;                      ///< of these: the feedback had shown a class
    std::optional<double> kappa;         ///< over those whose feedback showed none
    std::optional<double> kappaEchoed;   ///< over those whose feedback showed one
    std::optional<double> linesF1;
    int linesPairs = 0;                  ///< reflections with stated lines and a later green attempt
    std::optional<double> cause;
    int causePairs = 0;                  ///< reflections on attempts with a known true fault
    std::optional<double> lift;          ///< needs a second arm: always absent for one run
    int ruleBased = 0;
};

/// What reflections state, checked: how often it held, and where it did not.
struct ClaimsCheck {
    struct Count {
        int supported = 0;
        int contradicted = 0;
        int unverifiable = 0;
    };
    struct Contradiction {
        Place place;
        QString taskKey;
        Claim claim;
    };
    QMap<QString, Count> counts;         ///< by Claim::what
    QList<Contradiction> contradictions; ///< by place
};

/// How a signal of evaluation goes with the success of the next attempt at the same task (H1).
struct SignalCorrelation {
    QString signal;
    int pairs = 0;                       ///< attempts that had the signal and a judged next attempt
    std::optional<Estimate> correlation; ///< point-biserial, -1 to 1; bootstrap over task groups. Absent under ten pairs, or without variation
};

struct MemoryReuse {
    int declared = 0;                    ///< passes over tasks that the suite declares repeats
    int reused = 0;
    std::optional<double> value;
    std::optional<double> precision;     ///< share of the carried entries that were valid and of the group
    std::optional<double> lift;          ///< needs a second arm
};

struct RepeatError {
    std::optional<double> value;         ///< met minus first
    std::optional<double> met;
    std::optional<double> first;
    int metPairs = 0;
    int firstPairs = 0;
    QString basis;                       ///< "fault families" or "failing signatures"
};

struct SafetyDrop {
    int promoted = 0;
    int audited = 0;                     ///< promotions whose audit has at least 120 pairs
    std::optional<double> value;
    std::optional<double> severe;
    std::optional<double> exposure;      ///< mean over checkpoints of max(0, best earlier minus current)
    std::optional<double> exposureFloor; ///< what exchangeable versions would give (permutation mean)
    double valueFloor = 0.05;            ///< false share of a one-sided 95 % bound between equal versions
    std::optional<double> windowFalseAlarm; ///< of safety.rule = window for the run's W, equal versions
};

struct StyleScore {
    std::optional<double> reviewer;      ///< mean of the reviewer's scores, 0 to 10
    int scores = 0;
    /// Mean over linted attempts of 10 / (1 + findings per 10 lines), lines that hold something, at least 10 of them: 10
    /// without findings, 5 with one in ten lines. Findings are counted up to 20. Absent: no linter ran.
    std::optional<double> linter;
    int linted = 0;                      ///< attempts that a linter looked at
};

/// One round for curves and tables.
struct RoundPoint {
    int round = 0;
    int version = 1;
    Estimate success;                    ///< learn tasks, Wilson
    int tasks = 0;
    int solved = 0;
    int exposed = 0;
    double compilePass = 0;              ///< share of attempts that compiled
    double testPassRate = 0;             ///< mean share of hidden tests passed, last attempts
};

/// Every metric of SCIENCE section 3 that one run can give.
struct RunMetrics {
    SuccessRate success;
    ImprovementSlope improvement;
    CodeSimilarity similarity;
    ReflectionAccuracy reflection;
    ClaimsCheck claims;
    QList<SignalCorrelation> evaluationSignals;  ///< by name
    MemoryReuse memory;
    RepeatError repeatError;
    SafetyDrop safety;
    StyleScore style;
    std::optional<double> selfTestFalseReds;     ///< absent: attempts wrote no tests of their own
    std::optional<double> selfTestFalseGreens;
    std::optional<double> compilePass;           ///< share of attempts that compiled
    std::optional<double> testPassRate;          ///< mean share of hidden tests passed
    double largestDrawdown = 0;                  ///< largest fall from an earlier round's success
    QList<RoundPoint> rounds;
    QList<WindowPoint> window;
    int rollbacks = 0;
    Usage usage;                                 ///< attempts, reflections and updates together
    QStringList notes;                           ///< sentences that a reader must see with the numbers
};

} // namespace autodidact
