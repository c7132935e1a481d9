#include "core/update/versiondiff.h"

#include "core/base/json.h"
#include "core/llm/chatmodel.h"
#include "core/update/versions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

void compareSections(const PromptVersion &from, const PromptVersion &to, VersionDiff &diff)
{
    for (const Section &section : from.sections) {
        const auto other = std::ranges::find(to.sections, section.name, &Section::name);
        const QString after = other == to.sections.end() ? QString() : other->text;
        if (after != section.text)
            diff.sections.append({section.name, section.text, after});
    }
    for (const Section &section : to.sections) {
        if (std::ranges::find(from.sections, section.name, &Section::name) == from.sections.end())
            diff.sections.append({section.name, {}, section.text});
    }
}

void compareRules(const PromptVersion &from, const PromptVersion &to, VersionDiff &diff)
{
    for (const Rule &rule : from.rules) {
        const auto other = std::ranges::find(to.rules, rule.id, &Rule::id);
        if (other == to.rules.end())
            diff.removed.append(rule);
        else if (other->text != rule.text)
            diff.changed.append({rule, *other});
    }
    for (const Rule &rule : to.rules) {
        if (std::ranges::find(from.rules, rule.id, &Rule::id) == from.rules.end())
            diff.added.append(rule);
    }
}

void compareStrategies(const Strategy &from, const Strategy &to, VersionDiff &diff)
{
    const auto compare = [&](const QString &setting, const QString &before, const QString &after) {
        if (before != after)
            diff.strategy.append({setting, before, after});
    };
    const auto yesNo = [](bool value) { return value ? u"yes"_s : u"no"_s; };
    compare(u"planFirst"_s, yesNo(from.planFirst), yesNo(to.planFirst));
    compare(u"selfTests"_s, yesNo(from.selfTests), yesNo(to.selfTests));
    compare(u"memories"_s, QString::number(from.memories), QString::number(to.memories));
    compare(u"temperature"_s, QString::number(from.temperature), QString::number(to.temperature));
    compare(u"attempts"_s, QString::number(from.attempts), QString::number(to.attempts));
    compare(u"tools"_s, from.tools.join(u", "_s), to.tools.join(u", "_s));
}

/// "1 rule leaves the prompt", "4 rules leave the prompt".
QString counted(qsizetype count, const QString &one, const QString &many)
{
    return QString::number(count) + u' ' + (count == 1 ? one : many);
}

} // namespace

bool VersionDiff::isEmpty() const
{
    return sections.isEmpty() && added.isEmpty() && removed.isEmpty() && changed.isEmpty() && strategy.isEmpty();
}

VersionDiff diffVersions(const PromptVersion &from, const PromptVersion &to)
{
    VersionDiff diff;
    compareSections(from, to, diff);
    compareRules(from, to, diff);
    compareStrategies(from.strategy, to.strategy, diff);
    return diff;
}

double editShare(const PromptVersion &from, const PromptVersion &to)
{
    const VersionDiff diff = diffVersions(from, to);
    int changed = ruleTokens(diff.added) + ruleTokens(diff.removed);
    for (const RuleChange &change : diff.changed)
        changed += std::max(ruleTokens({change.before}), ruleTokens({change.after}));
    for (const SectionChange &change : diff.sections)
        changed += std::max(estimateTokens(change.before), estimateTokens(change.after));
    const int whole = std::max({1, promptTokens(from), promptTokens(to)});
    return rounded(std::min(1.0, double(changed) / whole));
}

QString summary(const VersionDiff &diff)
{
    QStringList parts;
    if (!diff.removed.isEmpty())
        parts.append(counted(diff.removed.size(), u"rule leaves the prompt"_s, u"rules leave the prompt"_s));
    if (!diff.added.isEmpty()) {
        parts.append(diff.removed.isEmpty() ? counted(diff.added.size(), u"rule enters the prompt"_s, u"rules enter the prompt"_s)
                                            : counted(diff.added.size(), u"returns"_s, u"return"_s));
    }
    if (!diff.changed.isEmpty())
        parts.append(counted(diff.changed.size(), u"rule changes"_s, u"rules change"_s));
    if (!diff.sections.isEmpty())
        parts.append(counted(diff.sections.size(), u"section changes"_s, u"sections change"_s));
    if (!diff.strategy.isEmpty())
        parts.append(counted(diff.strategy.size(), u"strategy setting changes"_s, u"strategy settings change"_s));
    return parts.isEmpty() ? u"nothing changes"_s : parts.join(u", "_s);
}

} // namespace autodidact
