#pragma once

#include <QJsonObject>
#include <QString>

namespace autodidact {

/// Why something was decided, for programs. What `values` hold stands behind each; counts and shares are numbers,
/// the rest are texts. Persisted: never renumber.
enum class ReasonCode {
    Unstated = 0,            ///< a person's own words, a model's, or a record of an older program: read the text

    // The guard and people in its place; the values are the decision's `numbers`.
    BelowTrustRegion = 1,    ///< solved, outcomes, version, drop, best_version, best_solved, best_outcomes, trust_region, to, round
    WithinTrustRegion = 2,   ///< solved, outcomes, version, best_version
    TakesBack = 3,           ///< undone: {action, from, to, round, reason, text}
    ShadowDropped = 4,       ///< version, before, pairs, worse, better, mean, low, high, e_minus, trust_region, to, round
    ShadowFroze = 5,         ///< version, before, pairs, worse, better, mean, trust_region
    ShadowCleared = 6,       ///< version, before, pairs, worse, better, mean
    IntegrityHit = 7,        ///< check, task, update

    // Updates as a whole.
    EditsFromReflections = 20, ///< edits, reflections, cause, count, left_out
    NoEditProposed = 21,
    NoEditValid = 22,        ///< first: {reason, text} of the first edit that was left out
    NoEditLeft = 23,
    NotMeasured = 24,        ///< an update within the edit bound is admitted without a measurement

    ShippedPrompt = 25,      ///< the first version of a run

    LostRace = 26,           ///< candidates, tasks, score, best: solved shares
    TrialWon = 27,           ///< pairs, worse, better, mean, low, high, rule: the word of a TrialReason
    TrialLost = 28,          ///< the same
    RefusedByPerson = 29,    ///< reason
    IntegrityFailed = 30,    ///< check, task
    StrategyFromSearch = 31, ///< search, changes
    CrossedVersions = 32,    ///< version, rules, wins
    WholeRewrite = 33,       ///< rules

    // Single edits.
    EditRuleCount = 40,      ///< rules; merge: true for a merge
    RuleUnknown = 41,        ///< rule
    RuleEditedTwice = 42,    ///< rule
    RuleEmpty = 43,
    RuleTooLong = 44,        ///< characters, allowed
    RuleHoldsProgram = 45,
    RuleNamesFunction = 46,  ///< name
    RuleNamesTask = 47,      ///< name
    RuleNamesIdentifier = 48, ///< name
    RuleQuotes = 49,         ///< quote: the beginning of a long one
    RuleQuotesValue = 50,    ///< quote
    RuleHoldsValue = 51,     ///< value
    RuleFailedBefore = 52,   ///< rule, version
    EditRepeatsEdit = 53,
    EditRepeatsRule = 54,    ///< rule
    NoRoom = 55,             ///< rules, tokens
    OverEditBound = 56,      ///< share, allowed; both 0 to 1
    MakesRoom = 57,          ///< helpful, harmful
    MostFrequentCause = 58,  ///< cause, count

    // The end or a pause of a run.
    StopRequested = 100,
    TokenBudget = 101,       ///< budget
    MoneyBudget = 102,       ///< budget
    AttemptBudget = 103,     ///< budget
    TimeBudget = 104,        ///< budget, in seconds
    WaitsForApproval = 106,  ///< update, round
    Fault = 105,             ///< kind: the word of an ErrorKind
    WaitsForTasks = 107,     ///< inbox: the folder; rounds: done so far

    // What a memory is kept or archived for.
    SolvedAtAttempt = 120,   ///< attempt
    MendedAtAttempt = 121,   ///< red, green: attempts
    MendedInRound = 122,     ///< failed, mended: rounds
    StillRed = 123,          ///< attempts, round
    WaitsForMending = 124,   ///< attempts
    LessonOfReflection = 125, ///< attempt
    NewerSolution = 126,
    UseCounted = 127,        ///< uses, green
    MetAgain = 128,          ///< times
    NotMended = 129,         ///< rounds
    LeastUseful = 130,       ///< capacity, utility; the terms of the utility, see utilityTerms() in core/memory/forgetting.h
    Several = 131,           ///< reasons: a list of {reason, text}
    UndoneByPerson = 132,
    LessonOfSuccess = 133,   ///< attempt: the first green one
    NearDuplicate = 134,     ///< similarity: to the entry that it went into
    Merged = 135,            ///< entries: how many went into it
    SaysTheOpposite = 136,   ///< cue: the words that differ; similarity of the subjects
    ContradictionLost = 137, ///< green, uses, low, high; other_green, other_uses, other_low, other_high
    UsefulEnough = 138,      ///< rank from 1 for the least useful; the terms of the utility
    NeverForgotten = 139,    ///< pinned: true, or false for what a person wrote; the terms of the utility
};

/// A reason that can be said in any language.
struct Reason {
    ReasonCode code = ReasonCode::Unstated;
    QJsonObject values;

    bool operator==(const Reason &) const = default;
};

/// A reason with its sentence in English, for journals, reports and the command line.
struct Explanation {
    QString text;
    Reason why;

    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const Explanation &) const = default;
};

} // namespace autodidact
