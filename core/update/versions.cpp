#include "core/update/versions.h"

#include "core/base/json.h"
#include "core/llm/chatmodel.h"
#include "core/update/editparser.h"

#include <QFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace autodidact {

namespace {

int numberOf(const QString &ruleId)
{
    return ruleId.startsWith(u'r') ? QStringView(ruleId).sliced(1).toInt() : 0;
}

bool applyEdit(QList<Rule> &rules, const RuleEdit &edit, const ChildVersion &child, int &nextId)
{
    const auto named = [&](const Rule &rule) { return edit.rules.contains(rule.id); };
    if (edit.kind == RuleEditKind::Tag) {
        for (Rule &rule : rules) {
            if (named(rule) && !rule.tags.contains(edit.text))
                rule.tags.append(edit.text);
        }
        return true;
    }
    if (edit.kind == RuleEditKind::Add) {
        rules.append({.id = u"r%1"_s.arg(nextId++), .text = edit.text, .addedIn = child.number});
        return true;
    }
    if (edit.kind == RuleEditKind::Drop)
        return rules.removeIf(named) > 0;
    if (edit.rules.isEmpty())
        return false;
    const auto first = std::ranges::find(rules, edit.rules.first(), &Rule::id);
    if (first == rules.end())
        return false;
    Rule edited{.id = first->id, .text = edit.text, .addedIn = child.number, .tags = first->tags};
    if (edit.kind == RuleEditKind::Merge) {
        edited.addedIn = first->addedIn;
        for (const Rule &rule : std::as_const(rules)) {
            if (named(rule)) {
                edited.helpful = std::max(edited.helpful, rule.helpful);
                edited.harmful = std::max(edited.harmful, rule.harmful);
                for (const QString &tag : rule.tags) {
                    if (!edited.tags.contains(tag))
                        edited.tags.append(tag);
                }
            }
        }
    }
    *first = edited;
    if (edit.kind == RuleEditKind::Merge)
        rules.removeIf([&](const Rule &rule) { return rule.id != edited.id && named(rule); });
    return true;
}

/// Rules that the prompt of an attempt carried; all of the version where it does not say.
QSet<QString> carriedRules(const Attempt &attempt, const PromptVersion &version)
{
    QSet<QString> ids;
    for (const PromptSegment &segment : attempt.prompt) {
        for (const QString &source : segment.sources) {
            if (source.startsWith(u"rule:"))
                ids.insert(source.sliced(5));
        }
    }
    if (attempt.prompt.isEmpty()) {
        for (const Rule &rule : version.rules)
            ids.insert(rule.id);
    }
    return ids;
}

} // namespace

Result<QList<Section>> sectionsOf(const QString &text, const QString &where)
{
    QList<Section> sections;
    for (const QString &line : text.split(u'\n')) {
        if (line.startsWith(u"# ")) {
            sections.append({line.sliced(2).trimmed(), {}});
        } else if (!sections.isEmpty()) {
            sections.last().text += line + u'\n';
        } else if (!line.trimmed().isEmpty()) {
            return fail(ErrorKind::Internal, u"%1: text in front of the first \"# name\" line"_s.arg(where));
        }
    }
    for (Section &section : sections)
        section.text = section.text.trimmed();
    return sections;
}

Result<PromptVersion> firstVersion(const RunConfig &config)
{
    const QString path = u":/prompts/coder.md"_s;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"%1: cannot be read: %2"_s.arg(path, file.errorString()));
    Result<QList<Section>> sections = sectionsOf(QString::fromUtf8(file.readAll()), path);
    if (!sections)
        return std::unexpected(sections.error());
    for (const QString &name : {u"role"_s, u"instructions"_s, u"format"_s}) {
        if (std::ranges::find(*sections, name, &Section::name) == sections->end())
            return fail(ErrorKind::Internal, u"%1: the section \"%2\" is missing"_s.arg(path, name));
    }
    PromptVersion version;
    version.sections = std::move(*sections);
    version.strategy.memories = config.memoryEnabled ? config.memoryCount : 0;
    version.strategy.temperature = config.temperature;
    version.strategy.attempts = config.attempts;
    version.strategy.selfTests = config.selfTests;
    version.strategy.tools = config.tools.split(u',', Qt::SkipEmptyParts);
    version.adapter = config.adapter;
    version.note = u"the prompt as shipped, without rules"_s;
    version.noteWhy = {ReasonCode::ShippedPrompt, {}};
    return version;
}

