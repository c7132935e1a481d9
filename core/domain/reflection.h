#pragma once

#include "core/domain/attempt.h"

#include <QJsonObject>

namespace autodidact {

/// Persisted: never renumber.
enum class ReflectionOrigin { Model = 1, Repaired = 2, RuleBased = 3, Person = 4 };

/// What is worth remembering beyond one task, in words.
struct Lesson {
    QString title;
    QString when;       ///< when to use it, and when not
    QString content;

    bool operator==(const Lesson &) const = default;
};

/// What failed in an attempt, why, and what to change.
struct Reflection {
    AttemptId attempt;
    Place place;
    QString whatFailed;
    QString why;
    QString change;
    std::optional<ErrorClass> statedClass;
    QList<int> statedLines;     ///< of the attempt's code, from 1
    QString statedCause;        ///< the fault family it names, or empty
    QList<Lesson> lessons;      ///< at most three
    std::optional<double> styleScore;   ///< 0 to 10
    QString prose;
    QJsonObject json;           ///< as the model gave it; empty when rule-based
    ReflectionOrigin origin = ReflectionOrigin::Model;
    Usage usage;

    bool operator==(const Reflection &) const = default;
};

} // namespace autodidact
