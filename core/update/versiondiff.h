#pragma once

#include "core/domain/version.h"

namespace autodidact {

struct SectionChange {
    QString name;
    QString before;              ///< empty when the section is new
    QString after;               ///< empty when the section is gone

    bool operator==(const SectionChange &) const = default;
};

struct RuleChange {
    Rule before;
    Rule after;

    bool operator==(const RuleChange &) const = default;
};

struct StrategyChange {
    QString setting;             ///< name of the field in Strategy
    QString before;
    QString after;

    bool operator==(const StrategyChange &) const = default;
};

/// What leads from one version to another; counts of rules are no change.
struct VersionDiff {
    QList<SectionChange> sections;
    QList<Rule> added;           ///< rules that come, or return in a rollback
    QList<Rule> removed;         ///< rules that leave
    QList<RuleChange> changed;   ///< same id, other text
    QList<StrategyChange> strategy;

    bool isEmpty() const;
    bool operator==(const VersionDiff &) const = default;
};

VersionDiff diffVersions(const PromptVersion &from, const PromptVersion &to);

/// Changed share of the prompt, 0 to 1: tokens of rules and sections that come, leave or change (the
/// longer wording counts), over the tokens of the larger prompt. Rounded to 1e-6.
double editShare(const PromptVersion &from, const PromptVersion &to);

/// "4 rules leave the prompt, 1 returns, 2 strategy settings change": the sentence for journals and
/// the command line (English; the window words its own from the diff).
QString summary(const VersionDiff &diff);

} // namespace autodidact