QString ruleLine(const Rule &rule)
{
    return u"- [%1] %2"_s.arg(rule.id, rule.text);
}

QString promptText(const PromptVersion &version)
{
    QStringList parts;
    for (const Section &section : version.sections)
        parts.append(u"# %1\n%2"_s.arg(section.name, section.text));
    if (!version.rules.isEmpty()) {
        QStringList lines{u"## Rules"_s};
        for (const Rule &rule : version.rules)
            lines.append(ruleLine(rule));
        parts.append(lines.join(u'\n'));
    }
    return parts.join(u"\n\n"_s);
}

int ruleTokens(const QList<Rule> &rules)
{
    int tokens = 0;
    for (const Rule &rule : rules)
        tokens += estimateTokens(ruleLine(rule));
    return tokens;
}

int promptTokens(const PromptVersion &version)
{
    int tokens = ruleTokens(version.rules);
    for (const Section &section : version.sections)
        tokens += estimateTokens(section.text);
    return tokens;
}

PromptVersion applyEdits(const PromptVersion &base, const QList<RuleEdit> &edits, const ChildVersion &child)
{
    PromptVersion version = base;
    version.number = child.number;
    version.parent = base.number;
    version.origin = child.origin;
    version.note = child.note;
    version.noteWhy = child.noteWhy;
    version.round = child.round;
    version.pinned = false;
    version.createdAt = {};
    int nextId = child.nextRuleId;
    for (const RuleEdit &edit : edits)
        applyEdit(version.rules, edit, child, nextId);
    return version;
}

PromptVersion applyUpdate(const PromptVersion &base, const Update &update, const ChildVersion &child)
{
    PromptVersion version = applyEdits(base, update.edits, child);
    if (!update.sections.isEmpty())
        version.sections = update.sections;
    if (update.strategy)
        version.strategy = *update.strategy;
    version.crossedWith = update.crossedWith;
    return version;
}

int nextRuleId(const QList<PromptVersion> &versions)
{
    int highest = 0;
    for (const PromptVersion &version : versions) {
        for (const Rule &rule : version.rules)
            highest = std::max(highest, numberOf(rule.id));
    }
    return highest + 1;
}

QList<Rule> creditedRules(const PromptVersion &version, const QList<TaskOutcome> &outcomes)
{
    QList<Rule> rules = version.rules;
    for (const TaskOutcome &outcome : outcomes) {
        const bool learns = outcome.split == Split::Learn || outcome.split == Split::None;
        if (!learns || outcome.attempts.isEmpty())
            continue;
        const SeenAttempt &last = outcome.attempts.last();
        if (last.attempt.version != version.number || !last.verdict.counts())
            continue;
        const QSet<QString> carried = carriedRules(last.attempt, version);
        for (Rule &rule : rules) {
            if (carried.contains(rule.id))
                ++(last.green() ? rule.helpful : rule.harmful);
        }
    }
    return rules;
}

QJsonObject exportUpdate(const Update &update, const PromptVersion &oldVersion,
    const std::optional<PromptVersion> &newVersion)
{
    QJsonArray action;
    for (const RuleEdit &edit : update.edits)
        action.append(toJson(edit));
    return {
        {u"old_prompt"_s, promptText(oldVersion)},
        {u"update_action"_s, action},
        {u"new_prompt"_s, newVersion ? QJsonValue(promptText(*newVersion)) : QJsonValue()},
    };
}

} // namespace autodidact
