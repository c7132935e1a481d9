#pragma once

#include "core/memory/hashingembedder.h"
#include "core/update/updater.h"
#include "core/update/versions.h"

#include <QTest>

namespace autodidact::test {

inline HashingEmbedder embedder()
{
    return HashingEmbedder(IdfTable::builtIn().value());
}

inline Rule rule(int number, const QString &text, int helpful = 0, int harmful = 0)
{
    return {.id = QStringLiteral("r%1").arg(number), .text = text, .addedIn = 1, .helpful = helpful, .harmful = harmful};
}

/// A version with long sections, so that small edits stay under the bound.
inline PromptVersion version(const QList<Rule> &rules = {})
{
    PromptVersion version;
    version.number = 3;
    version.sections = {{QStringLiteral("role"), QStringLiteral("You write programs. ").repeated(12)},
        {QStringLiteral("instructions"), QStringLiteral("Read the task with care. ").repeated(24)},
        {QStringLiteral("format"), QStringLiteral("One code block.")}};
    version.rules = rules;
    return version;
}

inline SeenAttempt attempt(bool green, int version = 3)
{
    SeenAttempt seen;
    seen.attempt.version = version;
    seen.attempt.place.attempt = 1;
    seen.verdict.passed = green;
    seen.verdict.errorClass = green ? ErrorClass::None : ErrorClass::Logic;
    return seen;
}

/// A failed learn task whose reflection names a cause and a change.
inline TaskOutcome failure(int ordinal, const QString &cause, const QString &change)
{
    TaskOutcome outcome;
    outcome.task.ordinal = ordinal;
    outcome.task.key = QStringLiteral("suite/%1").arg(ordinal);
    outcome.task.entryPoint = QStringLiteral("merge_all");
    outcome.task.statement = QStringLiteral("Write merge_all(parts): join them by 4711.");
    outcome.split = Split::Learn;
    SeenAttempt seen = attempt(false);
    seen.reflection = Reflection{};
    seen.reflection->whatFailed = QStringLiteral("the last element is missing");
    seen.reflection->change = change;
    seen.reflection->statedCause = cause;
    outcome.attempts = {seen};
    return outcome;
}

inline UpdateContext context(const QList<Rule> &rules = {}, const QList<TaskOutcome> &outcomes = {})
{
    UpdateContext context;
    context.run = {5};
    context.round = 2;
    context.current = version(rules);
    context.outcomes = outcomes;
    context.seed = 99;
    context.nextRuleId = 10;
    return context;
}

} // namespace autodidact::test
