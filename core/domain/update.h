#pragma once

#include "core/domain/version.h"
#include "core/domain/attempt.h"
#include "core/domain/reason.h"

#include <QJsonObject>

namespace autodidact {

/// Persisted: never renumber.
enum class RuleEditKind { Add = 1, Change = 2, Merge = 3, Drop = 4, Tag = 5 };
enum class Decision { Pending = 0, Accepted = 1, Rejected = 2 };

/// One step on the rule list.
struct RuleEdit {
    RuleEditKind kind = RuleEditKind::Add;
    QStringList rules;           ///< ids it acts on; empty for Add
    QString text;                ///< new text; the tag for Tag; empty for Drop
    QString reason;
    Reason why;                  ///< the same for programs; Unstated when the optimiser gave it in its own words

    bool operator==(const RuleEdit &) const = default;
};

/// A proposed step from one version to a child. Rejected ones are kept too.
struct Update {
    UpdateId id;
    RunId run;
    Place place;
    int oldVersion = 1;
    std::optional<int> newVersion;       ///< absent when rejected before a version was made
    VersionOrigin origin = VersionOrigin::AutoPrompt;
    QList<RuleEdit> edits;
    QList<Section> sections;             ///< of a full rewrite, all of them; empty: those of the old version
    std::optional<Strategy> strategy;    ///< new settings; absent: those of the old version
    std::optional<int> crossedWith;      ///< the other version of a crossing
    QJsonObject evidence;                ///< which reflections and outcomes it rests on
    QJsonObject validation;              ///< what was measured, or why nothing was
    Decision decision = Decision::Pending;
    QString reason;
    double editShare = 0;                ///< changed share of the prompt, 0 to 1
    Usage usage;
    Reason why;                          ///< `reason` for programs

    bool operator==(const Update &) const = default;
};

/// Persisted: never renumber.
enum class SafetyAction {
    Continue = 1, Freeze = 2, Unfreeze = 3, RollBack = 4, Undo = 5, Hold = 6, Release = 7, IntegrityHit = 8,
};

/// One decision of the guard, or of a person in its place.
struct SafetyDecision {
    qint64 id = 0;
    RunId run;
    Place place;
    SafetyAction action = SafetyAction::Continue;
    int fromVersion = 1;
    int toVersion = 1;
    int effectiveRound = 0;      ///< first round that uses toVersion
    bool byPerson = false;
    bool hold = false;
    QString reason;              ///< readable, English; numbers stand in `numbers`
    QJsonObject numbers;
    qint64 undoes = 0;           ///< id of the decision that this one takes back
    ReasonCode code = ReasonCode::Unstated; ///< `reason` for programs; its values are `numbers`
    int thawRound = 0;           ///< cool-down: updates go on from this round on; 0: not until an Unfreeze

    bool operator==(const SafetyDecision &) const = default;
};

} // namespace autodidact
