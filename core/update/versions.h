#pragma once

#include "core/base/error.h"
#include "core/domain/outcome.h"
#include "core/domain/run.h"
#include "core/domain/update.h"

namespace autodidact {

/// The version a run starts with: the sections of `:/prompts/coder.md`, no rules, the strategy of the
/// configuration. Internal when the prompt file is missing or lacks a section.
Result<PromptVersion> firstVersion(const RunConfig &config);

/// Splits a prompt file at its "# name" lines.
Result<QList<Section>> sectionsOf(const QString &text, const QString &where);

/// The prompt of a version as one text: its sections, then "## Rules" with one bullet a rule.
QString promptText(const PromptVersion &version);

/// "- [r1] text", as prompts show a rule.
QString ruleLine(const Rule &rule);

/// Our estimate of the tokens of all rules together, and of sections and rules.
int ruleTokens(const QList<Rule> &rules);
int promptTokens(const PromptVersion &version);

/// What a child is besides its edits.
struct ChildVersion {
    int number = 2;              ///< unique in the run
    int round = 0;
    VersionOrigin origin = VersionOrigin::AutoPrompt;
    QString note;
    int nextRuleId = 1;          ///< number of the first new rule
    Reason noteWhy;
};

/// The child of \p base by \p edits, in order. Pure. A changed rule keeps its id and starts counting
/// anew; a merge keeps the first id and the larger counts. Edits of unknown rules do nothing.
PromptVersion applyEdits(const PromptVersion &base, const QList<RuleEdit> &edits, const ChildVersion &child);

/// The child of \p base by a whole update: its sections and settings where it brings any, then its edits. Pure.
PromptVersion applyUpdate(const PromptVersion &base, const Update &update, const ChildVersion &child);

/// The number after the highest rule id in \p versions: ids are never reused in a run.
int nextRuleId(const QList<PromptVersion> &versions);

/// The current rules with the learn outcomes counted: solved tasks as helpful, failed ones as harmful,
/// by the signal that the feedback allows, for rules that the last attempt's prompt carried.
QList<Rule> creditedRules(const PromptVersion &version, const QList<TaskOutcome> &outcomes);

/// Keys `old_prompt, update_action, new_prompt`; new_prompt is null for a rejected update.
QJsonObject exportUpdate(const Update &update, const PromptVersion &oldVersion,
                         const std::optional<PromptVersion> &newVersion);

} // namespace autodidact
